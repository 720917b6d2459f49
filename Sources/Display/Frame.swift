/// One column of a row: what stands in it and what it is for.
package struct Cell: Sendable, Hashable {
  /// One printable character; a space in a continuation.
  package var character: Character
  /// What gives it its colour, and bold.
  package var role: Role
  /// The second column of the wide character at its left: nothing is written in it.
  package var isContinuation: Bool
  /// Colours other than those of the frame: the sample of a theme.
  package var theme: Theme?

  package init(
    _ character: Character, _ role: Role = .plain, isContinuation: Bool = false,
    theme: Theme? = nil
  ) {
    self.character = character
    self.role = role
    self.isContinuation = isContinuation
    self.theme = theme
  }

  static let blank = Cell(" ")

  static func continuation(_ role: Role) -> Cell { Cell(" ", role, isContinuation: true) }
}

/// A whole window, ready to be put on a terminal.
package struct Frame: Sendable {
  /// At least 1.
  package var columns: Int
  /// At least 1.
  package var rows: Int
  /// Row by row, `columns * rows` of them.
  package var cells: [Cell]
  /// Where the hardware cursor stands, from 0; nil when the window is too small for an input line.
  package var cursor: (row: Int, column: Int)?
  /// The colours of all cells that have none of their own.
  package var theme: Theme
  /// Which part of a page too high for the window, from 0.
  package var part: Int
  /// At least 1.
  package var parts: Int
  /// The part in which the selected line stands, if there is one.
  package var selectedPart: Int?

  init(columns: Int, rows: Int, theme: Theme) {
    self.columns = columns
    self.rows = rows
    self.theme = theme
    cells = Array(repeating: .blank, count: columns * rows)
    part = 0
    parts = 1
  }

  /// The characters of each row, blanks at its end left out.
  package var lines: [String] {
    (0..<rows).map { row in
      var line = cells[row * columns..<(row + 1) * columns]
      while let last = line.last, last.character == " ", !last.isContinuation { line.removeLast() }
      return String(line.lazy.filter { !$0.isContinuation }.map(\.character))
    }
  }

  /// Writes a row from the left; what goes beyond the window is left out.
  mutating func put(_ line: [Cell], row: Int) {
    guard row >= 0, row < rows else { return }
    let start = row * columns
    let shown = min(columns, line.count)
    cells.replaceSubrange(start..<start + shown, with: line.prefix(shown))
    if line.count > columns, line[columns].isContinuation { cells[start + columns - 1] = .blank }
  }
}
