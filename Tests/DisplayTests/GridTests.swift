import Display
import Testing

@Suite("A window")
struct GridTests {
  @Test("any text in any field fits any window", arguments: Hostile.texts)
  func hostile(text: String) {
    let document = Hostile.page(text)
    for (index, (columns, rows)) in Hostile.sizes.enumerated() {
      for (part, glyphs) in [(Int.min, .full), (1 + index, .limited), (.max, .ascii)] as [Case] {
        let frame = Grid.frame(
          document, columns: columns, rows: rows, part: part, theme: .dark, glyphs: glyphs)
        expectSound(frame, columns: columns, rows: rows)
      }
    }
  }

  private typealias Case = (Int, Glyphs)

  @Test("no size from 1×1 up breaks a page", arguments: Sample.all)
  func sizes(sample: Sample) {
    for columns in stride(from: 1, through: 200, by: 19) {
      for rows in stride(from: 1, through: 60, by: 7) {
        let frame = Grid.frame(
          sample.document, columns: columns, rows: rows, part: 0, theme: .light)
        expectSound(frame, columns: columns, rows: rows)
      }
    }
  }

  @Test("an enormous window is brought back to a size that can be held")
  func enormous() {
    let frame = Grid.frame(.lesson, columns: .max, rows: .max, part: 0, theme: .plain)
    #expect(frame.cells.count == frame.columns * frame.rows)
    #expect(frame.columns == 2000)
  }

  @Test("the parts of a page say all of it once, in order", arguments: Sample.all)
  func complete(sample: Sample) {
    let tall = body(of: sample.document, columns: 60, rows: 400)
    let parts = body(of: sample.document, columns: 60, rows: 13)
    var rest = parts[...]
    for row in tall where !row.isEmpty {
      let found = rest.firstIndex(of: row)
      #expect(found != nil, "« \(row) » lost")
      rest = rest[(found ?? rest.startIndex)...]
    }
  }

  @Test("a block that one part can hold is never cut")
  func wholeBlocks() {
    let facts = (1...5).map { Document.Fact("fait \($0)", "valeur") }
    for before in 0...20 {
      let filler = Document.Block.list(
        ordered: false, (0..<before).map { _ in [.paragraph("ligne")] })
      let document = Document(
        place: .init(long: "", short: "", spoken: ""),
        blocks: [filler, .heading("Faits"), .facts(facts)])
      let parts = parts(of: document, columns: 40, rows: 12)
      let holding = parts.filter { $0.contains { $0.contains("fait ") } }
      #expect(holding.count == 1, "after \(before) rows")
      // The heading and five facts make six rows of seven: it goes with them.
      #expect(holding.first?.contains("   Faits") == true, "after \(before) rows")
    }
  }

