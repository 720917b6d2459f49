import Glibc

/// Where the passphrase that seals the private keys comes from: never an argument.
enum PassphraseSource {
  /// The first line of a descriptor.
  case descriptor(Int32)
  /// The terminal, its echo off.
  case terminal

  /// The passphrase in UTF-8, as it was typed; asked twice when it is new.
  func read(isNew: Bool) throws(Complaint) -> [UInt8] {
    switch self {
    case .descriptor(let number):
      guard isatty(number) == 0 else {
        throw Complaint("La phrase secrète se verrait. Retirez --phrase-secrete-fd.")
      }
      return PassphraseSource.composed(try PassphraseSource.line(of: number))
    case .terminal:
      let terminal = try SecretTerminal()
      let first = try terminal.ask(
        isNew ? "Phrase secrète (vide pour aucune) : " : "Phrase secrète : ")
      guard isNew else { return PassphraseSource.composed(first) }
      guard try terminal.ask("Encore une fois : ") == first else {
        throw Complaint(
          "Les deux phrases diffèrent. Recommencez.", .refused)
      }
      return PassphraseSource.composed(first)
    }
  }

  /// One spelling for one phrase: without the carriage return of Windows files, accents composed.
  private static func composed(_ phrase: [UInt8]) -> [UInt8] {
    let line = phrase.last == 0x0D ? Array(phrase.dropLast()) : phrase
    return String(validating: line, as: UTF8.self).map { Array($0.composed.utf8) } ?? line
  }

  /// The most bytes of a passphrase.
  static let longest = 1024
  static let tooLong = Complaint(
    "La phrase secrète dépasse \(longest) octets. Choisissez-en une plus courte.")

  private static func line(of number: Int32) throws(Complaint) -> [UInt8] {
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while line.count <= longest {
      let count = Glibc.read(number, &byte, 1)
      if count == 0 || count == 1 && byte == 0x0A { return line }
      if count == 1 {
        line.append(byte)
      } else if errno != EINTR {
        throw Complaint(
          "Le descripteur \(number) ne peut pas être lu. Vérifiez --phrase-secrete-fd.")
      }
    }
    throw tooLong
  }
}
