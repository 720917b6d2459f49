/// The size of a window and the characters it can show: all that decides where things go.
struct Layout {
  let columns: Int
  let rows: Int
  let glyphs: Glyphs
  /// Seen from the back of a room.
  var isProjected = false
  /// Without the air of a projected page.
  var isTight = false

  /// Under the top line, the rule and an empty row.
  static let bodyTop = 3
  /// Beyond, a line is hard to follow.
  static let widestText = 66
  /// Beyond, columns stand too far from their titles.
  static let widestTable = 74

  /// Places, map and footer take their short forms.
  var isNarrow: Bool { columns < 60 }

  /// Columns at the left of the text, and as many at its right.
  var margin: Int { isProjected && !isNarrow ? columns / 10 : 3 }

  /// Empty rows between the lines of a projected list, when the window is not low.
  var air: Int { isProjected && !isTight && rows >= 16 ? 1 : 0 }

  /// Columns of a paragraph.
  var width: Int { max(1, min(Self.widestText, columns - 2 * margin)) }

  /// Columns of a map.
  var tableWidth: Int { max(1, min(Self.widestTable, columns - 2 * margin)) }

  /// Rows between the rule and the input line; an empty one stays above the latter, room allowing.
  var bodyHeight: Int { max(1, rows - Self.bodyTop - 2 - (rows < 16 ? 0 : 1)) }

  func cells(_ text: String, _ role: Role = .plain) -> [Cell] { glyphs.cells(text, role) }

  /// Bold where nothing else is said, when it is projected.
  func cells(_ text: Text) -> [Cell] { glyphs.cells(isProjected ? text.emphasised : text) }

  func blanks(_ count: Int) -> [Cell] { Array(repeating: .blank, count: max(0, count)) }

  /// Filled with blanks up to a width.
  func padded(_ cells: [Cell], to width: Int) -> [Cell] { cells + blanks(width - cells.count) }

  /// Cut to a width, between words when the last one is not too long, an ellipsis at its end.
  func shortened(_ line: [Cell], to width: Int) -> [Cell] {
    guard line.count > width else { return line }
    let ellipsis = cells("…", line.first?.role ?? .plain)
    let room = max(0, width - ellipsis.count)
    var end = room
    if let space = line[..<(room + 1)].lastIndex(where: \.isSpace), space > room / 2 {
      end = space
    } else if line[end].isContinuation {
      end -= 1
    }
    return Array((line[..<end] + ellipsis).prefix(max(0, width)))
  }
}

/// A row of the body, without its margin.
struct Row {
  var cells: [Cell]
  /// The line one is about to choose.
  var isSelected = false
  /// Marked in the margin, as items of a map are.
  var isMarked = false

  init(_ cells: [Cell], isSelected: Bool = false, isMarked: Bool = false) {
    self.cells = cells
    self.isSelected = isSelected
    self.isMarked = isMarked
  }

  static let empty = Row([])
}

extension Layout {
  /// The rows of a paragraph.
  func rows(_ text: Text, width: Int) -> [Row] { rows(cells(text), width: width) }

  func rows(_ cells: [Cell], width: Int) -> [Row] { cells.wrapped(at: width).map { Row($0) } }

  /// A paragraph beside what introduces it: bullet, number, label.
  func rows(_ cells: [Cell], after lead: [Cell], width: Int) -> [Row] {
    hanging(rows(cells, width: max(1, width - lead.count)), after: lead)
  }

  /// The first row after its lead, the others under it.
  func hanging(_ rows: [Row], after lead: [Cell]) -> [Row] {
    guard !rows.isEmpty else { return [Row(lead)] }
    let indent = blanks(lead.count)
    return rows.enumerated().map { index, row in
      var row = row
      row.cells = (index == 0 ? lead : indent) + row.cells
      return row
    }
  }

  func withMargin(_ row: Row) -> [Cell] {
    guard row.isMarked, let mark = cells("▸", .accent).first else {
      return blanks(margin) + row.cells
    }
    return blanks(margin - 2) + [mark, .blank] + row.cells
  }
}
