import Course
import Testing

@Suite struct MiniatureTests {
  @Test("a sound course has no finding")
  func sound() {
    #expect(Miniature.findings().map(\.description) == [])
  }

  @Test("the outline holds the modules, their lessons and their numbers of screens")
  func outline() throws {
    let course = try Miniature.course()
    #expect(course.id == "mini")
    #expect(course.title == "Petit parcours")
    #expect(course.version == "1.2.0")
    #expect(course.badge == "essai")
    #expect(course.licence == "CC-BY-SA-4.0")
    #expect(course.welcome == [.paragraph([.text("Bienvenue à la valeur de collectivite.")])])
    let module = try #require(course.modules.first)
    #expect(module.id == "M1")
    #expect(module.counts)
    #expect(module.minutes == 15)
    #expect(module.opening.plainText == "Lundi, je reçois un courriel.")
    #expect(
      module.takeaways == [
        .list(ordered: false, items: [[.paragraph([.text("Je relis avant d’envoyer.")])]])
      ])
    #expect(module.scenarioFile == "01-essai/scenarios.md")
    #expect(module.bankFile == "01-essai/banque.md")
    #expect(module.place == Place(file: "01-essai/module.md", line: 1))
    #expect(
      module.lessons == [
        LessonOutline(
          id: "L1.1", title: "Je commence", minutes: 5, file: "01-essai/1-debut.md")
      ])
  }

  @Test("a lesson holds reading screens and questions")
  func lesson() throws {
    let course = try Miniature.course()
    let outline = try #require(course.modules.first?.lessons.first)
    let lesson = try course.lesson(outline)
    #expect(lesson.screens.map(\.title) == ["La situation", "À moi de dire"])
    #expect(lesson.screens[0].place.line == 8)
    #expect(
      lesson.screens[0].content
        == .reading([
          .paragraph([
            .text("Je copie "), .strong([.text("tout")]), .text(" le courriel."), .softBreak,
            .text("Puis je m’arrête."),
          ]),
          .quote([.paragraph([.text("Réponds à ce courriel.")])]),
        ]))
    guard case .question(let question) = lesson.screens[1].content,
      case .single(let options) = question.body
    else {
      Issue.record("the second screen is no question")
      return
    }
    #expect(question.id == "L1.1-q1")
    #expect(question.title == "À moi de dire")
    #expect(!question.isForExam, "only banks are drawn in the exam")
    #expect(options.map(\.isRight) == [false, true, false])
    #expect(options.map(\.misconception) == ["MC-21", nil, nil])
    #expect(options[0].text == [.text("Je le donne à l’outil.")])
    #expect(
      options[0].feedback.plainText == "Le geste est rapide, mais le courriel désigne une personne."
    )
    #expect(options.map(\.writtenVerdict) == ["Non.", "Juste.", "En partie."])
    #expect(options[2].place == Place(file: "01-essai/1-debut.md", line: 26))
    #expect(question.feedback.plainText == "Je garde l’aide, sans la personne.")
  }

  @Test("scenarios tell their story, with a question or none")
  func scenarios() throws {
    let course = try Miniature.course()
    let scenarios = try course.scenarios(of: try #require(course.modules.first))
    #expect(scenarios.map(\.id) == ["S1.1", "S1.2"])
    #expect(scenarios[0].title == "Un courriel pressé")
    #expect(scenarios[0].situation.plainText == "Un usager attend ma réponse.")
    #expect(scenarios[0].decision.plainText == "J’écris sans son nom.")
    #expect(scenarios[0].reason.plainText == "Le nom ne sert pas.")
    #expect(scenarios[0].question?.id == "S1.1")
    #expect(scenarios[0].question?.title == "À vous")
    #expect(scenarios[0].question?.prompt.plainText == "Que puis-je envoyer à l’outil\u{202F}?")
    #expect(scenarios[1].question == nil)
    #expect(scenarios[1].trades == ["tous"])
  }

  @Test("vocabularies keep key, title, aliases, status, date and address")
  func terms() throws {
    let course = try Miniature.course()
    #expect(try course.glossary().first?.key == "IA générative")
    #expect(try course.glossary().first?.aliases == ["IAG", "outil"])
    #expect(try course.principles().map(\.key) == ["RU01", "SANDI"])
    #expect(try course.principles().first?.title == "Je conserve l’esprit critique")
    #expect(try course.trades().first?.text.plainText == "Accueil du public")
    #expect(try course.misconceptions().map(\.key) == ["MC-21"])
    let source = try #require(try course.sources().first)
    #expect(source.status == "vérifié")
    #expect(source.verified == Day(iso: "2026-11-21"))
    #expect(source.address == "https://exemple.example/page")
  }

  @Test("the exam plan holds strata, levels and thresholds")
  func plan() throws {
    let plan = try #require(try Miniature.course().examPlan())
    #expect(plan.threshold == Threshold(4, outOf: 5))
    #expect(plan.presentation.plainText == "Je prends mon temps.")
    #expect(
      plan.strata == [
        Stratum(
          banks: ["RU01"], count: 1, levels: [[2], [1, 3]], distinctLetters: false,
          threshold: Threshold(1, outOf: 2), place: Place(file: "evaluation.md", line: 8))
      ])
  }

  @Test("files that may be missing give empty values")
  func missing() throws {
    let optional = [
      "evaluation.md", "principes.md", "glossaire.md", "metiers.md", "sources.md",
      "idees-fausses.md", "collectivite.md", "01-essai/scenarios.md", "01-essai/banque.md",
    ]
    let course = try Miniature.course(Dictionary(uniqueKeysWithValues: optional.map { ($0, nil) }))
    let module = try #require(course.modules.first)
    #expect(module.bankFile == nil && module.scenarioFile == nil)
    #expect(try course.banks().isEmpty)
    #expect(try course.scenarios(of: module).isEmpty)
    #expect(try course.examPlan() == nil)
    #expect(try course.glossary().isEmpty && course.principles().isEmpty)
    #expect(course.welcome.plainText == "Bienvenue à {collectivite}.")
  }
}
