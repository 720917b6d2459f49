import Display
import Glibc
import Terminal

/// A small program to be driven through a pseudo-terminal.
///
/// `terminal-probe screen|lines [ACTION] [THEME]`: shows a menu and the keys it gets; Entrée does
/// the action. Exit status: 0, 3 when there is no terminal for a screen, 128 + n after a signal.
@main
enum Probe {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    let action = Action(rawValue: arguments.dropFirst().first ?? "") ?? .nothing
    let theme = Theme(rawValue: arguments.dropFirst(2).first ?? "") ?? .plain
    let surroundings = Surroundings { name in getenv(name).map { String(cString: $0) } }
    let isPlain = arguments.first == "lines"
    exit(isPlain ? Lines.run(surroundings) : Screen.run(surroundings, action, theme))
  }
}

/// What Entrée does.
enum Action: String {
  case nothing, fatal, trap, segmentation, abort, overflow, leave, complain, reopen, stall, hostile,
    stay

  func act() {
    switch self {
    case .nothing, .reopen, .hostile, .stay: break
    // As a slow disk would: what is typed meanwhile waits in the terminal.
    case .stall: usleep(300_000)
    case .fatal: fatalError("panne voulue")
    case .trap: print([Int]()[CommandLine.arguments.count])
    case .segmentation: UnsafeMutablePointer<Int>(bitPattern: 8)?.pointee = 1
    case .abort: Glibc.abort()
    case .overflow: print(Self.deep(0))
    case .leave: exit(7)
    case .complain: _ = "une remarque\n".withCString { write(STDERR_FILENO, $0, strlen($0)) }
    }
  }

  private static func deep(_ depth: Int) -> Int {
    let below = depth < 0 ? 0 : deep(depth + 1)
    return below + CommandLine.arguments.count
  }
}
