import Course
import Display
import Interface
import Testing

@Suite("Every screen of the shipped course")
struct ShippedScreensTests {
  static let modules = (0...9).map { "M\($0)" }

  @Test("a learner reads each lesson to its end, right answers are right", arguments: modules)
  func lessons(id: String) throws {
    let module = try ShippedCourse.module(id)
    for outline in module.lessons {
      let lesson = try ShippedCourse.course().lesson(outline)
      var story = try Story(at: lesson.id, of: lesson.screens.count)
      for (index, screen) in lesson.screens.enumerated() {
        #expect(story.state.document.place.counter?.index == index + 1, "\(screen.place)")
        switch screen.content {
        case .reading(let blocks):
          #expect(story.faults(showing: screen.title + "\n" + blocks.plainText) == [])
        case .question(let question): ask(question, in: &story)
        }
        story.type("")
      }
      #expect(story.state.session.progress.finishedSteps.contains(lesson.id), "\(lesson.id)")
    }
  }

  @Test("a learner goes through each situation, then reads its decision", arguments: modules)
  func scenarios(id: String) throws {
    let module = try ShippedCourse.module(id)
    let scenarios = try ShippedCourse.course().scenarios(of: module)
    for (index, scenario) in scenarios.enumerated() {
      var story = try Story(at: module.scenarioStep, of: 2)
      #expect(story.faults(showing: scenario.title) == [], "\(scenario.id)")
      story.type(String(index + 1))
      #expect(story.faults(showing: scenario.situation.plainText) == [], "\(scenario.id)")
      if let question = scenario.question { ask(question, in: &story) }
      story.type("")
      let told = scenario.decision.plainText + "\n" + scenario.reason.plainText
      #expect(story.faults(showing: told) == [], "\(scenario.id)")
    }
  }

  @Test("an author sees each question of each bank, and answers it", arguments: modules)
  func banks(id: String) throws {
    let module = try ShippedCourse.module(id)
    guard let path = module.bankFile else { return }
    let questions = try ShippedCourse.course().bank(of: module)
    let preview = ContentPreview(
      of: path, in: ShippedCourse.alone(module), today: Story.day)
    #expect(preview.findings.map(\.description) == [])
    #expect(preview.cards.map(\.content) == questions.map { .question($0) })
    var story = try Story(previewing: preview)
    for question in questions {
      #expect(story.faults(showing: question.id) == [])
      ask(question, in: &story)
      story.type("")
    }
    #expect(story.said.contains("C’était le dernier écran."))
  }

  @Test("an author sees what opens each module, and what is kept of it", arguments: modules)
  func openings(id: String) throws {
    let module = try ShippedCourse.module(id)
    let preview = ContentPreview(
      of: module.place.file, in: ShippedCourse.alone(module), today: Story.day)
    var story = try Story(previewing: preview)
    #expect(story.faults(showing: module.title + "\n" + module.opening.plainText) == [])
    story.type("")
    #expect(story.faults(showing: module.takeaways.plainText) == [])
  }

  /// Shows the question, answers it right, then as wrong as can be.
  private func ask(_ question: Question, in story: inout Story) {
    #expect(story.faults(showing: question.firstWords) == [], "\(question.place)")
    for right in [true, false] {
      if !right { story.type("refaire") }
      story.answer(question, right: right)
      #expect(story.faults(showing: "") == [], "\(question.place)")
      guard case .verdict(let verdict, _)? = story.state.document.blocks.first else {
        Issue.record("no verdict: \(question.place), \(story.said)")
        return
      }
      if case .rewrite = question.body {
        #expect(verdict == .noted, "\(question.place)")
      } else {
        #expect((verdict == .right) == right, "\(question.place)")
      }
    }
  }
}

extension Question {
  /// What is read before anything is answered: of a case, its first step alone.
  fileprivate var firstWords: String {
    let options: [String]
    switch body {
    case .single(let all), .multiple(let all), .trueFalse(let all), .spot(let all),
      .order(let all, _):
      options = all.map(\.text.plainText)
    case .match(let pairs):
      options = pairs.flatMap { [$0.left?.plainText ?? "", $0.right.plainText] }
    case .steps(let steps):
      let first = steps.first
      options =
        [first?.title ?? "", first?.prompt.plainText ?? ""]
        + (first?.options.map(\.text.plainText) ?? [])
    case .short, .rewrite: options = []
    }
    return ([prompt.plainText] + options).joined(separator: "\n")
  }
}

extension Story {
  /// An author at the preview of a file.
  init(previewing preview: ContentPreview) throws {
    try self.init()
    var session = state.session
    let page = PreviewPage(preview, in: &session)
    state = State(session, opening: [page])
  }

  /// What is wrong with the page in two windows and line by line: lines too wide, words lost.
  func faults(showing text: String) -> [String] {
    let document = state.document
    let linear = Linear.lines(document, after: nil, width: 66)
    let wide = linear.filter { $0.columns > 66 }.map { "linear, too wide: \($0)" }
    return wide + lost(text, from: linear).map { "linear, lost: \($0)" }
      + [(80, 24), (40, 12)].flatMap { columns, rows in
        let lines = shown(document, columns, rows)
        return lines.filter { $0.columns > columns }.map { "\(columns), too wide: \($0)" }
          + lost(text, from: lines).map { "\(columns), lost: \($0)" }
      }
  }

  /// The lines of all parts.
  private func shown(_ document: Document, _ columns: Int, _ rows: Int) -> [String] {
    var lines: [String] = []
    var part = 0
    while true {
      let frame = Grid.frame(document, columns: columns, rows: rows, part: part, theme: .plain)
      lines += frame.lines
      part += 1
      guard part < frame.parts else { return lines }
    }
  }

  private func lost(_ text: String, from lines: [String]) -> [String] {
    func words(_ text: String) -> Set<Substring> { Set(text.split { !$0.isLetter }) }
    let missing = words(text).subtracting(lines.reduce(into: []) { $0.formUnion(words($1)) })
    guard !missing.isEmpty else { return [] }
    // An address longer than the window goes on on the next line, cut anywhere.
    let whole = lines.joined().filter(\.isLetter)
    return missing.filter { $0.count < 5 || !whole.contains($0) }.map(String.init).sorted()
  }
}
