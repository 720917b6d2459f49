import CNcurses
import Display
import Glibc

/// What is asked of curses and of the terminal's description.
enum Curses {
  /// Xterm's bracketed paste; terminals that lack it ignore the mode (ECMA-48 §7.1).
  static let pasteOn = Array("\u{1B}[?2004h".utf8)
  static let pasteOff = Array("\u{1B}[?2004l".utf8)

  /// A screen for the first of these descriptions that can place the cursor.
  static func open(_ descriptions: [String]) -> OpaquePointer? {
    // The window's size comes from the terminal, not from COLUMNS and LINES, which grow old.
    use_env(false)
    use_tioctl(true)
    guard !Terminals.isHuge(STDOUT_FILENO) else { return nil }
    for name in descriptions {
      guard let screen = cn_open(name) else { continue }
      if cn_capability("cup") != nil { return screen }
      endwin()
      delscreen(screen)
    }
    return nil
  }

  /// Keys come at once and whole; Ctrl-C and Ctrl-Z stay signals, Ctrl-S freezes nothing.
  static func setModes() {
    cn_quiet_modes()
    var modes = termios()
    guard tcgetattr(STDIN_FILENO, &modes) == 0 else { return }
    modes.c_iflag &= ~tcflag_t(IXON | ICRNL | INLCR | IGNCR | ISTRIP)
    modes.c_lflag &= ~tcflag_t(IEXTEN)
    tcsetattr(STDIN_FILENO, TCSADRAIN, &modes)
    def_prog_mode()
  }

  /// Puts a character and its marks in a cell.
  static func put(_ character: Character, _ row: Int, _ column: Int, _ pen: Palette.Pen) {
    // Room for a base and what curses keeps of its marks (CCHARW_MAX), and the end.
    withUnsafeTemporaryAllocation(of: wchar_t.self, capacity: 6) { text in
      text.initialize(repeating: 0)
      var place = 0
      for scalar in character.unicodeScalars where place < 5 {
        text[place] = wchar_t(bitPattern: scalar.value)
        place += 1
      }
      cn_put(Int32(row), Int32(column), text.baseAddress, pen.attributes, pen.pair)
    }
  }

  /// The bytes that put this terminal back, should curses not be able to.
  static var restoration: [UInt8] {
    let screen = capability("rmcup")
    return pasteOff + capability("sgr0") + capability("cnorm")
      + (screen.isEmpty ? Array("\r\n".utf8) : screen)
  }

  /// Sends bytes that curses knows nothing about.
  static func send(_ bytes: [UInt8]) {
    _ = write(STDOUT_FILENO, bytes, bytes.count)
  }

  /// A string of the terminal's description without its delays, `$<5>` (terminfo(5)).
  private static func capability(_ name: String) -> [UInt8] {
    guard let value = cn_capability(name) else { return [] }
    return withoutDelays(Array(String(cString: value).utf8))
  }

  static func withoutDelays(_ bytes: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    var rest = bytes[...]
    while let first = rest.first {
      if rest.starts(with: "$<".utf8), let end = rest.firstIndex(of: UInt8(ascii: ">")) {
        rest = rest[(end + 1)...]
      } else {
        kept.append(first)
        rest = rest.dropFirst()
      }
    }
    return kept
  }
}
