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
  static func say(_ text: String) { put(text + "\n", to: STDOUT_FILENO) }

  /// One sentence and one piece of advice on standard error.
  static func complain(_ problem: String, _ advice: String = "") {
    put((advice.isEmpty ? problem : "\(problem) \(advice)") + "\n", to: STDERR_FILENO)
  }

  static func write(_ bytes: [UInt8]) { put(bytes, to: STDOUT_FILENO) }

  private static func put(_ text: String, to descriptor: Int32) {
    put(Array(text.utf8), to: descriptor)
  }

  private static func put(_ bytes: [UInt8], to descriptor: Int32) {
    var offset = 0
    while offset < bytes.count {
      let taken = bytes[offset...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if taken < 0, errno == EINTR { continue }
      // A closed pipe ends what there is to say, quietly.
      guard taken > 0 else { return }
      offset += taken
    }
  }
}
