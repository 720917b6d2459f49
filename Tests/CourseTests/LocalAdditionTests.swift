import Course
import Testing

@Suite struct LocalAdditionTests {
  private static let question = """
    # Ajouts

    ## RU01-001
    <!--
    type : unique
    niveau : 3
    refs : RU01
    -->
    Un agent de la commune reçoit une note. Que faire\u{202F}?

    \(Departure.sound)

    ## LOCAL-1
    <!--
    type : unique
    niveau : 1
    refs : RU01
    -->
    Une autre situation locale se présente. Que décider\u{202F}?

    \(Departure.sound)

    """

  @Test("a local question replaces the same identifier, in its place, and others are added")
  func questions() throws {
    let course = try Miniature.course([:], local: ["01-essai/banque.md": Self.question])
    let bank = try course.banks()
    #expect(bank.count == 10)
    #expect(bank[0].id == "RU01-001")
    #expect(bank[0].level == 3)
    #expect(bank[0].place == Place(file: "ajouts-locaux/01-essai/banque.md", line: 3))
    #expect(bank[9].id == "LOCAL-1")
  }

  @Test("a local term replaces the same key")
  func terms() throws {
    let local = ["glossaire.md": "# G\n\n## IA générative\n\nLocal.\n\n## SIG\n\nUne carte.\n"]
    let glossary = try Miniature.course([:], local: local).glossary()
    #expect(glossary.map(\.key) == ["IA générative", "SIG"])
    #expect(glossary[0].text.plainText == "Local.")
  }

  @Test("a local value replaces a variable, the others stay")
  func variables() throws {
    let local = ["collectivite.md": "# C\n\n## collectivite\n\nVille d’Essai\n"]
    let course = try Miniature.course([:], local: local)
    #expect(course.welcome.plainText == "Bienvenue à Ville d’Essai.")
    #expect(course.variables["charte"] == "la valeur de charte")
  }

  @Test("a local lesson takes the place of the whole file")
  func lesson() throws {
    let local = [
      "01-essai/1-debut.md":
        "# Un autre\n<!--\nidentifiant : L1.1\nduree : 9\n-->\n\n## Seul\n\nUn texte.\n"
    ]
    let course = try Miniature.course([:], local: local)
    let outline = try #require(course.modules.first?.lessons.first)
    #expect(outline.title == "Un autre")
    #expect(outline.minutes == 9)
    #expect(course.screenTitle(1, of: outline) == "Seul")
    #expect(course.screenTitle(2, of: outline) == nil)
    #expect(try course.lesson(outline).screens.map(\.title) == ["Seul"])
  }

  @Test("a mistake in a local file is said of that file")
  func mistakes() {
    let local = ["glossaire.md": "# G\n\n## SIG\n"]
    let found = Miniature.findings([:], local: local)
    #expect(found.map(\.place) == [Place(file: "ajouts-locaux/glossaire.md", line: 3)])
  }

  @Test("sound additions add no finding, whatever they replace")
  func replacements() {
    let local = [
      "01-essai/banque.md": Self.question, "metiers.md": "# M\n\n## accueil\n\nAccueil\n",
      "parcours.md": Miniature.texts["parcours.md"] ?? "",
    ]
    let errors = Miniature.findings([:], local: local).filter { $0.severity == .error }
    #expect(errors.map(\.description) == [])
  }
}
