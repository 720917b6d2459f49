/// The characters a terminal can show.
package enum Glyphs: Sendable, Hashable, CaseIterable {
  case full
  /// The Linux console: a font of 256 or 512 shapes.
  case limited
  /// A locale without accents.
  case ascii

  /// The same words in characters that can be shown.
  package func fit(_ text: String) -> String {
    switch self {
    case .full: text.printable
    case .limited: text.printable.limitedGlyphs
    case .ascii: text.printable.ascii
    }
  }

  /// Ready for a line: one cell a column, nothing that a terminal would obey.
  func cells(_ text: String, _ role: Role = .plain) -> [Cell] {
    var cells: [Cell] = []
    for character in fit(text) {
      let columns = character.columns
      guard columns > 0 else { continue }
      cells.append(Cell(character, role))
      if columns == 2 { cells.append(.continuation(role)) }
    }
    return cells
  }

  func cells(_ text: Text) -> [Cell] { text.runs.flatMap { cells($0.text, $0.role) } }
}
