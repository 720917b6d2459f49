import Display
import GoldenText
import Testing

@Suite("Line by line")
struct LinearTests {
  @Test("each page is said as recorded", arguments: Sample.all, [66, 30])
  func goldens(sample: Sample, width: Int) throws {
    let lines = Linear.lines(sample.document, after: nil, width: width)
    try Golden.expect(lines, named: "\(sample.name)-lineaire-\(width)")
  }

  @Test("a question, its answer and its verdict follow each other")
  func exchange() throws {
    let asked = Document.question(typed: "")
    let lines =
      Linear.lines(.lesson, after: nil, width: 66) + ["> "]
      + Linear.lines(asked, after: .lesson, width: 66) + ["> 9"]
      + Linear.lines(.refused, after: asked, width: 66) + ["> 2"]
      + Linear.lines(.verdict, after: .refused, width: 66) + ["> "]
    try Golden.expect(lines, named: "echange-lineaire")
  }

  @Test("after a refused line, only why and what to type")
  func refused() {
    let asked = Document.question(typed: "")
    #expect(
      Linear.lines(.refused, after: asked, width: 66) == [
        "Vous avez tapé 9. Choisissez entre 1 et 4.",
        "Une seule réponse, de 1 à 4, puis Entrée :",
      ])
  }

  @Test("what is typed or selected does not say the page again")
  func typed() {
    let prompt = ["Une seule réponse, de 1 à 4, puis Entrée :"]
    let asked = Document.question(typed: "")
    #expect(Linear.lines(.question(typed: "3"), after: asked, width: 66) == prompt)
    var moved = Document.home
    moved.blocks[1] = .menu([Document.MenuItem(key: "1", title: "Un")], selected: 0)
    var other = moved
    other.blocks[1] = .menu([Document.MenuItem(key: "1", title: "Un")], selected: nil)
    #expect(Linear.lines(other, after: moved, width: 66).count == 1)
  }

  @Test("a page begins with where one is, and what follows it does not")
  func heading() {
    let place = Document.Place(
      long: "x", short: "x", spoken: "module 4", counter: .init("écran", 4, of: 9))
    func first(_ title: String?, continues: Bool = false) -> String? {
      let page = Document(
        place: place, title: title, blocks: [.paragraph("Texte.")], continues: continues)
      return Linear.lines(page, after: nil, width: 66).first
    }
    #expect(first("Titre") == "Module 4, écran 4 sur 9. Titre.")
    #expect(first("Que faire ?") == "Module 4, écran 4 sur 9. Que faire ?")
    #expect(first(nil) == "Module 4, écran 4 sur 9.")
    #expect(first("Titre", continues: true) == "Texte.")
  }

  @Test("another page comes after an empty line, a sequel does not")
  func separation() {
    #expect(Linear.lines(.lesson, after: .home, width: 66).first == "")
    #expect(Linear.lines(.verdict, after: .question, width: 66).first?.hasPrefix("Non.") == true)
  }

  @Test(
    "a sign is said in a word",
    arguments: [
      ("≥ 5 et ≤ 9", "au moins 5 et au plus 9"), ("A → B", "A puis B"), ("A→B", "A puis B"),
      ("Menu › Sous-menu › Page", "Menu, Sous-menu, Page"), ("▸ choisi", "choisi"),
      ("RU04 et RPI01", "RU04 et RPI01"), ("• un", "- un"), ("━━━ fin", "fin"),
      ("✓ fait 👍", "oui fait"),
      ("« cité »…", "« cité »…"), ("agent·e·s", "agent·e·s"), ("\u{1B}[1mgras", "[1mgras"),
    ])
  func signs(text: String, said: String) {
    let page = Document(
      place: .init(long: "", short: "", spoken: ""), blocks: [.paragraph(Text(text))])
    #expect(Linear.lines(page, after: nil, width: 66).first == said)
  }

  @Test("no escape, box, arrow or emoji, and no line beyond the width", arguments: Hostile.texts)
  func hostile(text: String) {
    let page = Hostile.page(text)
    for (index, width) in [-3, 2, 9, 20, 40, 66, 500].enumerated() {
      let lines = Linear.lines(
        page, after: index.isMultiple(of: 2) ? nil : .home, width: width,
        glyphs: Glyphs.allCases[index % 3])
      expectPlain(lines, width: max(2, min(66, width)))
    }
  }

  @Test("every page of the course is plain at every width", arguments: Sample.all)
  func pages(sample: Sample) {
    for width in stride(from: 2, through: 66, by: 4) {
      expectPlain(Linear.lines(sample.document, after: nil, width: width), width: width)
    }
  }

  @Test("no word is cut that the width can hold", arguments: Sample.all)
  func words(sample: Sample) {
    func words(_ width: Int) -> [String] {
      Linear.lines(sample.document, after: nil, width: width)
        .flatMap { $0.split { $0 == " " || $0 == "-" }.map(String.init) }
    }
    #expect(words(30) == words(66))
  }

  @Test("in a locale without accents, every line is ASCII", arguments: Sample.all)
  func ascii(sample: Sample) {
    let lines = Linear.lines(sample.document, after: nil, width: 40, glyphs: .ascii)
    #expect(lines.allSatisfy { $0.utf8.allSatisfy { (0x20..<0x7F).contains($0) } })
    #expect(lines.allSatisfy { $0.count <= 40 })
  }
}

