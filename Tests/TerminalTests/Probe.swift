import Glibc
import PseudoTerminal

/// The program in Tests/TerminalProbe, built beside the tests.
enum Probe {
  static let path: String = {
    var bytes = [CChar](repeating: 0, count: 4096)
    let count = max(0, readlink("/proc/self/exe", &bytes, bytes.count - 1))
    let tests = String(decoding: bytes.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
    return tests.prefix(upTo: tests.lastIndex(of: "/") ?? tests.startIndex) + "/terminal-probe"
  }()

  /// The probe's full screen, once it is drawn.
  static func screen(
    _ action: String = "nothing", theme: String = "sobre", environment: [String: String] = [:]
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(path, ["screen", action, theme], environment: environment)
    terminal.waitForFrame()
    return terminal
  }
}

extension PseudoTerminal {
  /// Waits until the probe's frame is drawn: the cursor is put last.
  @discardableResult
  func waitForFrame() -> Bool {
    let isDrawn = wait { $0.cursor == (22, 3) && $0.text.contains("choisir") }
    settle(quiet: 30)
    return isDrawn
  }
}
