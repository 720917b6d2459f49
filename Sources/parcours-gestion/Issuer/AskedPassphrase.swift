/// A passphrase that is asked for when it is first needed.
struct AskedPassphrase {
  let source: PassphraseSource
  private var known: [UInt8]?

  init(_ source: PassphraseSource) { self.source = source }

  mutating func value() throws(Complaint) -> [UInt8] {
    if let known { return known }
    let phrase = try source.read(isNew: false)
    known = phrase
    return phrase
  }
}