@Suite("A document to keep, line by line")
struct ReadingTests {
  private static let place = Document.Place(long: "x", short: "x", spoken: "fiche")

  @Test("an empty line stands before each heading, and nowhere else")
  func headings() {
    let document = Document(
      place: Self.place,
      blocks: [
        .paragraph("Un."), .heading("Deux"), .paragraph("Trois."), .facts([.init("a", "b")]),
        .heading("Quatre"), .heading("Cinq"), .quote([.heading("Six")]),
      ])
    #expect(
      Linear.lines(reading: document, width: 66) == [
        "Fiche.", "Un.", "", "Deux.", "Trois.", "a : b", "", "Quatre.", "", "Cinq.", "Citation :",
        "Six.", "Fin de la citation.",
      ])
  }

  @Test("what is said on screen has no such line, and no prompt is kept")
  func screen() {
    let document = Document(
      place: Self.place, blocks: [.heading("Deux"), .paragraph("Trois.")],
      question: "Une seule réponse", bindings: [.quit])
    #expect(Linear.lines(reading: document, width: 66) == ["Fiche.", "", "Deux.", "Trois."])
    #expect(
      Linear.lines(document, after: nil, width: 66).dropLast() == ["Fiche.", "Deux.", "Trois."])
  }

  @Test("no line goes beyond the width, whatever the text", arguments: Hostile.texts)
  func hostile(text: String) {
    for width in [-3, 2, 9, 20, 66, 500] {
      let lines = Linear.lines(reading: Hostile.page(text), width: width)
      expectPlain(lines + ["fin"], width: max(3, min(66, width)))
    }
  }

  @Test("but for the empty lines, the words are those of the screen", arguments: Sample.all)
  func words(sample: Sample) {
    var document = sample.document
    document.notice = nil
    document.continues = false
    let kept = Linear.lines(reading: document, width: 66)
    let said = Linear.lines(document, after: nil, width: 66)
    let prompt = said.count - kept.filter { !$0.isEmpty }.count
    #expect(prompt > 0)
    #expect(kept.filter { !$0.isEmpty } == Array(said.dropLast(prompt)))
  }
}

@Suite("What to type")
struct PromptTests {
  @Test(
    "a question is completed by what sends it",
    arguments: [
      ("Une seule réponse, de 1 à 4", "Une seule réponse, de 1 à 4, puis Entrée :"),
      ("De 1 à 4.", "De 1 à 4, puis Entrée :"), ("Votre nom :", "Votre nom, puis Entrée :"),
      ("La remettre ?", "La remettre ? Tapez votre réponse, puis Entrée :"),
      ("Tapez oui, puis Entrée.", "Tapez oui, puis Entrée :"),
      ("Tapez 1 ou 2, puis Entrée :", "Tapez 1 ou 2, puis Entrée :"),
    ])
  func question(question: String, prompt: String) {
    #expect(last(Document(place: .none, blocks: [], question: question)) == prompt)
  }

  @Test(
    "without a question, the bindings say it",
    arguments: [
      (
        [Binding.enter("suite"), .back("retour"), .quit],
        "Entrée : suite. Ou tapez retour, quitter."
      ),
      ([.enter("suite")], "Entrée : suite."),
      ([.help, .quit], "Tapez aide, quitter, puis Entrée."),
      ([], "Votre réponse, puis Entrée :"),
      (
        [
          .enter("suite"), Binding("x", help: "", isQuiet: true),
          Binding("y", help: "", disabled: "z"),
        ],
        "Entrée : suite."
      ),
    ] as [([Binding], String)])
  func bindings(bindings: [Binding], prompt: String) {
    #expect(last(Document(place: .none, blocks: [], bindings: bindings)) == prompt)
    #expect(last(Document(place: .none, blocks: [], question: " ", bindings: bindings)) == prompt)
  }

  private func last(_ document: Document) -> String? {
    Linear.lines(document, after: nil, width: 66).last
  }
}

extension Document.Place {
  static let none = Document.Place(long: "", short: "", spoken: "")
}

/// The promises of every line of the reference product.
func expectPlain(
  _ lines: [String], width: Int, sourceLocation: SourceLocation = #_sourceLocation
) {
  let faults = lines.filter { line in
    line.columns > width || line.hasSuffix(" ")
      || line.unicodeScalars.contains(where: \.isForbidden)
  }
  #expect(faults.isEmpty, "width \(width)", sourceLocation: sourceLocation)
  #expect(lines.last?.isEmpty == false, "no prompt", sourceLocation: sourceLocation)
}

extension Unicode.Scalar {
  /// Controls, bidi controls, and what checks B6 and C8 of `accessibilite.md` refuse.
  fileprivate var isForbidden: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
    case 0x2022, 0x203A, 0x2190...0x21FF, 0x2264, 0x2265, 0x2500...0x259F, 0x25B8: true
    case 0x1F300...0x1FAFF: true
    default: false
    }
  }
}
