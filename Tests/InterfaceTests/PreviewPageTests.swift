import Course
import Display
import Interface
import Testing

@Suite("The preview of a file, for its author")
struct PreviewPageTests {
  private static let lesson = "00-bienvenue/1-debut.md"

  /// The sample course with this text for the welcome lesson, and local additions.
  private static func preview(
    _ path: String = lesson, _ text: String? = nil, local: [String: String] = [:]
  ) -> ContentPreview {
    var files = SampleCourse.files
    if let text { files[lesson] = text }
    let content = ContentFiles(
      files.mapValues { Array($0.utf8) }, local: local.mapValues { Array($0.utf8) })
    return ContentPreview(of: path, in: content, today: Story.day)
  }

  /// A lesson of so many screens, from « Écran 1 » on.
  private static func text(screens: Int, _ extra: String = "") -> String {
    let head = "# Je commence\n<!--\nidentifiant : L0.1\nduree : 2\nrefs : RU04\n-->\n\n"
    return head
      + (1...screens).map { "## Écran \($0)\n\nVoici le texte \($0).\n\n" }.joined() + extra
  }

  private static func story(_ preview: ContentPreview) throws -> Story {
    try Story(previewing: preview)
  }

  @Test("a lesson is read screen by screen, back and forth, to its end")
  func lesson() throws {
    var story = try Self.story(Self.preview())
    #expect(story.said.hasPrefix("Aperçu, écran 1 sur 2. Le premier écran. Bonjour."))
    story.type("précédent")
    #expect(story.said.contains("C’est le premier écran."))
    story.type("")
    #expect(story.said.hasPrefix("Aperçu, écran 2 sur 2. Le second écran. Voilà tout."))
    story.type("suite")
    #expect(story.said.contains("C’était le dernier écran. Tapez quitter pour fermer."))
    #expect(story.said.contains("Le second écran."))
    story.type("précédent")
    #expect(story.said.contains("écran 1 sur 2"))
  }

  @Test("a question of a bank is tried, tried again, and goes on only once answered")
  func bank() throws {
    var story = try Self.story(Self.preview("04-donnees/banque.md"))
    #expect(story.said.hasPrefix("Aperçu, écran 1 sur 8. RU04-001."))
    story.type("")
    #expect(story.said.contains("La ligne est vide."))
    story.type(story.label(of: "Le jour de"))
    #expect(story.said.contains("Ce jour est public"))
    story.type("refaire")
    #expect(story.said.hasPrefix("Aperçu, écran 1 sur 8. RU04-001."))
    story.type(story.label(of: "Son adresse"))
    #expect(story.said.hasPrefix("Juste."))
    story.type("")
    #expect(story.said.hasPrefix("Aperçu, écran 2 sur 8. RU04-002."))
  }

  @Test("situations and modules are shown part by part")
  func parts() throws {
    var story = try Self.story(Self.preview("04-donnees/scenarios.md"))
    #expect(story.said.contains("S4.1, Une plainte. Un habitant se plaint."))
    story.type("")
    #expect(story.said.contains("Je réécris sans la personne."))
    story = try Self.story(Self.preview("04-donnees/module.md"))
    #expect(story.said.contains("Données personnelles. Lundi, une habitante écrit."))
    story.type("")
    #expect(story.said.contains("Je retiens. - Je cherche ce qui désigne."))
  }

