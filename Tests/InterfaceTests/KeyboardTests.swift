import Course
import Display
import Interface
import Testing

@Suite("Keys in full screen")
struct KeyboardTests {
  private func question() throws -> Story {
    var story = try Story(isLinear: false)
    story.type("4", "", "")
    return story
  }

  @Test("a digit alone answers nothing: it stands on the line until Entrée")
  func digitWaits() throws {
    var story = try question()
    let before = story.facts.count
    story.press(.character("2"))
    #expect(story.state.input.text == "2")
    #expect(story.facts.count == before)
    story.press(.enter)
    #expect(story.facts.count == before + 1)
  }

  @Test("arrows write the choice on the line and mark it")
  func arrows() throws {
    var story = try question()
    story.press(.down)
    #expect(story.state.input.text == "1")
    story.press(.down, .down)
    #expect(story.state.input.text == "1")
    story.press(.up)
    #expect(story.state.input.text == "2")
    #expect(story.rows(80, 24).contains { $0.contains("▸ 2") })
  }

  @Test("on an empty line the left arrow goes back; on a typed one it edits")
  func leftArrow() throws {
    var story = try question()
    story.press(.character("1"), .left, .character("2"))
    #expect(story.state.input.text == "21")
    story.press(.escape, .left)
    #expect(story.rows(80, 24)[0].contains("écran 1 sur 3"))
  }

  @Test("« ? » opens the help of the very page, and Entrée comes back")
  func help() throws {
    var story = try question()
    story.press(.character("?"))
    #expect(story.said.contains("Ce qui marche ici"))
    #expect(story.said.contains("sources"))
    story.press(.enter)
    #expect(story.said.contains("Peut-on reconnaître"))
  }

  @Test("pasted lines do not answer several questions")
  func paste() throws {
    var story = try question()
    let before = story.facts.count
    story.press(.paste("1\n2\n1\n"))
    #expect(story.facts.count == before)
    #expect(story.state.input.text == "1")
  }

  @Test("letters act alone only where the setting says so", arguments: [true, false])
  func loneLetters(isOn: Bool) throws {
    var story = try Story(isLinear: false)
    story.state.session.settings.loneLetters = isOn
    story.type("4", "")
    story.press(.character("g"))
    #expect(story.said.contains("Glossaire") == isOn)
  }

  @Test(
    "Ctrl-C and the end of the input leave, the place kept",
    arguments: [Key.interrupt, .endOfInput])
  func leaving(key: Key) throws {
    var story = try question()
    story.press(key)
    #expect(story.state.isOver)
    #expect(story.state.session.progress.currentStep == "L4.1")
  }

  @Test("the footer is made of what works now")
  func footer() throws {
    let story = try Story(isLinear: false)
    let footer = story.rows(80, 24).last ?? ""
    #expect(footer.contains("Entrée commencer"))
    #expect(footer.contains("? aide"))
    #expect(!footer.contains("réviser"))
  }

  @Test(
    "every page fits every window without a trap",
    arguments: [(80, 24), (40, 12), (1, 1), (200, 60)])
  func windows(size: (columns: Int, rows: Int)) throws {
    var story = try Story(isLinear: false)
    for line in [
      "4", "", "", "1", "", "", "suite", "1", "aide", "", "plan", "réglages", "plan", "mes données",
      "principes",
    ] {
      story.type(line)
      let rows = story.rows(size.columns, size.rows)
      #expect(rows.count == size.rows)
      #expect(rows.allSatisfy { $0.columns <= size.columns })
    }
  }
}
