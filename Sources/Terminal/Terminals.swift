import Glibc

/// What standard input and output are connected to.
package enum Terminals {
  /// Whether a full screen is possible: both ends are a terminal that can place its cursor.
  package static func isInteractive(_ surroundings: Surroundings) -> Bool {
    isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 && !surroundings.isPlain
  }

  /// Nobody reads in a larger window, and each cell costs memory.
  static let largest = (columns: 1000, rows: 500)

  /// The window's size, cut; nil when the terminal does not tell.
  static func windowSize(of descriptor: Int32) -> (columns: Int, rows: Int)? {
    guard let told = toldSize(of: descriptor) else { return nil }
    return (min(told.columns, largest.columns), min(told.rows, largest.rows))
  }

  /// Whether curses would make a window larger than the largest.
  static func isHuge(_ descriptor: Int32) -> Bool {
    guard let told = toldSize(of: descriptor) else { return false }
    return told.columns > largest.columns || told.rows > largest.rows
  }

  private static func toldSize(of descriptor: Int32) -> (columns: Int, rows: Int)? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0
    else { return nil }
    return (Int(size.ws_col), Int(size.ws_row))
  }

  /// Milliseconds of a clock that never goes back; its zero means nothing.
  static func milliseconds() -> Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
  }
}
