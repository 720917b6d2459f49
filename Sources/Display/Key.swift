/// A key press, or what a terminal reports in its place.
package enum Key: Sendable, Hashable {
  case character(Character)
  case enter, tab, escape
  case up, down, left, right
  case home, end, pageUp, pageDown
  case backspace, delete
  /// Pasted text, its line ends kept.
  case paste(String)
  /// Ctrl-C.
  case interrupt
  /// The window has another size.
  case resize
  /// The terminal is gone, or the input has ended.
  case endOfInput

  /// As the footer shows it.
  package var name: String {
    switch self {
    case .enter: "Entrée"
    case .tab: "Tab"
    case .escape: "Échap"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .home: "Début"
    case .end: "Fin"
    case .pageUp: "Page préc."
    case .pageDown: "Page suiv."
    case .character(let character): String(character)
    case .backspace, .delete, .paste, .interrupt, .resize, .endOfInput: ""
    }
  }
}
