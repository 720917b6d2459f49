import Course
import Testing

@Suite struct BankTests {
  private func bank() throws -> [Question] { try Miniature.course().banks() }

  private func body(_ id: String) throws -> QuestionBody {
    try #require(try bank().first { $0.id == id }).body
  }

  @Test("a bank's question carries everything its fiche says")
  func metadata() throws {
    let question = try #require(try bank().first)
    #expect(question.id == "RU01-001")
    #expect(question.title == nil)
    #expect(question.level == 2)
    #expect(question.family == "liens")
    #expect(question.bank == "RU01")
    #expect(question.trades == ["accueil"])
    #expect(question.rule == .law)
    #expect(question.refs == ["RU01"])
    #expect(question.sources == ["cours"])
    #expect(question.verified == Day(iso: "2026-11-21"))
    #expect(question.review == Day(iso: "2027-05-21"))
    #expect(question.facilitator == "Et chez vous\u{202F}?")
    #expect(question.place == Place(file: "01-essai/banque.md", line: 3))
    #expect(question.prompt.plainText.hasPrefix("L’outil cite un article de loi. Que faire"))
  }

  @Test("without a family, a question is its own family")
  func family() throws {
    #expect(try bank()[1].family == "RU01-002")
  }

  @Test(
    "the exam leaves out free text, rewriting, « examen : non » and unverified sources",
    arguments: [
      ("RU01-001", true), ("RU01-002", false), ("RU01-003", true), ("RU01-004", false),
      ("RU01-005", true), ("RU01-006", true), ("RU01-007", false), ("RU01-008", false),
      ("RU01-009", true),
    ])
  func exam(id: String, expected: Bool) throws {
    #expect(try #require(try bank().first { $0.id == id }).isForExam == expected)
  }

  @Test("`[X]` is `[x]`")
  func capitalBox() throws {
    guard case .multiple(let options) = try body("RU01-002") else { throw WrongKind() }
    #expect(options.map(\.isRight) == [true, false, true])
  }

  @Test("true or false keeps the feedback as it is written")
  func trueFalse() throws {
    guard case .trueFalse(let options) = try body("RU01-003") else { throw WrongKind() }
    #expect(options[0].feedback.plainText == "La forme ne dit rien du fond, que je vérifie.")
    #expect(options[1].misconception == "MC-21")
  }

  @Test("an ordering keeps its steps in the right order and the other orders accepted")
  func order() throws {
    guard case .order(let steps, let accepted) = try body("RU01-005") else {
      throw WrongKind()
    }
    #expect(
      steps.map(\.text.plainText) == [
        "Je cesse d’écrire.", "Je préviens le service.", "Je note les faits.",
      ])
    #expect(accepted == [[2, 1, 3]])
    #expect(steps[1].feedback.plainText == "Très vite, pour que le risque soit évalué.")
  }

  @Test("pairs are cut at the arrow, decoys have no left part")
  func match() throws {
    guard case .match(let pairs) = try body("RU01-006") else { throw WrongKind() }
    #expect(pairs.map { $0.left?.plainText } == ["Relire", "Citer", nil])
    #expect(
      pairs.map(\.right.plainText) == [
        "éviter une erreur", "dire d’où cela vient", "gagner du temps",
      ])
    #expect(pairs[1].misconception == "MC-21")
    #expect(!pairs[2].feedback.isEmpty)
  }

  @Test("short answers may go without feedback")
  func short() throws {
    guard case .short(let options) = try body("RU01-007") else { throw WrongKind() }
    #expect(options.map(\.isRight) == [true, true, false])
    #expect(options[0].feedback.isEmpty)
  }

  @Test("a rewriting has forbidden and expected elements, a checklist and a model")
  func rewrite() throws {
    let question = try #require(try bank().first { $0.id == "RU01-008" })
    guard case .rewrite(let rewriting) = question.body else { throw WrongKind() }
    #expect(rewriting.forbidden.map(\.text.plainText) == ["Irène"])
    #expect(rewriting.expected.map(\.name) == ["document", "ton"])
    #expect(rewriting.expected[0].anyOf == ["lettre", "courrier"])
    #expect(rewriting.checklist.map(\.plainText) == ["Le but est-il clair\u{202F}?"])
    #expect(question.feedback.plainText == "Écris une lettre aimable, sans nom.")
    #expect(question.prompt.count == 3, "a quotation before the list belongs to the statement")
  }

  @Test("a case is a row of steps; its last quotation belongs to the case")
  func steps() throws {
    let question = try #require(try bank().first { $0.id == "RU01-009" })
    guard case .steps(let steps) = question.body else { throw WrongKind() }
    #expect(
      steps.map(\.title) == ["Quelle question poser d’abord au document\u{202F}?", "Le geste"])
    #expect(steps[0].prompt.isEmpty, "the heading may be the whole statement")
    #expect(steps[1].prompt.plainText == "Que faire ensuite de ce montant\u{202F}?")
    #expect(steps[1].options.map(\.isRight) == [false, true, false])
    #expect(question.feedback.plainText == "Une bonne source peut être périmée.")
  }

  @Test("a case of more than two steps stays out of the exam")
  func longCase() throws {
    let step = """
      ### Que faire de ce document maintenant\u{202F}?

      - [x] Je le relis.
        > Juste. Je relis avant d’envoyer, chaque fois.
      - [ ] Je l’envoie.
        > Non. Il partirait avec ses erreurs, sans relecture.

      """
    let changes = Miniature.question(step + "\n" + step + "\n" + step, type: "cas")
    let question = try #require(try Miniature.course(changes).banks().first)
    #expect(!question.isForExam)
  }

  @Test(
    "the bank is the first of the refs that is one, unless it is given",
    arguments: [
      ("refs : RU01 DP", "RU01"), ("refs : RDP01, DP RU04", "DP"),
      ("refs : RU01\nbanque : NOTIONS", "NOTIONS"),
    ])
  func bankName(extra: String, expected: String) throws {
    let body = "- [x] Je le lis.\n- [ ] Je le jette."
    let course = try Miniature.course(Miniature.question(body, extra: extra))
    #expect(try course.banks().first?.bank == expected)
  }
}
