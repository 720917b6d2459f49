import Display
import Testing

@Suite("What surrounds a page")
struct SurroundTests {
  @Test(
    "the footer is cut by whole bindings and keeps the help",
    arguments: [
      (100, " Entrée suite   ← retour   glossaire   sources   chercher   ? aide   plan   quitter"),
      (80, " Entrée suite   ← retour   glossaire   sources   chercher   ? aide   plan"),
      (66, " Entrée suite   ← retour   glossaire   sources   ? aide"),
      (60, " Entrée suite   ← retour   glossaire   sources   ? aide"),
      (59, " Entrée suite   ← retour   ? aide"), (40, " Entrée suite   ← retour   ? aide"),
    ])
  func footer(columns: Int, expected: String) {
    let frame = Grid.frame(.lesson, columns: columns, rows: 40, part: 0, theme: .plain)
    #expect(frame.lines.last == expected)
  }

  @Test("a binding too long for the window is shortened, not lost")
  func longFooter() {
    let long = Binding(
      "aide", keys: [.character("?")], label: "aide et réglages de cette page de leçon", help: "")
    var document = Document.lesson
    document.bindings = [.enter("suite"), long]
    let frame = Grid.frame(document, columns: 40, rows: 12, part: 0, theme: .plain)
    #expect(frame.lines.last == " ? aide et réglages de cette page de…")
  }

  @Test(
    "the top line says where, how far, and which part",
    arguments: [
      (80, 24, " 4 Données personnelles › 1 Je reconnais une donnée personnelle   écran 4 sur 9"),
      (70, 24, " 4 Données personnelles › 1 Je reconnais une donnée…    écran 4 sur 9"),
      (70, 13, " 4 Données personnelles › 1 Je reconnais une…     écran 4 sur 9 · 1/2"),
      (59, 24, " 4.1 · 4/9"), (40, 12, " 4.1 · 4/9                          1/3"),
    ])
  func topLine(columns: Int, rows: Int, expected: String) {
    let frame = Grid.frame(.lesson, columns: columns, rows: rows, part: 0, theme: .plain)
    #expect(frame.lines.first == expected)
  }

  @Test("the notice stands just above the input line, and a long one leaves room for the page")
  func notice() {
    let frame = Grid.frame(.refused, columns: 80, rows: 24, part: 0, theme: .plain)
    #expect(frame.lines[21] == "   Vous avez tapé 9. Choisissez entre 1 et 4.")
    var document = Document.refused
    document.notice = Text(String(repeating: "encore ", count: 100))
    let low = Grid.frame(document, columns: 40, rows: 12, part: 0, theme: .plain)
    #expect(low.lines[7...9].allSatisfy { $0.contains("encore") })
    #expect(low.lines[9].hasSuffix("…"))
    #expect(low.lines[3].contains("Je prépare"))
  }

  @Test("in a narrow window the state of an item stays when it adds no line")
  func narrowMenu() {
    let frame = Grid.frame(.home, columns: 50, rows: 30, part: 0, theme: .plain)
    #expect(frame.lines.contains("   4  Données personnelles, en cours"))
    #expect(!frame.lines.contains { $0.contains("11 min") })
  }

  @Test("a title too long for its column wraps under itself")
  func wideMenu() {
    let title = String(repeating: "un titre long ", count: 6)
    let document = Document(
      place: .none,
      blocks: [
        .menu(
          [
            Document.MenuItem(key: "1", title: title, state: "terminé", note: "5 min"),
            Document.MenuItem(key: "2", title: "Court", state: "à faire"),
          ], selected: nil)
      ])
    let lines = Grid.frame(document, columns: 80, rows: 24, part: 0, theme: .plain).lines
    #expect(lines[3].hasPrefix("   1  un titre long"))
    #expect(lines[4].hasPrefix("      long un titre"))
    #expect(lines[3].count == lines[3].columns && lines[3].hasSuffix("   terminé   5 min"))
    let state = lines[3].count - "terminé   5 min".count
    #expect(lines.contains { $0.dropFirst(state) == "à faire" })
  }
}
