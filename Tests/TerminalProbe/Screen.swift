import Display
import Glibc
import Terminal

/// The full screen: a menu, and the last keys by their names.
enum Screen {
  static func run(_ surroundings: Surroundings, _ action: Action, _ theme: Theme) -> Int32 {
    guard var port = CursesPort(surroundings) else {
      print("pas de terminal")
      return 3
    }
    var page = Menu()
    while true {
      let size = port.size
      var frame = Grid.frame(
        page.document, columns: size.columns, rows: size.rows, part: 0, theme: theme,
        glyphs: port.glyphs)
      if action == .hostile { spoil(&frame) }
      port.show(frame)
      let (key, milliseconds) = port.next()
      // A key read after a frame cannot be older than it, but for what was typed ahead.
      guard milliseconds > 0, port.shownAt > 0 else { return 4 }
      if key == .endOfInput || key == .interrupt && action != .stay { break }
      if key == .enter {
        if action == .reopen {
          port.close()
          return run(surroundings, .nothing, theme)
        }
        action.act()
      }
      page.take(key)
    }
    let status = port.pendingSignal.map { 128 + $0 } ?? 0
    port.close()
    print("fini \(status)")
    return status
  }

  /// A frame that no renderer makes: controls in its cells, no last row, a cursor out of it.
  private static func spoil(_ frame: inout Frame) {
    let characters: [Character] = [
      "\u{1B}", "\u{7}", "\u{9B}", "\r\n", "\u{202E}", "\u{200B}", "\u{301}", "a",
    ]
    for (column, character) in characters.enumerated() {
      frame.cells[2 * frame.columns + column].character = character
    }
    frame.cells[3 * frame.columns - 1].character = "日"
    frame.cells.removeLast()
    frame.cursor = (5000, -3)
  }
}

struct Menu {
  private var selected = 0
  private var keys: [String] = []
  private var count = 0
  private var line = InputLine()

  mutating func take(_ key: Key) {
    switch key {
    case .resize: return
    case .up: selected = max(0, selected - 1)
    case .down: selected = min(9, selected + 1)
    case .character(let character): line.insert(String(character))
    default: break
    }
    keys = (keys + [Self.name(key)]).suffix(5)
    count += 1
  }

  private static func name(_ key: Key) -> String {
    switch key {
    case .paste(let text): "collé:\(text.count):\(text.count { $0 == "\n" })"
    case .interrupt: "Interrompre"
    case .backspace: "Effacer"
    case .delete: "Suppr"
    default: key.name
    }
  }

  var document: Document {
    let items = (0...9).map { place in
      Document.MenuItem(
        key: String(place), title: "Leçon numéro \(place)", state: "à faire")
    }
    return Document(
      place: .init(long: "Sonde › Écran", short: "1", spoken: "Sonde"), progress: 0.5,
      title: "Le menu de la sonde",
      blocks: [
        .menu(items, selected: selected),
        .paragraph(Text("« \(keys.joined(separator: " ")) » \(count)")),
      ],
      input: line,
      bindings: [
        Binding("reprendre", keys: [.enter], help: "Continuer."),
        Binding("choisir", keys: [.up, .down], help: "Choisir."),
      ])
  }
}