  @Test("where choices go on, what is asked is said again")
  func reminder() {
    let parts = parts(of: .question, columns: 40, rows: 12)
    let choices = parts.filter { $0.contains { $0.contains("  1  ") || $0.contains("  3  ") } }
    #expect(choices.count == 2)
    for part in choices { #expect(part.contains { $0.contains("Que puis-je demander") }) }
  }

  @Test("too small a window asks for room", arguments: [(39, 12), (40, 11), (12, 9)])
  func small(columns: Int, rows: Int) {
    let frame = Grid.frame(.lesson, columns: columns, rows: rows, part: 0, theme: .dark)
    let text = frame.lines.joined(separator: " ")
    #expect(text.hasPrefix("Agrandissez la"))
    #expect(frame.cursor == nil)
    #expect(frame.parts == 1)
  }

  @Test("in the smallest window one letter of the sentence shows")
  func smallest() {
    let frame = Grid.frame(.lesson, columns: 1, rows: 1, part: 3, theme: .dark)
    #expect(frame.lines == ["A"])
  }

  @Test(
    "the filled part of the rule is the progress",
    arguments: [
      (0.0, 0), (0.5, 40), (1, 80), (2, 80), (-1, 0), (.nan, 0), (.infinity, 80), (0.006, 0),
    ] as [(Double, Int)])
  func progress(share: Double, filled: Int) {
    var document = Document.lesson
    document.progress = share
    let frame = Grid.frame(document, columns: 80, rows: 24, part: 0, theme: .dark)
    #expect(frame.row(1).count { $0.character == "━" } == filled)
    #expect(frame.row(1).count { $0.character == "─" } == 80 - filled)
  }

  @Test("title, selection, verdicts and footer have their roles")
  func roles() {
    let lesson = Grid.frame(.lesson, columns: 80, rows: 24, part: 0, theme: .dark)
    #expect(lesson.roles { $0.contains("Ce qui se voit") } == [.title])
    #expect(lesson.roles { $0.hasPrefix(" Entrée") } == [.strong, .quiet, .plain])
    let question = Grid.frame(.question, columns: 80, rows: 24, part: 0, theme: .dark)
    #expect(question.roles { $0.contains("▸ 2") } == [.accent])
    #expect(question.roles { $0.contains("  3  Une rue") } == [.plain])
    let home = Grid.frame(.home, columns: 80, rows: 24, part: 0, theme: .dark)
    #expect(home.roles { $0.contains("▸ Reprendre") } == [.accent])
    let verdict = Grid.frame(.verdict, columns: 80, rows: 24, part: 0, theme: .dark)
    #expect(verdict.roles { $0.hasPrefix("   Non.") } == [.wrong, .plain])
  }

  @Test("the sample of a theme has that theme's colours, the page its own")
  func samples() {
    let frame = Grid.frame(.themes, columns: 80, rows: 24, part: 0, theme: .dark)
    #expect(Set(frame.cells.map(\.theme)) == [nil, .plain, .dark, .light, .contrast])
    #expect(frame.theme == .dark)
  }

  private func body(of document: Document, columns: Int, rows: Int) -> [String] {
    parts(of: document, columns: columns, rows: rows).flatMap(\.self)
  }

  private func parts(of document: Document, columns: Int, rows: Int) -> [[String]] {
    let count = Grid.frame(document, columns: columns, rows: rows, part: 0, theme: .plain).parts
    return (0..<count).map { part in
      let frame = Grid.frame(document, columns: columns, rows: rows, part: part, theme: .plain)
      return Array(frame.lines[3..<(rows - 2)])
    }
  }
}

/// The promises every frame keeps.
func expectSound(
  _ frame: Frame, columns: Int, rows: Int, sourceLocation: SourceLocation = #_sourceLocation
) {
  let faults = frame.faults(columns: max(1, columns), rows: max(1, rows))
  #expect(faults.isEmpty, "\(columns)×\(rows)", sourceLocation: sourceLocation)
}

extension Frame {
  func faults(columns: Int, rows: Int) -> [String] {
    var faults: [String] = []
    if self.columns != columns || self.rows != rows || cells.count != columns * rows {
      faults.append("size")
    }
    if !(0..<parts).contains(part) { faults.append("part \(part) of \(parts)") }
    if let selectedPart, !(0..<parts).contains(selectedPart) { faults.append("selected part") }
    if let cursor, !(0..<rows).contains(cursor.row) || !(0..<columns).contains(cursor.column) {
      faults.append("cursor \(cursor)")
    }
    if cursor == nil, columns >= 40, rows >= 12 { faults.append("no cursor") }
    for row in 0..<rows where !isWhole(row) { faults.append("row \(row)") }
    for cell in Set(cells) where !cell.isSound { faults.append("cell \(cell)") }
    return faults
  }

  /// Whether a continuation follows each wide character of a row, and nothing else.
  private func isWhole(_ index: Int) -> Bool {
    var isExpected = false
    for cell in row(index) {
      guard cell.isContinuation == isExpected else { return false }
      isExpected = !cell.isContinuation && cell.character.columns == 2
    }
    return !isExpected
  }
}

extension Cell {
  fileprivate var isSound: Bool {
    isContinuation
      ? character == " "
      : character.columns > 0 && String(character).printable == String(character)
  }
}
