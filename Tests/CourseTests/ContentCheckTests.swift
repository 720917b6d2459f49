import Course
import Testing

@Suite struct ContentCheckTests {
  @Test("a finding prints as file, line, what is wrong, what to do, rule")
  func description() throws {
    let changes = Miniature.question(
      Departure.sound, extra: "refs : RU01\nmetier : pompier")
    let finding = try #require(Miniature.findings(changes).first { $0.rule == "Q21" })
    #expect(
      finding.description
        == "01-essai/banque.md:8: Le métier «\u{202F}pompier\u{202F}» n’existe pas. Prenez une clé de metiers.md. [Q21]"
    )
    #expect(finding.severity.rawValue == "erreur")
  }

  @Test("findings come by file, then by line")
  func order() {
    let found = Miniature.findings([
      "metiers.md": "Rien.", "glossaire.md": "# G\n\n## A\n\n## B\n",
      "01-essai/1-debut.md": "Rien.",
    ])
    let places = found.map(\.place)
    #expect(places == places.sorted { ($0.file, $0.line) < ($1.file, $1.line) })
    #expect(Set(places.map(\.file)).isSuperset(of: ["metiers.md", "glossaire.md"]))
  }

  @Test("an empty folder has one thing to say of the course, and no crash")
  func empty() {
    let found = ContentCheck.findings(in: ContentFiles([:]), at: Miniature.today)
    #expect(found.contains { $0.place.file == "parcours.md" && $0.severity == .error })
    #expect(throws: ContentError.self) { try Course(ContentFiles([:])) }
  }

  @Test(
    "questions to review are listed when their date is near or past",
    arguments: [
      ("2026-11-22", 90, 0), ("2027-02-20", 90, 1), ("2027-02-19", 90, 0), ("2028-01-01", 90, 1),
      ("2026-11-22", 200, 1), ("2026-11-22", -5, 0), ("2026-11-22", Int.max, 1),
    ])
  func expiring(day: String, days: Int, count: Int) throws {
    let found = ContentCheck.expiring(
      in: Miniature.files(), at: try #require(Day(iso: day)), within: days)
    #expect(found.map(\.id) == (count == 0 ? [] : ["RU01-001"]))
  }

  @Test("the digest covers the course, not what is local or generated")
  func digest() throws {
    let more: [String: String?] = [
      "QUALITE.md": "x", "README.md": "x", "LICENSE": "x", "REVISION.md": "x",
    ]
    let course = try Miniature.course(more, local: ["glossaire.md": "# G\n"])
    let paths = course.digestInput.map(\.path)
    #expect(paths == paths.sorted())
    #expect(Set(paths) == Set(Miniature.texts.keys).subtracting(["collectivite.md"]))
    let glossary = course.digestInput.first { $0.path == "glossaire.md" }
    #expect(glossary?.bytes == Array((Miniature.texts["glossaire.md"] ?? "").utf8))
  }

  @Test("`{{` shows a brace, and a variable goes into texts and addresses")
  func variables() throws {
    let values =
      "# C\n\n## charte\n\nhttps://exemple.example/{x}\n\n## collectivite\n\nLa Ville (test)\n"
    let changes = Miniature.screen("Une {{accolade}, [la charte]({charte}), `{collectivite}`.")
      .merging(["collectivite.md": values]) { $1 }
    let course = try Miniature.course(changes)
    let lesson = try course.lesson(try #require(course.modules.first?.lessons.first))
    #expect(
      lesson.screens.first?.content
        == .reading([
          .paragraph([
            .text("Une {accolade}, "),
            .link([.text("la charte")], address: "https://exemple.example/{x}"), .text(", "),
            .code("La Ville (test)"), .text("."),
          ])
        ]))
  }

  @Test("a lesson's title may carry marks; the outline and the lesson agree")
  func markedTitle() throws {
    let text =
      "# Je *garde* la {charte} & le `reste`\n<!--\nidentifiant : L1.1\nduree : 5\n-->\n\n## E\n\nUn.\n"
    let course = try Miniature.course(["01-essai/1-debut.md": text])
    let outline = try #require(course.modules.first?.lessons.first)
    #expect(outline.title == "Je garde la la valeur de charte & le reste")
    #expect(try course.lesson(outline).title == outline.title)
  }
}
