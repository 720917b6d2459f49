import Course
import Display
import Interface
import Testing

@Suite("What the disk refuses is said")
struct UnsavedTests {
  /// On the first question of a lesson, answered while the disk is full.
  private func unsaved() throws -> Story {
    var story = try Story()
    story.type("4", "", "")
    story.refusesFacts = true
    story.type(story.label(of: "Oui, en"))
    return story
  }

  @Test("« continuer » says that nothing more is kept")
  func goingOn() throws {
    var story = try unsaved()
    story.type("continuer")
    #expect(story.said.contains("Vous continuez sans enregistrer."))
    #expect(story.said.contains("Juste."))
  }

  @Test("trying again in vain is said, each time in other words than the page's")
  func again() throws {
    var story = try unsaved()
    #expect(!story.said.contains("toujours pas"))
    story.type("réessayer")
    #expect(story.said.contains("Ce n’est toujours pas enregistré."))
    story.refusesFacts = false
    story.type("")
    #expect(story.said.contains("Juste."))
    #expect(!story.said.contains("toujours pas"))
  }

  @Test("« retour » does not lose what waits: it tries again")
  func back() throws {
    var story = try unsaved()
    story.type("retour")
    #expect(story.said.contains("Ce n’est toujours pas enregistré."))
    story.refusesFacts = false
    story.type("retour")
    #expect(story.said.contains("Juste."))
  }

  @Test("an exam handed in on a full disk is not left without a command")
  func exam() throws {
    var story = try ExamTests.ready()
    story.type("examen", "", "récapitulatif", "remettre")
    story.refusesFacts = true
    story.type("oui", "retour", "retour")
    #expect(story.said.contains("Ce n’est toujours pas enregistré."))
    story.refusesFacts = false
    story.type("retour")
    #expect(story.said.contains("Pas encore."))
  }

  @Test("settings that cannot be written are told", arguments: ["1", "3"])
  func settings(typed: String) throws {
    var story = try Story(isLinear: false)
    story.failure = Complaint("Le disque est plein.", "Libérez de la place.")
    story.type("réglages", typed)
    #expect(story.said.contains("Le disque est plein. Libérez de la place."))
    #expect(!story.said.contains("C’est changé."))
  }

  @Test("colours that cannot be written are told")
  func colours() throws {
    var story = try Story(isLinear: false)
    story.failure = Complaint("Le disque est plein.", "Libérez de la place.")
    story.type("réglages", "2", "2")
    #expect(story.said.contains("Le disque est plein. Libérez de la place."))
  }

  @Test("a purge that fails is told")
  func purge() throws {
    var story = try Story()
    story.failure = Complaint("Le disque est plein.", "Libérez de la place.")
    story.state = State(
      story.state.session, opening: [ClockPage("Nous sommes en 2099.", question: "Est-ce juste ?")])
    story.type("oui")
    #expect(story.said.contains("Le disque est plein."))
  }

  @Test("erasing that fails is told, and the session goes on keeping")
  func erasing() throws {
    var story = try Story()
    story.failure = Complaint("L’accès est refusé.", "Demandez de l’aide.")
    story.type("mes données", "effacer", "oui", "non")
    #expect(story.said.contains("L’accès est refusé."))
    #expect(story.state.session.isSaving)
  }

  @Test("once erased, the session keeps nothing more, and says so")
  func erased() throws {
    var story = try Story()
    story.type("mes données", "effacer", "oui", "non")
    #expect(story.said.contains("Tout est effacé de ce poste."))
    #expect(story.said.contains("La suite de cette session n’est pas gardée."))
    #expect(!story.state.session.isSaving)
  }
}
