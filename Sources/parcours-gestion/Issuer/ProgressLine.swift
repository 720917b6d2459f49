import Glibc

/// How far a long command is, on standard error, only when a person looks.
struct ProgressLine {
  private let count: Int
  private let isShown = isatty(2) == 1

  init(of count: Int) { self.count = count }

  mutating func show(_ done: Int) {
    guard isShown, done % 20 == 0 else { return }
    _ = writeAll(Array("\r\(done) sur \(count)".utf8), to: 2)
  }

  func clear() {
    if isShown { _ = writeAll(Array("\r\u{1B}[K".utf8), to: 2) }
  }
}
