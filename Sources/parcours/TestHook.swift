import Glibc

/// What the tests may ask of the very program that is installed, through `PARCOURS_ESSAI`.
///
/// Inert without the variable. Words separated by commas: `trap:N` and `segv:N` crash before the
/// Nth key or line; `acquit:FD` writes the number of each kept fact, a line each, to a descriptor.
struct TestHook {
  private enum Crash { case trap, fault }

  private var crash: Crash?
  private var countdown: UnsafeMutablePointer<Int>?
  private var descriptor: Int32?

  init(_ text: String?) {
    for word in (text ?? "").split(separator: ",") {
      let parts = word.split(separator: ":")
      guard parts.count == 2, let number = Int(parts[1]) else { continue }
      switch parts[0] {
      case "trap": arm(.trap, number)
      case "segv": arm(.fault, number)
      case "acquit": descriptor = Int32(truncatingIfNeeded: number)
      default: break
      }
    }
  }

  private mutating func arm(_ kind: Crash, _ number: Int) {
    crash = kind
    countdown = .allocate(capacity: 1)
    countdown?.initialize(to: number)
  }

  /// Counts a key or a line, and crashes when it is the one.
  func countKey() {
    guard let countdown else { return }
    countdown.pointee -= 1
    guard countdown.pointee <= 0 else { return }
    switch crash {
    case .trap: fatalError("essai")
    case .fault: raise(SIGSEGV)
    case nil: break
    }
  }

  /// Says that fact `number` is on disk.
  func acknowledge(_ number: Int) {
    guard let descriptor else { return }
    let bytes = Array("\(number)\n".utf8)
    _ = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
  }
}
