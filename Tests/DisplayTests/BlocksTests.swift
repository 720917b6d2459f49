import Display
import Testing

/// A block, what a window of 46 columns shows of it, and what is said of it.
struct BlockCase: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var block: Document.Block
  var shown: [String]
  var said: [String]

  init(_ name: String, _ block: Document.Block, shown: [String], said: [String]) {
    testDescription = name
    self.block = block
    self.shown = shown
    self.said = said
  }

  private static let two: [Document.Block] = [.paragraph("un"), .paragraph("deux")]

  static let all = [
    BlockCase(
      "an empty paragraph is nothing", .paragraph(""), shown: [], said: []),
    BlockCase(
      "a bar has its figures beside it", .bars([Document.Bar("A", value: 4, of: 17)]),
      shown: ["   A  ████ 4 sur 17, 24\u{202F}%"], said: ["A : 4 voix sur 17, 24\u{202F}%."]),
    BlockCase(
      "no hand is no bar", .bars([Document.Bar("A", value: 0, of: 0)]),
      shown: ["   A  0 sur 0, 0\u{202F}%"], said: ["A : 0 voix sur 0, 0\u{202F}%."]),
    BlockCase(
      "two votes are two bars of one scale, in words when they are said",
      .bars([
        Document.Bar("B", "Oui, en recoupant.", value: 15, of: 17, before: .init(5, of: 15))
      ]),
      shown: [
        "   B  Oui, en recoupant.", "      avant  ████ 5 sur 15, 33\u{202F}%",
        "      après  ██████████ 15 sur 17, 88\u{202F}%",
      ],
      said: [
        "B. Oui, en recoupant : 15 voix sur 17, 88\u{202F}%,", "avant 5 sur 15, 33\u{202F}%.",
      ]),
    BlockCase(
      "a heading keeps its punctuation", .heading("Pourquoi ?"), shown: ["   Pourquoi ?"],
      said: ["Pourquoi ?"]),
    BlockCase(
      "a heading ends with a full stop when it is said", .heading("À retenir"),
      shown: ["   À retenir"], said: ["À retenir."]),
    BlockCase(
      "items of two paragraphs have air", .list(ordered: true, [two, two]),
      shown: ["   1. un", "", "      deux", "", "   2. un", "", "      deux"],
      said: ["1. un", "   deux", "2. un", "   deux"]),
    BlockCase(
      "numbers are aligned",
      .list(ordered: true, (1...10).map { _ in [.paragraph("x")] }),
      shown: (1...9).map { "   \($0).  x" } + ["   10. x"], said: (1...10).map { "\($0). x" }),
    BlockCase(
      "an item without a word keeps its bullet on screen only",
      .list(ordered: false, [[], [.paragraph("x")]]), shown: ["   •", "   •  x"], said: ["- x"]),
    BlockCase(
      "a quotation of one paragraph is between guillemets", .quote([.paragraph("Oui.")]),
      shown: ["      « Oui. »"], said: ["« Oui. »"]),
    BlockCase(
      "guillemets are not doubled", .quote([.paragraph("« Oui. »")]),
      shown: ["      « Oui. »"], said: ["« Oui. »"]),
    BlockCase(
      "a quotation that begins with a list is announced and closed",
      .quote([.list(ordered: false, [[.paragraph("x")]])]), shown: ["      •  x"],
      said: ["Citation :", "- x", "Fin de la citation."]),
    BlockCase(
      "a verdict begins with its word", .verdict(.partly, "Votre réponse : 1"),
      shown: ["   En partie.   Votre réponse : 1"], said: ["En partie. Votre réponse : 1"]),
    BlockCase(
      "a verdict that has its word does not repeat it", .verdict(.right, "Juste. C'est 3."),
      shown: ["   Juste. C'est 3."], said: ["Juste. C'est 3."]),
    BlockCase(
      "a verdict without a text is its word", .verdict(.wrong, ""), shown: ["   Non."],
      said: ["Non."]),
    BlockCase(
      "what is not graded has no word", .verdict(.noted, "C'est écrit."),
      shown: ["   C'est écrit."], said: ["C'est écrit."]),
    BlockCase(
      "facts are in two columns", .facts([.init("a", "un"), .init("bcd", "deux")]),
      shown: ["     a     un", "     bcd   deux"], said: ["a : un", "bcd : deux"]),
    BlockCase(
      "facts whose labels are long are lines",
      .facts([.init("un libellé vraiment très long", "une valeur")]),
      shown: ["     un libellé vraiment très long : une", "     valeur"],
      said: ["un libellé vraiment très long : une valeur"]),
    BlockCase(
      "numbers of a menu are aligned at the right",
      .menu([.init(key: "9", title: "Neuf"), .init(key: "10", title: "Dix")], selected: 1),
      shown: ["    9  Neuf", " ▸ 10  Dix"], said: ["9. Neuf.", "10. Dix."]),
    BlockCase(
      "what is chosen is said, what is only selected too",
      .choices([
        .init(label: "1", text: "un", mark: .checked(true)),
        .init(label: "2", text: "deux", mark: .none, isSelected: true),
        .init(label: "3", text: "trois", mark: .word("faux")),
        .init(label: "4", text: "quatre", mark: .rank(12)),
      ]),
      shown: [
        "     1  [x]   un", "   ▸ 2        deux", "     3  faux  trois", "     4  12e   quatre",
      ], said: ["1. Choisi : un", "2. Choisi : deux", "3. Faux : trois", "4. Rang 12 : quatre"]),
    BlockCase(
      "a long proposition stays beside its number",
      .choices([.init(label: "b", text: "une proposition qui tient sur deux lignes")]),
      shown: ["     b  une proposition qui tient sur deux", "        lignes"],
      said: ["b. une proposition qui tient sur deux lignes"]),
  ]
}

@Suite("Blocks")
struct BlocksTests {
  @Test("a block is shown and said", arguments: BlockCase.all)
  func block(example: BlockCase) {
    let page = Document(place: .none, blocks: [example.block], bindings: [.enter("suite")])
    let frame = Grid.frame(page, columns: 46, rows: 40, part: 0, theme: .plain)
    var shown = Array(frame.lines[3..<38])
    while shown.last?.isEmpty == true { shown.removeLast() }
    #expect(shown == example.shown)
    #expect(Linear.lines(page, after: nil, width: 46).dropLast() == example.said[...])
  }

  @Test("a heading stands close to what it is above, other blocks apart")
  func gaps() {
    let page = Document(
      place: .none, title: "Titre",
      blocks: [.paragraph("un"), .heading("deux"), .facts([.init("a", "b")]), .paragraph("trois")])
    let lines = Grid.frame(page, columns: 80, rows: 24, part: 0, theme: .plain).lines
    #expect(
      lines[3...11].map { String($0) } == [
        "   Titre", "", "   un", "", "   deux", "     a   b", "", "   trois", "",
      ])
  }

  @Test("a wide character cut by the edge leaves a blank")
  func edge() {
    var page = Document(place: .none, blocks: [])
    page.input = InputLine(String(repeating: "漢", count: 40))
    page.input.moveToStart()
    let frame = Grid.frame(page, columns: 40, rows: 12, part: 0, theme: .plain)
    #expect(frame.faults(columns: 40, rows: 12) == [])
    #expect(frame.lines[10] == " › " + String(repeating: "漢", count: 18))
  }
}
