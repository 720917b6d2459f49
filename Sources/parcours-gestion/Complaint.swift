/// Exit statuses of `design.md` §8, as far as commands here use them.
enum ExitStatus {
  static let done: Int32 = 0
  /// What was asked is refused, or some of it is.
  static let refused: Int32 = 1
  /// Bad usage, an input or an output that cannot be used.
  static let unusable: Int32 = 2
}

/// What goes wrong, in French: what, where, what to do; and the exit status.
struct Complaint: Error {
  var sentence: String
  var status: Int32

  init(_ sentence: String, status: Int32 = ExitStatus.unusable) {
    self.sentence = sentence
    self.status = status
  }

  /// Writes the sentence on standard error and gives the exit status.
  func tell() -> Int32 {
    // A verdict was said on standard output already: its status alone remains.
    if !sentence.isEmpty { tellPerson([sentence]) }
    return status
  }
}
