/// What goes wrong, in French: what, where, what to do.
struct Complaint: Error {
  /// What it stops.
  enum Kind {
    /// The whole command: bad usage, an input or an output that cannot be used.
    case unusable
    /// What was asked, or one of the things asked: the others may be served.
    case refused
    /// The same, and asking again another day would change nothing.
    case refusedForGood
  }

  var sentence: String
  var kind: Kind

  init(_ sentence: String, _ kind: Kind = .unusable) {
    self.sentence = sentence
    self.kind = kind
  }

  /// Writes the sentence on standard error and gives the exit status.
  func tell() -> Int32 {
    tellPerson([sentence])
    return kind == .unusable ? ExitStatus.unusable : ExitStatus.refused
  }
}
