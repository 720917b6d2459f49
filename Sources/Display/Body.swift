// The body of a page: its title and blocks in rows.
extension Layout {
  /// The rows of each part of a page; at least one part.
  ///
  /// A projected page gives up its air rather than be cut into more parts.
  func parts(of document: Document, height: Int) -> [[Row]] {
    let parts = partsAsTheyAre(of: document, height: height)
    guard air > 0, parts.count > 1 else { return parts }
    var tight = self
    tight.isTight = true
    let tightParts = tight.partsAsTheyAre(of: document, height: height)
    return tightParts.count < parts.count ? tightParts : parts
  }

  private func partsAsTheyAre(of document: Document, height: Int) -> [[Row]] {
    var units: [Unit] = []
    if let title = document.title {
      units.append(
        Unit(pieces: [Piece(rows: rows(cells(title, .title), width: width))], bond: .title))
    }
    units += self.units(document.blocks, height: height)
    if let question = document.question {
      let gap = height < 10 ? 0 : 1
      let hint = Piece(rows: rows(cells(question.sentence), width: width), gap: gap)
      if units.isEmpty || units.last?.bond != Unit.Bond.none { units.append(Unit(pieces: [])) }
      units[units.count - 1].pieces.append(hint)
    }
    return Pagination(units, height: height).parts
  }

  private func units(_ blocks: [Document.Block], height: Int) -> [Unit] {
    var units = blocks.map { unit($0, width: width, depth: 0) }
    for (index, block) in blocks.enumerated().dropFirst() {
      guard case .choices = block, case .paragraph(let statement) = blocks[index - 1] else {
        continue
      }
      units[index - 1].bond = .statement
      units[index].reminder = reminder(statement, height: height)
    }
    return units
  }

  /// The statement again, or its last sentence, in a third of the rows; in a low part, one row.
  private func reminder(_ statement: Text, height: Int) -> [Row] {
    let cells = cells(statement)
    guard height >= 10 else {
      return cells.isEmpty ? [] : [Row(shortened(cells.lastSentence, to: width))]
    }
    let candidates = [cells, cells.lastSentence].map { rows($0, width: width) }
    let shown = candidates.first { !$0.isEmpty && $0.count <= height / 3 }
    return shown.map { $0 + [.empty] } ?? []
  }

  /// A block in rows; beyond a depth that no page has, an ellipsis.
  func unit(_ block: Document.Block, width: Int, depth: Int) -> Unit {
    guard depth < 12 else { return Unit(pieces: [Piece(rows: [Row(cells("…"))])]) }
    switch block {
    case .paragraph(let text): return Unit(pieces: [Piece(rows: rows(text, width: width))])
    case .heading(let text):
      let rows = rows(text.emphasised, width: width)
      return Unit(pieces: [Piece(rows: rows)], bond: .heading)
    case .list(let ordered, let items):
      return list(items, ordered: ordered, width: width, depth: depth)
    case .quote(let blocks): return quote(blocks, width: width, depth: depth)
    case .menu(let items, let selected):
      return MenuTable(self, items, width: depth == 0 ? tableWidth : width).unit(selected)
    case .choices(let choices): return self.choices(choices, width: width)
    case .facts(let facts): return self.facts(facts, width: width)
    case .verdict(let verdict, let text):
      return Unit(pieces: [Piece(rows: rows(verdict.introducing(text, gap: "   "), width: width))])
    case .sample(let theme, let text): return sample(theme, text, width: width)
    case .bars(let bars): return self.bars(bars, width: width)
    }
  }

  private func list(_ items: [[Document.Block]], ordered: Bool, width: Int, depth: Int) -> Unit {
    let isLoose = items.contains { $0.hasParagraphs }
    let numberWidth = cells("\(items.count).").count + 1
    let pieces = items.enumerated().map { index, item in
      let mark = ordered ? "\(index + 1)." : "•"
      let lead = padded(cells(mark), to: ordered ? numberWidth : 3)
      let inner = flowing(item, width: max(1, width - lead.count), depth: depth + 1)
      return Piece(rows: hanging(inner, after: lead), gap: index == 0 ? 0 : isLoose ? 1 : air)
    }
    return Unit(pieces: pieces)
  }

  private func quote(_ blocks: [Document.Block], width: Int, depth: Int) -> Unit {
    let indent = blanks(3)
    let pieces = blocks.quoted.enumerated().map { index, block in
      let unit = unit(block, width: max(1, width - 6), depth: depth + 1)
      let rows = hanging(unit.rows, after: indent)
      return Piece(rows: unit.isEmpty ? [] : rows, gap: index == 0 ? 0 : unit.gap)
    }
    return Unit(pieces: pieces)
  }

  /// The blocks of an item: paragraphs apart, anything else close.
  private func flowing(_ blocks: [Document.Block], width: Int, depth: Int) -> [Row] {
    blocks.enumerated().flatMap { index, block in
      let apart = index > 0 && block.isParagraph && blocks[index - 1].isParagraph
      return Row.gap(apart ? 1 : 0) + unit(block, width: width, depth: depth).rows
    }
  }

  /// The text, then a word of each role, on the theme's own background.
  private func sample(_ theme: Theme, _ text: Text, width: Int) -> Unit {
    let words = Text([
      Run("Titre", .title), Run("   "), Run("▸ choisi", .accent), Run("   "),
      Run("Juste.", .right), Run("   "), Run("Non.", .wrong), Run("   "), Run("détail", .quiet),
    ])
    let rows = (rows(text, width: width - 2) + rows(words, width: width - 2)).map { row in
      let line = padded([.blank] + row.cells, to: width)
      return Row(
        line.map { cell in
          Cell(
            cell.character, cell.role,
            isContinuation: cell.isContinuation, theme: theme)
        })
    }
    return Unit(pieces: [Piece(rows: rows)])
  }
}
