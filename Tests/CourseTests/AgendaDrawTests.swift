import Course
import Testing

@Suite("What of a module fits the time") struct AgendaDrawTests {
  private static let course = try? Miniature.course([
    "01-essai/banque.md": bank(), "01-essai/scenarios.md": scenarios(),
  ])

  private static func bank() -> String {
    let questions = (1...24).map { number in
      let trade = number % 4 == 0 ? "rh" : number % 4 == 1 ? "tous" : "accueil"
      let type = number % 6 == 5 ? "multiple" : number % 6 == 0 ? "vrai-faux" : "unique"
      return """
        ## RU01-\(number < 10 ? "00" : "0")\(number)
        <!--
        type : \(type)
        niveau : \(1 + number % 3)
        famille : f\(number / 2)
        metier : \(trade)
        refs : RU01
        sources : cours
        -->
        Que faire au cas \(number) ?

        - [x] Je relis le texte \(number).
          > Juste. Je garde la main sur ce texte.
        - [ ] Je recopie le texte \(number).
          > Non. Le texte peut tromper son lecteur.

        """
    }
    return (["# Banque\n"] + questions).joined(separator: "\n")
  }

  private static func scenarios() -> String {
    let all = (1...4).map { number in
      """
      ## S1.\(number)
      <!--
      titre : Cas \(number)
      metier : \(number > 2 ? "rh" : "accueil")
      refs : RU01
      -->

      ### Situation
      Un usager attend.

      ### Décision
      Je relis.

      ### Pourquoi
      Le texte engage.

      """
    }
    return (["# Scénarios\n"] + all).joined(separator: "\n")
  }

  private func agenda(_ minutes: Int, trade: String? = nil, seed: UInt64 = 1) throws -> Agenda {
    let course = try #require(Self.course)
    let module = try #require(course.modules.first { $0.bankFile != nil })
    return try Agenda(of: module, in: course, minutes: minutes, trade: trade, seed: seed)
  }

  @Test(
    "each half-hour has one scenario and three questions", arguments: [(30, 1), (60, 2), (90, 3)])
  func counts(minutes: Int, halfHours: Int) throws {
    let agenda = try agenda(minutes)
    #expect(agenda.items.first == .opening)
    #expect(agenda.items.last == .takeaways)
    #expect(agenda.scenarios.count == halfHours)
    #expect(agenda.questions.count == 3 * halfHours)
    #expect(agenda.choice == Agenda.Choice(minutes: minutes, trade: nil, seed: 1))
  }

  @Test("strange lengths give the nearest one", arguments: [(-5, 3), (0, 3), (31, 3), (9000, 9)])
  func lengths(minutes: Int, questions: Int) throws {
    #expect(try agenda(minutes).questions.count == questions)
  }

  @Test("the same seed gives the same items, another one others")
  func seeds() throws {
    #expect(try agenda(60, seed: 7) == agenda(60, seed: 7))
    #expect(try agenda(60, seed: 7).fingerprint == agenda(60, seed: 7).fingerprint)
    let fingerprints = try Set((1...20).map { try agenda(60, seed: $0).fingerprint })
    #expect(fingerprints.count > 5)
  }

  @Test(
    "levels rise, families differ, all can be voted on", arguments: 1...20 as ClosedRange<UInt64>)
  func questions(seed: UInt64) throws {
    let questions = try agenda(90, seed: seed).questions
    #expect(questions.map(\.level) == questions.map(\.level).sorted())
    #expect(Set(questions.map(\.family)).count == questions.count)
    #expect(questions.allSatisfy { $0.voteOptions != nil })
  }

  @Test("a single choice goes before several, and 30 minutes go from level 1 to 3")
  func kinds() throws {
    for seed in 1...20 as ClosedRange<UInt64> {
      let questions = try agenda(30, seed: seed).questions
      #expect(questions.allSatisfy { !$0.takesSeveral })
      #expect(questions.map(\.level) == [1, 2, 3])
    }
  }

  @Test("what is of the trade comes first")
  func trade() throws {
    let agenda = try agenda(60, trade: "rh")
    #expect(agenda.scenarios.map(\.id) == ["S1.3", "S1.4"])
    #expect(agenda.questions.allSatisfy { !Set($0.trades).isDisjoint(with: ["rh", "tous"]) })
    #expect(try self.agenda(30).scenarios.map(\.id) == ["S1.1"])
    #expect(try self.agenda(90, trade: "inconnu").scenarios.count == 3)
  }

  @Test("the key screens are those to read of the first lesson, three at most")
  func screens() throws {
    let screens = try agenda(30).items.compactMap { item in
      if case .screen(let screen) = item { screen.title } else { nil }
    }
    #expect(screens == ["La situation"])
  }

  @Test("only choices among two to eight propositions can be voted on by raised hands")
  func fit() {
    for question in Sample.everyKind {
      switch question.body {
      case .single, .multiple: #expect(question.voteOptions != nil)
      default: #expect(question.voteOptions == nil)
      }
    }
  }
}

extension Agenda {
  fileprivate var scenarios: [Scenario] {
    items.compactMap { if case .scenario(let scenario) = $0 { scenario } else { nil } }
  }
  fileprivate var questions: [Question] {
    items.compactMap { if case .question(let question) = $0 { question } else { nil } }
  }
}
