import Display
import GoldenText
import Testing

@Suite("The pages in a window")
struct GridGoldenTests {
  static let sizes = [(80, 24), (40, 12), (200, 60)]

  @Test("each page looks as recorded, in all its parts", arguments: Sample.all, sizes)
  func looks(sample: Sample, size: (Int, Int)) throws {
    let (columns, rows) = size
    let first = Grid.frame(sample.document, columns: columns, rows: rows, part: 0, theme: .dark)
    let parts = (0..<first.parts).map { part in
      Grid.frame(sample.document, columns: columns, rows: rows, part: part, theme: .dark)
    }
    try Golden.expect(
      parts.flatMap(\.quoted), named: "\(sample.name)-\(columns)x\(rows)")
  }

  @Test("a locale without accents gets every page in ASCII", arguments: Sample.all)
  func ascii(sample: Sample) throws {
    let frame = Grid.frame(
      sample.document, columns: 80, rows: 24, part: 0, theme: .plain, glyphs: .ascii)
    #expect(frame.lines.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } })
    if sample.name == "accueil" { try Golden.expect(frame.quoted, named: "accueil-ascii") }
  }
}

extension Frame {
  /// Its rows between quotes, and where the cursor stands.
  var quoted: [String] {
    let cursor = cursor.map { "ligne \($0.row), colonne \($0.column)" } ?? "aucun"
    return ["partie \(part + 1) sur \(parts), curseur : \(cursor)"] + lines.map { "\"\($0)\"" }
  }

  func row(_ index: Int) -> ArraySlice<Cell> { cells[index * columns..<(index + 1) * columns] }

  /// The roles met in the row that begins with a text, its blanks left aside.
  func roles(where isWanted: (String) -> Bool) -> Set<Role> {
    guard let index = lines.firstIndex(where: isWanted) else { return [] }
    return Set(row(index).filter { $0.character != " " }.map(\.role))
  }
}
