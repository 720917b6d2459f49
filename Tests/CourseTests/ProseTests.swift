import Course
import Testing

@Suite struct ProseTests {
  /// The blocks of a lesson's only screen.
  private func blocks(_ text: String) throws -> [Block] {
    let course = try Miniature.course(Miniature.screen(text))
    let lesson = try course.lesson(try #require(course.modules.first?.lessons.first))
    guard case .reading(let blocks)? = lesson.screens.first?.content else { throw WrongKind() }
    return blocks
  }

  private func inlines(_ text: String) throws -> [Inline] {
    guard case .paragraph(let inlines)? = try blocks(text).first else { throw WrongKind() }
    return inlines
  }

  @Test("marks become the inlines of the model")
  func marks() throws {
    #expect(
      try inlines("Un **gras *et* fin**, `code`, [lien](https://exemple.example).") == [
        .text("Un "), .strong([.text("gras "), .emphasis([.text("et")]), .text(" fin")]),
        .text(", "), .code("code"), .text(", "),
        .link([.text("lien")], address: "https://exemple.example"), .text("."),
      ])
  }

  @Test("two spaces or a backslash at the end of a line force a new one")
  func lineBreaks() throws {
    #expect(
      try inlines("Un  \ndeux\\\ntrois\nquatre") == [
        .text("Un"), .lineBreak, .text("deux"), .lineBreak, .text("trois"), .softBreak,
        .text("quatre"),
      ])
  }

  @Test("an escaped asterisk is an asterisk, an entity its character")
  func escapes() throws {
    #expect(
      try inlines("Deux \\* trois & quatre &eacute; &nbsp;").plainText
        == "Deux * trois & quatre é \u{A0}")
  }

  @Test("an underscore inside a word, and a variable's, stay as they are")
  func underscores() throws {
    #expect(
      try inlines("Le nom_de_fichier, {dpo_contact} et {outil_autorise}.").plainText
        == "Le nom_de_fichier, la valeur de dpo_contact et la valeur de outil_autorise.")
  }

  @Test("lists keep their order, their items and what is inside")
  func lists() throws {
    #expect(
      try blocks("1. Un\n2. Deux\n   - a\n   - b\n\nPuis\n\n- c\n\n  > d") == [
        .list(
          ordered: true,
          items: [
            [.paragraph([.text("Un")])],
            [
              .paragraph([.text("Deux")]),
              .list(
                ordered: false,
                items: [[.paragraph([.text("a")])], [.paragraph([.text("b")])]]),
            ],
          ]),
        .paragraph([.text("Puis")]),
        .list(
          ordered: false,
          items: [[.paragraph([.text("c")]), .quote([.paragraph([.text("d")])])]]),
      ])
  }

  @Test("a quotation holds its paragraphs")
  func quotes() throws {
    #expect(
      try blocks("> Un\n> deux\n>\n> trois") == [
        .quote([
          .paragraph([.text("Un"), .softBreak, .text("deux")]), .paragraph([.text("trois")]),
        ])
      ])
  }

  @Test(
    "a written verdict leaves the feedback, and only at its head",
    arguments: [
      ("Juste. Le reste.", "Le reste.", "Juste."), ("Juste.\n  > Le reste.", "Le reste.", "Juste."),
      ("Juste.\u{A0}Le reste.", "Le reste.", "Juste."), ("Oui. Le reste.", "Le reste.", "Oui."),
      ("En partie. Le reste.", "Le reste.", "En partie."), ("Non.", "", "Non."),
      ("Juste avant le reste.", "Juste avant le reste.", nil),
      ("Le reste. Juste.", "Le reste. Juste.", nil), ("Non.Collé.", "Non.Collé.", nil),
      ("Juste. Non. Le reste.", "Non. Le reste.", "Juste."),
      ("Juste. **Gras** et reste.", "Gras et reste.", "Juste."),
      ("Juste.\n  >\n  > Le reste.", "Le reste.", "Juste."),
    ])
  func verdicts(written: String, shown: String, verdict: String?) throws {
    let course = try Miniature.course(
      Miniature.question("- [x] Je le lis.\n  > \(written)\n- [ ] Je le jette."))
    guard case .single(let options)? = try course.banks().first?.body else { throw WrongKind() }
    #expect(options[0].feedback.plainText == shown)
    #expect(options[0].writtenVerdict == verdict)
  }

  @Test("where none is expected, a verdict stays in the feedback")
  func keptVerdict() throws {
    let course = try Miniature.course(
      Miniature.question(
        "- [x] Un texte.\n  > Oui. Le reste.\n- [ ] Un autre.\n  > Le reste.", type: "vrai-faux"))
    guard case .trueFalse(let options)? = try course.banks().first?.body else { throw WrongKind() }
    #expect(options[0].feedback.plainText == "Oui. Le reste.")
  }

  @Test("an option may go on a second line, indented, and end with its reference")
  func longOption() throws {
    let course = try Miniature.course(
      Miniature.question("- [x] Je le lis\n  avec soin. <!-- MC-21 -->\n- [ ]\n  Je le jette."))
    guard case .single(let options)? = try course.banks().first?.body else { throw WrongKind() }
    #expect(options.map(\.text.plainText) == ["Je le lis avec soin.", "Je le jette."])
    #expect(options.map(\.misconception) == ["MC-21", nil])
    #expect(options.map(\.place.line) == [11, 13])
  }

  @Test("bold on both sides of an arrow stays with its side")
  func boldPair() throws {
    let course = try Miniature.course(
      Miniature.question("- **A** un → deux **B**\n- c → d", type: "associer"))
    guard case .match(let pairs)? = try course.banks().first?.body else { throw WrongKind() }
    #expect(pairs[0].left == [.strong([.text("A")]), .text(" un")])
    #expect(pairs[0].right == [.text("deux "), .strong([.text("B")])])
  }
}
