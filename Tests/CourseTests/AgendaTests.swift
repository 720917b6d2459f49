import Course
import Testing

@Suite("What is gone through with a group") struct AgendaTests {
  private static func kinds(_ agenda: Agenda) -> [String] {
    agenda.items.map { item in
      switch item {
      case .opening: "opening"
      case .screen(let screen): screen.title
      case .scenario(let scenario): scenario.id
      case .question(let question): question.id
      case .takeaways: "takeaways"
      }
    }
  }

  @Test("a module is its opening, its situations, its whole bank, then what is kept of it")
  func whole() throws {
    let course = try Miniature.course()
    let module = try #require(course.modules.first)
    let agenda = try Agenda(of: module, in: course)
    #expect(agenda.module == module)
    #expect(
      Self.kinds(agenda) == ["opening", "S1.1", "S1.2"] + (1...9).map { "RU01-00\($0)" }
        + ["takeaways"])
  }

  @Test("a module without situations or bank is its opening and what is kept of it")
  func bare() throws {
    let course = try Miniature.course(["01-essai/scenarios.md": nil, Miniature.bankPath: nil])
    let module = try #require(course.modules.first)
    #expect(Self.kinds(try Agenda(of: module, in: course)) == ["opening", "takeaways"])
  }

  @Test("local additions are part of it")
  func local() throws {
    let bank =
      "# A\n\n## LOCAL-1\n<!--\ntype : unique\nniveau : 1\nrefs : RU01\n-->\nQue faire\u{202F}?\n\n\(Departure.sound)\n"
    let course = try Miniature.course([:], local: [Miniature.bankPath: bank])
    let agenda = try Agenda(of: try #require(course.modules.first), in: course)
    #expect(Self.kinds(agenda).contains("LOCAL-1"))
  }

  @Test("what of it fits the time comes in the same order")
  func part() throws {
    let course = try Miniature.course()
    let module = try #require(course.modules.first)
    let scenarios = try course.scenarios(of: module).suffix(1)
    let questions = try course.bank(of: module).prefix(2)
    let agenda = Agenda(
      module: module, scenarios: Array(scenarios), questions: Array(questions))
    #expect(Self.kinds(agenda) == ["opening", "S1.2", "RU01-001", "RU01-002", "takeaways"])
  }

  @Test("a faulty bank or situation is thrown", arguments: ["banque.md", "scenarios.md"])
  func faulty(name: String) throws {
    let course = try Miniature.course(["01-essai/\(name)": "Rien."])
    let module = try #require(course.modules.first)
    let error = #expect(throws: ContentError.self) { try Agenda(of: module, in: course) }
    #expect(error?.place.file == "01-essai/\(name)")
  }
}
