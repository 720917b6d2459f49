import Course
import Display
import Interface
import Testing

@Suite("Learning, from the first start to a module done")
struct LearningTests {
  @Test("the first start shows the notice, the trial, the trade, then the first lesson")
  func firstStart() throws {
    var story = try Story(firstStart: true)
    #expect(story.said.contains("n’envoie rien sur Internet"))
    story.type("", "")
    #expect(story.facts.contains(.noticeShown))
    #expect(story.said.contains("appuyez sur la touche Entrée"))
    story.type("", "retour", "")
    #expect(story.said.contains("Quel est votre métier"))
    story.type("1")
    #expect(story.facts.contains(.chosen(trade: "accueil", review: nil)))
    #expect(story.said.hasPrefix("Module 0, leçon 1, écran 1 sur 2."))
  }

  @Test("in full screen the theme is chosen by looking at samples")
  func theme() throws {
    var story = try Story(isLinear: false, firstStart: true)
    story.type("", "")
    #expect(story.said.contains("Laquelle lisez-vous le mieux"))
    story.type("2")
    #expect(story.state.session.settings.theme == .dark)
    story.type("")
    #expect(story.said.contains("Avancer"))
  }

  @Test("each screen of a lesson is a place that is kept")
  func places() throws {
    var story = try Story()
    story.type("4", "", "", "retour", "")
    #expect(
      story.facts == [
        .placed(step: "L4.1", screen: 1, of: 3), .placed(step: "L4.1", screen: 2, of: 3),
        .placed(step: "L4.1", screen: 1, of: 3), .placed(step: "L4.1", screen: 2, of: 3),
      ])
  }

  @Test("a person resumes at the exact screen")
  func resume() throws {
    var story = try Story()
    story.type("4", "", "", "quitter")
    #expect(story.state.isOver)
    var again = try Story(progress: story.state.session.progress)
    #expect(again.said.contains("Vous en étiez à « À vous », module 4, écran 2 sur 3."))
    again.type("")
    #expect(again.said.contains("Peut-on reconnaître cette personne ?"))
  }

  @Test("the verdict waits for the journal, then says what was chosen, what is right, the idea")
  func verdict() throws {
    var story = try Story()
    story.type("4", "", "")
    story.type(story.label(of: "Non, car"))
    let said = story.said
    #expect(said.contains("Non."))
    #expect(said.contains("L’absence de nom rassure"))
    #expect(said.contains("La bonne réponse"))
    #expect(said.contains("Oui, en recoupant"))
    #expect(said.contains("Retirer le nom ne suffit pas."))
    guard case .answered("L4.1-q1", [1], _, false)? = story.facts.last else {
      Issue.record("la réponse n’est pas gardée : \(String(describing: story.facts.last))")
      return
    }
  }

  @Test("an answer that cannot be kept stays, and may be tried again or not kept")
  func unsaved() throws {
    var story = try Story()
    story.type("4", "", "")
    story.refusesFacts = true
    story.type(story.label(of: "Oui, en"))
    #expect(story.said.contains("Il n’y a plus de place."))
    story.refusesFacts = false
    story.type("réessayer")
    #expect(story.said.contains("Juste."))
    story.refusesFacts = true
    story.type("refaire")
    story.type(story.label(of: "Oui, en"))
    story.type("continuer")
    #expect(story.effects.contains(.stopSaving))
    #expect(!story.state.session.isSaving)
    #expect(story.said.contains("Juste."))
  }

  @Test("an empty Entrée on a question answers nothing and says what is expected")
  func emptyAnswer() throws {
    var story = try Story()
    story.type("4", "", "")
    let before = story.facts
    story.type("")
    #expect(story.said.contains("La ligne est vide. Choisissez entre 1 et 2."))
    story.type("9")
    #expect(story.said.contains("Vous avez tapé 9. Choisissez entre 1 et 2."))
    #expect(story.facts == before)
  }

  @Test("a module is done after its lessons and its training; the map says so")
  func moduleDone() throws {
    var story = try Story()
    story.finishModule4()
    #expect(story.said.contains("Je retiens"))
    #expect(story.state.session.progress.finishedSteps.contains("M4.entrainement"))
    story.type("plan")
    #expect(story.said.contains("4. Données personnelles, terminé."))
  }

  @Test("glossary, search, help and « où » work anywhere without losing the place")
  func everywhere() throws {
    var story = try Story()
    story.type("4", "", "glossaire rag")
    #expect(story.said.contains("L’outil lit des documents choisis"))
    story.type("", "chercher adresse")
    #expect(story.said.contains("1. Ce qui se voit, module 4"))
    story.type("", "?")
    #expect(story.said.contains("Ce qui marche ici"))
    story.type("", "où")
    #expect(story.said.contains("Module 4, leçon 1, écran 1 sur 3"))
  }

  @Test("an unambiguous beginning is enough; an ambiguous one is said")
  func beginnings() throws {
    var story = try Story()
    story.type("4", "", "gl")
    #expect(story.said.contains("Glossaire"))
    story.type("", "xyz")
    #expect(story.said.contains("Je ne connais pas « xyz » ici."))
  }
}

extension Story {
  /// From the map: the lesson, the situation passed, the training answered at random.
  mutating func finishModule4() {
    type("4", "", "")
    type(label(of: "Oui, en"), "", "", "suite")
    for _ in 0..<60 where !state.session.progress.finishedSteps.contains("M4.retiens") {
      guard said.contains("Module 4, entraînement") || state.document.continues else { break }
      type(anyAnswer)
    }
  }

  /// Something that answers the question on screen, right or not.
  var anyAnswer: String {
    let document = state.document
    guard let question = document.question else { return "" }
    if question.hasPrefix("Pour chaque") { return "v f v" }
    if question.hasPrefix("Les numéros dans") { return "1 2 3" }
    if question.contains("va avec") { return "a1 b2" }
    return question.hasPrefix("Votre") ? "lettre" : "1"
  }
}
