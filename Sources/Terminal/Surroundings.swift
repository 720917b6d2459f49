import Display

/// The environment variables a terminal program reads, as values.
package struct Surroundings: Sendable, Hashable {
  /// `TERM`: the name of the terminal's description.
  package var terminal: String?
  /// `NO_COLOR` is present and not empty (no-color.org).
  package var refusesColour: Bool
  /// The first of `LC_ALL`, `LC_CTYPE` and `LANG` that is not empty (POSIX.1-2017 §8.2).
  package var locale: String?

  /// Reads variables by name; nil for one that is not set.
  package init(_ variable: (String) -> String?) {
    terminal = variable("TERM")
    refusesColour = variable("NO_COLOR").map { !$0.isEmpty } ?? false
    locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(variable).first { !$0.isEmpty }
  }

  /// The console of Linux, whose font has 256 or 512 shapes.
  var isConsole: Bool {
    terminal == "linux" || terminal?.hasPrefix("linux-") == true
  }

  /// The names under which a description of the terminal is looked for, best first.
  var descriptions: [String] {
    guard let terminal, !terminal.isEmpty, !terminal.contains("/") else { return [] }
    return [terminal] + ["xterm-256color", "xterm"].filter { $0 != terminal }
  }

  /// A terminal that can do no more than append lines, or none.
  var isPlain: Bool {
    guard let terminal else { return true }
    return ["", "dumb", "unknown"].contains(terminal)
  }

  /// The characters that can be shown; a file has no font.
  func glyphs(_ charset: Charset, onTerminal: Bool) -> Glyphs {
    if charset == .latin9 { return .ascii }
    return onTerminal && isConsole ? .limited : .full
  }
}
