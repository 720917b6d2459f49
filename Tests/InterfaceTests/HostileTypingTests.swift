import Course
import Display
import Interface
import Testing

@Suite("What nobody should type")
struct HostileTypingTests {
  private func question() throws -> Story {
    var story = try Story(isLinear: false)
    story.type("4", "", "")
    return story
  }

  @Test(
    "a number beyond the choices is no place to go on from, up or down",
    arguments: ["9223372036854775807", "-9223372036854775808", "-50", "0", "99"])
  func arrows(typed: String) throws {
    var story = try question()
    story.press(.paste(typed), .down)
    #expect(story.state.input.text == "1")
    story.press(.escape, .paste(typed), .up)
    #expect(story.state.input.text == "2")
  }

  @Test(
    "a number beyond the results is searched for",
    arguments: ["-9223372036854775808", "9223372036854775807", "0", "-1"])
  func searching(typed: String) throws {
    var story = try Story()
    story.type("chercher adresse", typed)
    #expect(story.said.contains("Aucun résultat"))
  }

  @Test(
    "a sentence that begins like a command is no command",
    arguments: [
      "qu est ce que le RAG", "plan de la ville", "retour à la ligne", "aide moi",
      "quitter ce module", "principes de base",
    ])
  func sentences(typed: String) throws {
    var story = try Story()
    story.type("4", "", typed)
    #expect(!story.state.isOver)
    #expect(story.said.contains("Je ne connais pas"))
    #expect(story.said.contains("Module 4, leçon 1, écran 1 sur 3"))
  }

  @Test(
    "a word to explain or to look for still follows its command",
    arguments: [
      ("glossaire rag", "L’outil lit"), ("mot RAG", "L’outil lit"), ("gl rag", "L’outil lit"),
      ("chercher adresse", "Ce qui se voit"), ("trouver adresse", "Ce qui se voit"),
      ("où suis-je", "Module 4, leçon 1"), ("mes données", "Réponses gardées"),
    ])
  func arguments(typed: String, said: String) throws {
    var story = try Story()
    story.type("4", "", typed)
    #expect(story.said.contains(said))
  }

  /// The question that begins with `statement`, in training or in the exam.
  private func story(asking statement: String, _ lines: String...) throws -> Story? {
    let file = "04-donnees/banque.md"
    let bank = try #require(SampleCourse.files[file]).replacing("examen : non\n", with: "")
    for seed in 0..<300 {
      var story = try ExamTests.ready(changes: [file: bank])
      story.state.session.random = SplitMix64(seed: UInt64(seed))
      for line in lines { story.type(line) }
      if story.said.contains(statement) { return story }
    }
    return nil
  }

  @Test("in training, the steps of a « cas » are not taken back, and nothing says they are")
  func noClearing() throws {
    var story = try #require(try story(asking: "Un dossier vient", "4", "3"))
    story.type("1")
    #expect(!story.state.document.bindings.contains { $0.word == "effacer" })
    story.type("effacer")
    #expect(!story.said.contains("est effacée"))
    #expect(story.said.contains("Étape 2 sur 2"))
  }

  @Test("in the exam, they are taken back")
  func clearing() throws {
    var story = try #require(try story(asking: "Un dossier vient", "examen", ""))
    story.type("1")
    #expect(story.said.contains("Étape 2 sur 2"))
    story.type("effacer")
    #expect(story.said.contains("La réponse en cours est effacée."))
    #expect(story.said.contains("Étape 1 sur 2"))
    #expect(!story.state.document.bindings.contains { $0.word == "effacer" })
  }

  @Test("a page that cannot be read has a way out on Entrée", arguments: ["", "retour"])
  func faultyContent(typed: String) throws {
    var story = try Story(changes: [
      "04-donnees/banque.md": "# Banque\n\n## RU04-001\nSans fiche.\n"
    ])
    story.type("4", "3")
    #expect(story.said.contains("Cette page ne peut pas être lue"))
    #expect(story.state.document.bindings.contains { $0.keys.contains(.enter) })
    story.type(typed)
    #expect(!story.said.contains("Cette page ne peut pas être lue"))
    #expect(story.said.contains("Données"))
  }
}
