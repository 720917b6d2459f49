/// The full-screen renderer: a document in cells, for any size of window.
///
/// From the top: where one is, the rule of progress, what is said; at the bottom, the notice, the
/// input line, the footer. What is too high is shown in parts.
package enum Grid {
  /// In a window narrower than this, one sentence asks for a larger one.
  package static let smallestColumns = 40
  /// In a window lower than this too.
  package static let smallestRows = 12

  /// What a window shows of a document.
  ///
  /// `part` counts from 0 and is brought back among those there are; sizes are brought between 1
  /// and 2000. The same arguments give the same frame, and none fails.
  package static func frame(
    _ document: Document, columns: Int, rows: Int, part: Int, theme: Theme, glyphs: Glyphs = .full
  ) -> Frame {
    let layout = Layout(
      columns: max(1, min(2000, columns)), rows: max(1, min(2000, rows)), glyphs: glyphs,
      isProjected: document.isProjected)
    var frame = Frame(columns: layout.columns, rows: layout.rows, theme: theme)
    guard layout.columns >= smallestColumns, layout.rows >= smallestRows else {
      layout.askForRoom(in: &frame)
      return frame
    }
    layout.paint(document, part: part, in: &frame)
    return frame
  }
}

extension Layout {
  fileprivate func paint(_ document: Document, part: Int, in frame: inout Frame) {
    let notice = noticeRows(document.notice)
    let parts = parts(of: document, height: bodyHeight - notice.count)
    frame.parts = parts.count
    frame.part = max(0, min(part, parts.count - 1))
    frame.selectedPart = parts.firstIndex { $0.contains(where: \.isSelected) }
    let hasNext = frame.part < parts.count - 1

    frame.put(topLine(document.place, part: frame.part, of: parts.count), row: 0)
    frame.put(rule(document.progress), row: 1)
    for (offset, row) in parts[frame.part].enumerated() {
      frame.put(withMargin(row), row: Self.bodyTop + offset)
    }
    for (offset, row) in notice.enumerated() {
      frame.put(withMargin(row), row: rows - 2 - notice.count + offset)
    }
    let input = inputLine(document.input)
    frame.put(input.line, row: rows - 2)
    frame.cursor = (rows - 2, input.cursor)
    let turns = hasNext && document.turnsOnEnter
    frame.put(footer(document.bindings, turnsOnEnter: turns), row: rows - 1)
  }

  /// At most half of the room, so that the page stays readable under a long notice.
  private func noticeRows(_ notice: Text?) -> [Row] {
    guard let notice else { return [] }
    let rows = self.rows(notice, width: width)
    let room = max(1, bodyHeight / 2)
    guard rows.count > room else { return rows }
    let last = shortened(rows[room - 1].cells + cells(" …"), to: width)
    return rows.prefix(room - 1) + [Row(last)]
  }

  fileprivate func askForRoom(in frame: inout Frame) {
    let sentence = "Agrandissez la fenêtre : il faut au moins 40 colonnes et 12 lignes."
    for (row, line) in cells(sentence).wrapped(at: columns).prefix(rows).enumerated() {
      frame.put(line, row: row)
    }
  }
}

extension Document {
  /// Whether Entrée may turn to the next part: nothing is typed, and no line is about to be chosen.
  var turnsOnEnter: Bool { input.isEmpty && selectedItem == nil }

  /// The place of the selected line among all those that can be, from 0.
  var selectedLine: Int? {
    var before = 0
    for block in blocks {
      switch block {
      case .menu(let items, let selected):
        if let selected, items.indices.contains(selected) { return before + selected }
        before += items.count
      case .choices(let choices):
        if let selected = choices.firstIndex(where: \.isSelected) { return before + selected }
        before += choices.count
      default: break
      }
    }
    return nil
  }

  /// The selected line of a menu, on which Entrée acts.
  var selectedItem: Int? {
    for case .menu(let items, let selected?) in blocks where items.indices.contains(selected) {
      return selected
    }
    return nil
  }
}
