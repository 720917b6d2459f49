import Course
import Testing

@Suite("The preview of a file") struct ContentPreviewTests {
  private static func preview(
    _ path: String, _ changes: [String: String?] = [:], local: [String: String] = [:]
  ) -> ContentPreview {
    ContentPreview(
      of: path, in: Miniature.files(changes, local: local), today: Miniature.today)
  }

  private static func isQuestion(_ card: ContentPreview.Card) -> Bool {
    if case .question = card.content { true } else { false }
  }

  @Test("a lesson is shown screen by screen, as the course reads it")
  func lesson() throws {
    let preview = Self.preview("01-essai/1-debut.md")
    #expect(preview.file == "01-essai/1-debut.md")
    #expect(preview.findings == [] && !preview.isRefused)
    #expect(preview.cards.map(\.title) == ["La situation", "À moi de dire"])
    let course = try Miniature.course()
    let lesson = try course.lesson(try #require(course.modules.first?.lessons.first))
    for (card, screen) in zip(preview.cards, lesson.screens) {
      switch (card.content, screen.content) {
      case (.reading(let shown), .reading(let read)): #expect(shown == read)
      case (.question(let shown), .question(let read)): #expect(shown == read)
      default: Issue.record("\(card.title)")
      }
    }
  }

  @Test("a bank is shown question by question, under their identifiers")
  func bank() throws {
    let preview = Self.preview(Miniature.bankPath)
    #expect(preview.cards.map(\.title) == (1...9).map { "RU01-00\($0)" })
    #expect(preview.cards.allSatisfy(Self.isQuestion))
    let questions = try Miniature.course().banks()
    #expect(preview.cards.map(\.content) == questions.map { .question($0) })
  }

  @Test("a situation is shown with its question, when it has one, then its decision and why")
  func scenarios() {
    let cards = Self.preview("01-essai/scenarios.md").cards
    #expect(
      cards.map(\.title) == [
        "S1.1, Un courriel pressé", "S1.1, Un courriel pressé",
        "S1.1, Un courriel pressé : la décision", "S1.2, Un autre jour",
        "S1.2, Un autre jour : la décision",
      ])
    #expect(cards.map(Self.isQuestion) == [false, true, false, false, false])
    guard case .reading(let blocks)? = cards.last?.content else {
      Issue.record("the decision is no text")
      return
    }
    #expect(blocks.plainText == "Je la relis.\nElle engage le service.")
  }

  @Test("a module is shown as its opening, then what is kept of it")
  func module() {
    let cards = Self.preview("01-essai/module.md").cards
    #expect(cards.map(\.title) == ["Essai", "Je retiens"])
    #expect(
      cards.first?.content == .reading([.paragraph([.text("Lundi, je reçois un courriel.")])]))
  }

  @Test("local values stand in the place of variables")
  func variables() {
    let cards = Self.preview("01-essai/1-debut.md", Miniature.screen("Chez {collectivite}.")).cards
    #expect(
      cards.map(\.content) == [
        .reading([.paragraph([.text("Chez la valeur de collectivite.")])])
      ])
  }

  @Test(
    "a file that shows nothing alone has no screen, and nothing is said of it",
    arguments: ["glossaire.md", "parcours.md", "README.md", "LICENSE", "absent.md", "", "01-essai"])
  func nothing(path: String) {
    let preview = Self.preview(path, ["README.md": "# Lisez-moi\n", "LICENSE": "EUPL"])
    #expect(preview.cards == [])
    #expect(preview.findings == [])
  }

  @Test("a lesson that nothing leads to is said to be so")
  func unlinked() {
    let preview = Self.preview("01-essai/9-perdu.md", ["01-essai/9-perdu.md": Miniature.lesson])
    #expect(preview.cards == [])
    #expect(preview.findings.map(\.rule) == ["Q21"])
    #expect(!preview.isRefused)
  }

  @Test("a mistake refuses the file, with the checker's own sentences", arguments: Fault.all)
  func refused(fault: Fault) {
    let preview = Self.preview(fault.path, [fault.path: fault.text])
    #expect(preview.isRefused)
    let found = Miniature.findings([fault.path: fault.text])
    #expect(preview.findings == found.filter { $0.place.file == fault.path })
  }

  @Test("a file that can no longer be read is refused, and shows nothing")
  func unreadable() {
    var files = Miniature.files()
    let read = files.common.read
    files.common.read = { $0 == "01-essai/1-debut.md" ? nil : read($0) }
    let preview = ContentPreview(of: "01-essai/1-debut.md", in: files, today: Miniature.today)
    #expect(preview.isRefused && preview.cards == [])
  }

  @Test("what is wrong elsewhere does not concern it")
  func elsewhere() {
    let preview = Self.preview("01-essai/1-debut.md", ["glossaire.md": "# G\n\n## A\n"])
    #expect(preview.findings == [] && preview.cards.count == 2)
  }

  @Test("advice does not refuse it")
  func advised() {
    let preview = Self.preview(
      Miniature.bankPath, Miniature.question("- [x] Je le relis.\n- [ ] Je l’envoie."))
    #expect(preview.findings.contains { $0.rule == "Q04" && $0.severity == .warning })
    #expect(preview.cards.count == 1)
  }

  @Test("a local addition shows its own questions, the common file the others")
  func local() {
    let addition =
      "# Ajouts\n\n## RU01-002\n<!--\ntype : unique\nniveau : 1\nrefs : RU01\n-->\n"
      + "Une note arrive. Que faire avant midi\u{202F}?\n\n\(Departure.sound)\n"
    let local = [Miniature.bankPath: addition]
    let shown = Self.preview("ajouts-locaux/" + Miniature.bankPath, local: local)
    #expect(shown.cards.map(\.title) == ["RU01-002"])
    #expect(shown.findings == [])
    let common = Self.preview(Miniature.bankPath, local: local)
    #expect(common.cards.map(\.title) == (1...9).filter { $0 != 2 }.map { "RU01-00\($0)" })
  }

  @Test("a local lesson is shown in the place of the common one")
  func localLesson() {
    let text = "# Un autre\n<!--\nidentifiant : L1.1\nduree : 9\n-->\n\n## Seul\n\nUn texte.\n"
    let local = ["01-essai/1-debut.md": text]
    #expect(Self.preview("ajouts-locaux/01-essai/1-debut.md", local: local).cards.count == 1)
    #expect(Self.preview("01-essai/1-debut.md", local: local).cards == [])
  }
}
