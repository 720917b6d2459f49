import Course
import Display
import Interface
import Testing

@Suite("Mes données, réglages, horloge")
struct MyDataTests {
  @Test("the page says what is kept, where and until when")
  func summary() throws {
    var story = try Story()
    story.type("4", "", "plan", "mes données")
    #expect(story.said.contains("Dossier : ~/.local/share/parcours"))
    #expect(story.said.contains("Aucun texte que vous écrivez n’est gardé."))
  }

  @Test("erasing asks twice, and forgets the progress")
  func erase() throws {
    var story = try Story()
    story.type("4", "", "plan", "mes données", "effacer", "oui", "non")
    #expect(story.effects.contains(.eraseData(badgeToo: false)))
    #expect(story.state.session.progress == Progress())
  }

  @Test("a « non » erases nothing")
  func keep() throws {
    var story = try Story()
    story.type("mes données", "effacer", "non")
    #expect(!story.effects.contains { if case .eraseData = $0 { true } else { false } })
  }

  @Test("exporting says where")
  func export() throws {
    var story = try Story()
    story.type("mes données", "exporter")
    #expect(story.said.contains("Vos données sont dans ~/Parcours IAG/"))
  }

  @Test("settings change on a number and are kept beside the journal, not in it")
  func settings() throws {
    var story = try Story(isLinear: false)
    story.type("réglages", "3")
    #expect(story.state.session.settings.loneLetters)
    #expect(story.effects.contains(.saveSettings(story.state.session.settings)))
    story.type("5")
    #expect(story.facts == [.chosen(trade: nil, review: true)])
  }

  @Test("a clock that surprises removes nothing without « oui »", arguments: ["oui", "non"])
  func clock(answer: String) throws {
    var story = try Story()
    let session = story.state.session
    story.state = State(
      session, opening: [ClockPage("Nous sommes en 2099.", question: "Est-ce juste ?")])
    story.type(answer)
    #expect(story.effects.contains(.purge) == (answer == "oui"))
  }
}
