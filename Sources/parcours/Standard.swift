import Display
import Glibc

/// Why the program stops: an exit code (design §8), what happened, what to do.
struct Stop: Error {
  var code: Int32
  var problem: String
  var advice: String

  init(_ code: Int32, _ problem: String, _ advice: String = "") {
    self.code = code
    self.problem = problem
    self.advice = advice
  }
}

/// Standard output and error, for commands that print and end.
enum Standard {
  /// Prints a text; a reader that has gone is not an error, a full disk is.
  static func say(_ text: String) throws(Stop) {
    guard !put(text, to: STDOUT_FILENO), errno != EPIPE else { return }
    throw Stop(2, "La sortie ne peut pas être écrite.", "Vérifiez la place et les droits.")
  }

  /// One sentence and one piece of advice on standard error.
  static func complain(_ problem: String, _ advice: String = "") {
    _ = put(advice.isEmpty ? problem : "\(problem) \(advice)", to: STDERR_FILENO)
  }

  /// Writes a text and its line end, without what a terminal would obey in any of its lines.
  ///
  /// False, with `errno`, when not all could be written.
  private static func put(_ text: String, to descriptor: Int32) -> Bool {
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    let shown = lines.map { String(Substring($0)).printable }.joined(separator: "\n")
    let bytes = Array((shown + "\n").utf8)
    var offset = 0
    while offset < bytes.count {
      let taken = bytes[offset...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if taken < 0, errno == EINTR { continue }
      guard taken > 0 else { return false }
      offset += taken
    }
    return true
  }
}
