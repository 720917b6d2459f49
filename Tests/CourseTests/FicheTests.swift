import Course
import Testing

@Suite struct FicheTests {
  /// The only question of a bank whose fiche holds these lines.
  private func question(_ extra: String) throws -> Question {
    let body = "- [x] Je le lis.\n- [ ] Je le jette."
    return try #require(
      try Miniature.course(Miniature.question(body, extra: extra)).banks().first)
  }

  @Test(
    "lists are written with spaces, commas, or both",
    arguments: ["RU01 RDP01 DP", "RU01, RDP01, DP", "RU01,RDP01  ,DP", "RU01\u{A0}RDP01\u{202F}DP"])
  func lists(value: String) throws {
    #expect(try question("refs : \(value)").refs == ["RU01", "RDP01", "DP"])
  }

  @Test(
    "the colon may have any space around it, a value may hold colons",
    arguments: ["famille: a:b", "famille :a:b", "famille\u{A0}: a:b", "  famille  :  a:b  "])
  func colon(line: String) throws {
    #expect(try question("refs : RU01\n\(line)").family == "a:b")
  }

  @Test("empty lines in a fiche do not count")
  func emptyLines() throws {
    #expect(try question("\n  \nrefs : RU01\n").bank == "RU01")
  }

  @Test("a fiche may stand on one line, and an empty line above it")
  func oneLine() throws {
    let text = "# T\n\n<!-- identifiant : L1.1 -->\n\n## E\n\nUn.\n"
    let found = Miniature.findings(["01-essai/1-debut.md": text])
    #expect(found.filter { $0.place.file == "01-essai/1-debut.md" }.map(\.place.line) == [3])
    #expect(found.contains { $0.problem.contains("duree") }, "the identifier was read")
  }

  @Test(
    "the facilitator's question has French spaces whatever its author typed",
    arguments: [
      ("Et vous ?", "Et vous\u{202F}?"), ("Voici : oui", "Voici\u{A0}: oui"),
      ("Il dit « non » ; bien !", "Il dit «\u{202F}non\u{202F}»\u{202F}; bien\u{202F}!"),
      ("Et vous\u{202F}?", "Et vous\u{202F}?"), ("À 8 :30", "À 8 :30"),
      ("Chez {charte} ?", "Chez la valeur de charte\u{202F}?"),
    ])
  func frenchSpaces(written: String, shown: String) throws {
    #expect(try question("refs : RU01\nanimateur : \(written)").facilitator == shown)
  }

  @Test("« accepte » comes once for each order")
  func accepted() throws {
    let course = try Miniature.course(
      Miniature.question(
        "1. Un.\n2. Deux.\n3. Trois.", type: "ordonner",
        extra: "refs : RU01\naccepte : 1 3 2\naccepte : 2, 1, 3"))
    guard case .order(_, let accepted)? = try course.banks().first?.body else { throw WrongKind() }
    #expect(accepted == [[1, 3, 2], [2, 1, 3]])
  }

  @Test(
    "values that have a shape are kept as values",
    arguments: [
      ("regle : loi", Rule.law), ("regle : locale", .local), ("regle : pratique", .practice),
    ])
  func rules(line: String, rule: Rule) throws {
    #expect(try question("refs : RU01\n\(line)").rule == rule)
  }

  @Test("a question without optional keys has none of their values")
  func absent() throws {
    let question = try question("refs : RU01")
    #expect(question.rule == nil && question.letter == nil && question.facilitator == nil)
    #expect(question.verified == nil && question.review == nil)
    #expect(question.trades.isEmpty && question.sources.isEmpty)
    #expect(question.isForExam)
  }

  @Test("a letter of SANDI is kept", arguments: ["S", "A", "N", "D", "I"])
  func letter(letter: String) throws {
    let question = try question("refs : SANDI RU01\nlettre : \(letter)")
    #expect(question.letter == letter)
    #expect(question.bank == "SANDI")
  }

  @Test("a module may be left out of the count")
  func counts() throws {
    let module = (Miniature.texts["01-essai/module.md"] ?? "")
      .replacing("duree : 15", with: "duree : 15\ncompte : non")
    let course = try Miniature.course(["01-essai/module.md": module])
    #expect(course.modules.map(\.counts) == [false])
  }
}
