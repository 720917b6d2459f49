// Blocks whose lines are aligned: choices, facts, and the map.
extension Layout {
  func choices(_ choices: [Document.Choice], width: Int) -> Unit {
    let labelWidth = min(width / 4, choices.map { cells($0.label).count }.max() ?? 0)
    let markWidth = min(width / 4, choices.map { cells($0.mark.shown).count }.max() ?? 0)
    let pieces = choices.enumerated().map { index, choice in
      let role: Role? = choice.isSelected ? .accent : nil
      let label = shortened(cells(choice.label, role ?? .plain), to: labelWidth)
      let mark = shortened(cells(choice.mark.shown, role ?? .plain), to: markWidth)
      let lead =
        cells(choice.isSelected ? "▸ " : "  ", .accent) + padded(label, to: labelWidth + 2)
        + (markWidth > 0 ? padded(mark, to: markWidth + 2) : [])
      var rows = rows(cells(choice.text).recoloured(role), after: lead, width: width)
      rows[0].isSelected = choice.isSelected
      return Piece(rows: rows, gap: index > 0 ? air : 0)
    }
    return Unit(pieces: pieces.isEmpty ? [Piece(rows: [])] : pieces)
  }

  /// In two columns, or `label : value` where the second would be too thin.
  func facts(_ facts: [Document.Fact], width: Int) -> Unit {
    let indent = blanks(2)
    let labelWidth = facts.map { cells($0.label).count }.max() ?? 0
    let valueWidth = width - indent.count - labelWidth - 3
    let widest = facts.map { cells($0.value).count }.max() ?? 0
    let isTable = valueWidth >= min(widest, width / 2)
    let pieces = facts.map { fact in
      let value = cells(fact.value)
      if isTable {
        let lead = indent + padded(cells(fact.label, .quiet), to: labelWidth + 3)
        return Piece(rows: rows(value, after: lead, width: width))
      }
      let line = cells(fact.label.withoutStop, .quiet) + cells(" : ") + value
      return Piece(rows: rows(line, after: indent, width: width))
    }
    return Unit(pieces: pieces)
  }
}

/// The map: key, title, state and note in columns, or in one line of words when it is narrow.
struct MenuTable {
  private struct Entry {
    var lead: [Cell]
    var title: [Cell]
    var state: [Cell]
    var note: [Cell]
    var startsGroup: Bool
    var isAligned: Bool { !state.isEmpty || !note.isEmpty }
  }

  private static let gap = 3
  private let layout: Layout
  private let width: Int
  private let entries: [Entry]
  private let stateWidth: Int
  private let noteWidth: Int
  /// Columns of key and title; nil when there is no room for a table.
  private var titleWidth: Int?

  init(_ layout: Layout, _ items: [Document.MenuItem], width: Int) {
    self.layout = layout
    self.width = width
    let keyWidth = min(width / 4, items.filter(\.hasNumber).map(\.key.utf8.count).max() ?? 0)
    let firstNumber = items.firstIndex(where: \.hasNumber) ?? items.count
    entries = items.enumerated().map { index, item in
      let key = item.hasNumber ? layout.cells(String(item.key.suffix(keyWidth))) : []
      return Entry(
        // Before the first number nothing is aligned with one.
        lead: index < firstNumber
          ? [] : layout.blanks(keyWidth - key.count) + key + layout.blanks(2),
        title: layout.cells(item.title),
        state: layout.cells(item.state ?? "", .quiet),
        note: layout.cells(item.note ?? "", .quiet), startsGroup: item.startsGroup)
    }
    stateWidth = entries.map(\.state.count).max() ?? 0
    noteWidth = entries.map(\.note.count).max() ?? 0
    titleWidth = layout.isNarrow ? nil : widthOfTitles
  }

  /// What the longest title needs, or what is left for it if that is not too little.
  private var widthOfTitles: Int? {
    let wanted = entries.filter(\.isAligned).map { $0.lead.count + $0.title.count }.max() ?? 0
    let columns = [stateWidth, noteWidth].filter { $0 > 0 }
    let room = width - columns.reduce(0) { $0 + $1 + Self.gap }
    return wanted <= room || room >= 24 ? min(wanted, room) : nil
  }

  func unit(_ selected: Int?) -> Unit {
    let pieces = entries.enumerated().map { index, entry in
      let isSelected = index == selected
      var entry = entry
      // The title alone: a move of the selection then repaints two titles, not two rows.
      if isSelected { entry.title = entry.title.recoloured(.accent) }
      var rows = titleWidth.map { row(entry, titleWidth: $0) } ?? line(entry)
      if isSelected {
        rows[0].isSelected = true
        rows[0].isMarked = true
      }
      return Piece(rows: rows, gap: index > 0 && entry.startsGroup ? 1 : 0)
    }
    return Unit(pieces: pieces)
  }

  private func row(_ entry: Entry, titleWidth: Int) -> [Row] {
    guard entry.isAligned else {
      return layout.rows(entry.title, after: entry.lead, width: width)
    }
    var rows = layout.rows(entry.title, after: entry.lead, width: titleWidth)
    rows[0].cells = layout.padded(rows[0].cells, to: titleWidth + Self.gap) + entry.state
    if !entry.note.isEmpty {
      let column = titleWidth + Self.gap + (stateWidth > 0 ? stateWidth + Self.gap : 0)
      rows[0].cells = layout.padded(rows[0].cells, to: column) + entry.note
    }
    return rows
  }

  /// `4  Données personnelles, en cours`; in a narrow window, the state only if it adds no row.
  private func line(_ entry: Entry) -> [Row] {
    func rows(_ words: [[Cell]]) -> [Row] {
      let title = words.filter { !$0.isEmpty }.reduce(entry.title) { line, word in
        line + layout.cells(", ") + word
      }
      return layout.rows(title, after: entry.lead, width: width)
    }
    guard layout.isNarrow else { return rows([entry.state, entry.note]) }
    let (short, whole) = (rows([]), rows([entry.state]))
    return whole.count > short.count ? short : whole
  }
}

extension [Cell] {
  /// The same characters, all in one role.
  func recoloured(_ role: Role?) -> [Cell] {
    guard let role else { return self }
    return map { cell in
      var cell = cell
      cell.role = role
      return cell
    }
  }
}