  @Test("a refused file shows the checker’s sentences and no screen")
  func refused() throws {
    let preview = Self.preview(Self.lesson, Self.text(screens: 2, "## Vide\n"))
    #expect(preview.isRefused)
    var story = try Self.story(preview)
    #expect(story.said.hasPrefix("Aperçu. Ce fichier est à corriger."))
    for finding in preview.findings { #expect(story.said.contains(finding.problem)) }
    #expect(story.said.contains("Corrigez, puis enregistrez le fichier"))
    #expect(!story.said.contains("Voici le texte"))
    story.type("", "précédent", "1")
    #expect(story.said.contains("Ce fichier est à corriger."))
  }

  @Test(
    "a file that shows nothing alone says what a preview shows",
    arguments: ["glossaire.md", "absent.md", "LICENSE"])
  func nothing(path: String) throws {
    let story = try Self.story(Self.preview(path))
    #expect(story.said.hasPrefix("Aperçu. Rien à montrer."))
    #expect(story.said.contains("une leçon, un module, des situations ou une banque"))
  }

  @Test("advice comes after the last screen, and after its answer")
  func advice() throws {
    let preview = Self.preview("04-donnees/1-reconnaitre.md")
    #expect(!preview.isRefused && !preview.findings.isEmpty)
    var story = try Self.story(preview)
    #expect(!story.said.contains("Conseils du contrôle"))
    story.type("")
    story.type(story.label(of: "Oui, en"))
    #expect(!story.said.contains("Conseils du contrôle"))
    story.type("")
    #expect(story.said.contains("écran 3 sur 3"))
    #expect(story.said.contains("Conseils du contrôle."))
    for finding in preview.findings { #expect(story.said.contains(finding.advice)) }
  }

  @Test("a file saved again is shown at the same place, and it is said")
  func reloaded() throws {
    var story = try Self.story(Self.preview(Self.lesson, Self.text(screens: 4)))
    story.type("", "")
    let again = Self.text(screens: 5).replacing("texte 3", with: "nouveau texte")
    story.handle(.report(.previewed(Self.preview(Self.lesson, again))))
    #expect(story.said.contains("écran 3 sur 5. Écran 3. Voici le nouveau texte."))
    #expect(story.said.contains("Le fichier a été relu."))
  }

  @Test("a shorter file is shown at its last screen")
  func shorter() throws {
    var story = try Self.story(Self.preview(Self.lesson, Self.text(screens: 4)))
    story.type("", "", "")
    story.handle(.report(.previewed(Self.preview(Self.lesson, Self.text(screens: 2)))))
    #expect(story.said.contains("écran 2 sur 2. Écran 2."))
  }

  @Test("a mistake saved, then corrected, comes back to the same place")
  func mended() throws {
    var story = try Self.story(Self.preview(Self.lesson, Self.text(screens: 4)))
    story.type("", "")
    let faulty = Self.text(screens: 4, "## Vide\n")
    story.handle(.report(.previewed(Self.preview(Self.lesson, faulty))))
    #expect(story.said.contains("Ce fichier est à corriger."))
    story.handle(.report(.previewed(Self.preview(Self.lesson, Self.text(screens: 4)))))
    #expect(story.said.contains("écran 3 sur 4. Écran 3."))
  }

  @Test("a question being answered is asked anew when its file is saved")
  func asking() throws {
    let preview = Self.preview("04-donnees/banque.md")
    var story = try Self.story(preview)
    story.type(story.label(of: "Le jour de"))
    #expect(story.state.document.continues)
    story.handle(.report(.previewed(preview)))
    #expect(story.said.contains("Aperçu, écran 1 sur 8. RU04-001."))
    #expect(!story.state.document.continues)
  }

  @Test("a local addition is shown like the rest, under its own name")
  func local() throws {
    let path = "04-donnees/banque.md"
    let addition =
      "# Ajouts\n\n## LOCAL-1\n<!--\ntype : texte\nniveau : 1\nrefs : RU04\n-->\nQuel mot manque ici ?\n\n- [x] pseudonyme\n\n> Le mot est pseudonyme.\n"
    let preview = Self.preview("ajouts-locaux/" + path, local: [path: addition])
    var story = try Self.story(preview)
    #expect(story.state.document.place.long == "Aperçu › ajouts-locaux/04-donnees/banque.md")
    #expect(story.said.contains("LOCAL-1. Quel mot manque ici ?"))
    story.type("un pseudonyme")
    #expect(story.said.contains("Juste."))
  }

  @Test("arrows write the choice, and fit every window", arguments: [(80, 24), (40, 12), (1, 1)])
  func keys(columns: Int, rows: Int) throws {
    var story = try Self.story(Self.preview("04-donnees/banque.md"))
    story.press(.down)
    #expect(story.state.input.text == "1")
    let shown = story.rows(columns, rows)
    #expect(shown.count == rows && shown.allSatisfy { $0.columns <= columns })
    story = try Self.story(Self.preview())
    story.press(.enter)
    #expect(story.said.contains("écran 2 sur 2"))
    story.press(.left)
    #expect(story.said.contains("écran 1 sur 2"))
  }
}
