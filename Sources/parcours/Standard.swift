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
  /// Prints a text and its line end; a reader that has gone is not an error.
  static func say(_ text: String) { _ = put(text + "\n", to: STDOUT_FILENO) }

  /// The same, for an answer that somebody waits for: a full disk is told.
  static func answer(_ text: String) throws(Stop) {
    guard !put(text + "\n", to: STDOUT_FILENO), errno != EPIPE else { return }
    throw Stop(2, "La sortie ne peut pas être écrite.", "Vérifiez la place et les droits.")
  }

  /// One sentence and one piece of advice on standard error, without what a terminal would obey.
  static func complain(_ problem: String, _ advice: String = "") {
    let text = advice.isEmpty ? problem : "\(problem) \(advice)"
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    _ = put(lines.map { String($0).printable }.joined(separator: "\n") + "\n", to: STDERR_FILENO)
  }

  static func write(_ bytes: [UInt8]) { _ = put(bytes, to: STDOUT_FILENO) }

  private static func put(_ text: String, to descriptor: Int32) -> Bool {
    put(Array(text.utf8), to: descriptor)
  }

  /// False, with `errno`, when not all could be written.
  private static func put(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
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
