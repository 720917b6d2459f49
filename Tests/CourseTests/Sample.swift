import Course

/// Questions, plans and modules made as values, without reading any content.
enum Sample {
  static let place = Place(file: "banque.md", line: 1)
  static let today = Day(number: 20_778)  // 2026-11-21

  /// `"x.x"`: three options, the first and the last right, named `p1 p2 p3`.
  static func options(_ marks: String) -> [Proposition] {
    marks.enumerated().map { option("p\($0 + 1)", $1 == "x") }
  }

  static func option(_ text: String, _ isRight: Bool = false) -> Proposition {
    Proposition(
      text: [.text(text)], isRight: isRight, feedback: [], misconception: nil, place: place)
  }

  static func pair(_ left: String?, _ right: String) -> Pair {
    Pair(
      left: left.map { [.text($0)] }, right: [.text(right)], feedback: [], misconception: nil,
      place: place)
  }

  static func step(_ marks: String) -> Step {
    Step(title: "Étape", prompt: [], options: options(marks))
  }

  static func question(
    _ body: QuestionBody, id: String = "RU01-001", level: Int = 1, family: String? = nil,
    bank: String = "RU01", letter: String? = nil, review: Day? = nil, isForExam: Bool = true
  ) -> Question {
    Question(
      id: id, body: body, level: level, family: family ?? id, bank: bank, letter: letter,
      review: review, isForExam: isForExam, prompt: [], place: place)
  }

  /// `count` questions `RU01-1`… of families of their own, whose levels turn 1, 2, 3.
  static func bank(_ name: String, count: Int, letters: [String] = []) -> [Question] {
    (0..<count).map { index in
      question(
        .single(options("x..")), id: "\(name)-\(index + 1)", level: index % 3 + 1, bank: name,
        letter: letters.at(index % max(1, letters.count)))
    }
  }

  /// One question of each kind.
  static let everyKind: [Question] = [
    question(.single(options(".x.")), id: "unique"),
    question(.multiple(options("x.x.")), id: "multiple"),
    question(.trueFalse(options("x..")), id: "vrai-faux"),
    question(.spot(options(".xx.")), id: "reperer"),
    question(.order(options("xxxx"), alsoAccepted: [[1, 3, 2, 4]]), id: "ordonner"),
    question(.match([pair("A", "un"), pair(nil, "leurre"), pair("B", "deux")]), id: "associer"),
    question(.short([option("minimisation", true), option("anonymat")]), id: "texte"),
    question(.rewrite(Rewriting(forbidden: [], expected: [], checklist: [])), id: "reecrire"),
    question(.steps([step("x."), step("..x")]), id: "cas"),
  ]

  static func stratum(
    _ banks: String..., count: Int, levels: [[Int]] = [], distinctLetters: Bool = false,
    threshold: Threshold? = nil
  ) -> Stratum {
    Stratum(
      banks: banks, count: count, levels: levels, distinctLetters: distinctLetters,
      threshold: threshold, place: place)
  }

  static func plan(_ strata: [Stratum], threshold: Threshold = Threshold(24, outOf: 30)) -> ExamPlan
  {
    ExamPlan(presentation: [], strata: strata, threshold: threshold)
  }

  /// Lessons of ten minutes: `module("M4", ["L4.1", "L4.2"])`.
  static func module(
    _ id: String, _ lessons: [String], counts: Bool = true, hasBank: Bool = true,
    hasScenarios: Bool = false, refs: [String] = []
  ) -> Module {
    Module(
      id: id, title: id, minutes: 12 * lessons.count, refs: refs, counts: counts, opening: [],
      lessons: lessons.map {
        LessonOutline(id: $0, title: $0, minutes: 10, file: "\($0).md")
      },
      takeaways: [], scenarioFile: hasScenarios ? "scenarios.md" : nil,
      bankFile: hasBank ? "banque.md" : nil, place: place)
  }

  static func course(_ modules: [Module]) -> Course {
    Course(
      id: "parcours-iag", title: "Parcours", version: "1.0.0", badge: "", licence: "",
      welcome: [], modules: modules, variables: [:], files: ContentFiles([:]))
  }

  /// Numbered from 1, one a second from the first second of `day`.
  static func stamped(_ events: [Event], on day: Day = today) -> [StampedEvent] {
    events.enumerated().map { place, event in
      StampedEvent(
        number: place + 1, time: Timestamp(seconds: day.number * 86_400 + place), event: event)
    }
  }

  static func progress(_ events: [Event], on day: Day = today) -> Progress {
    Progress.replaying(stamped(events, on: day))
  }
}

/// Integers that an edited journal may hold where an option is expected.
let hostileIntegers = [Int.min, Int.min + 1, -1, 0, 5, 99, 1_000_000, Int.max - 1, Int.max]

extension Progress {
  /// The progress after all of `events`.
  static func replaying(_ events: some Sequence<StampedEvent>) -> Progress {
    events.reduce(into: Progress()) { $0.apply($1) }
  }
}
