import Course
import Workshop

/// A module of an opening, a question for one hand, one for several, and a scenario.
enum Sample {
  static let place = Place(file: "banque.md", line: 1)

  static func question(_ id: String, _ marks: String, several: Bool = false) -> Question {
    let options = marks.enumerated().map { index, mark in
      Proposition(
        text: [.text("Proposition \(index + 1)")], isRight: mark == "x", feedback: [],
        misconception: nil, place: place)
    }
    return Question(
      id: id, body: several ? .multiple(options) : .single(options), family: id, bank: "RU01",
      prompt: [.paragraph([.text("Que faire ?")])], place: place)
  }

  static let one = question("RU01-001", ".x.")
  static let several = question("RU01-002", "xx.", several: true)
  static let scenario = Scenario(
    id: "S1.1", title: "Un cas", trades: [], refs: [], situation: [], decision: [], reason: [],
    question: nil, place: place)

  static let agenda = Agenda(
    module: Module(
      id: "M1", title: "Module", minutes: 5, refs: [], counts: true, opening: [], lessons: [],
      takeaways: [], scenarioFile: nil, bankFile: nil, place: place),
    scenarios: [scenario], questions: [one, several])

  static func setup(_ attendance: Int = 17) -> WorkshopSetup {
    WorkshopSetup(
      module: "M1", choice: .init(minutes: 30, trade: nil, seed: 4821), attendance: attendance,
      day: Day(number: 20_779), fingerprint: agenda.fingerprint)
  }

  /// A session after these events; items 0 opening, 1 scenario, 2 one, 3 several, 4 takeaways.
  static func session(_ events: [WorkshopEvent], attendance: Int = 17) -> WorkshopSession {
    var session = WorkshopSession(setup(attendance), agenda: agenda)
    for event in events { session.apply(event) }
    return session
  }
}
