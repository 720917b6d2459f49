import Course
import Display

/// The module's training: five questions of its bank, the unseen first, without a mark.
struct PracticePage: Page {
  /// nil for a review across modules.
  let module: Module?
  private var questions: [Question]
  private var index = 0
  private var flow: QuestionFlow?

  init(module: Module, bank: [Question], in session: inout Session) {
    self.module = module
    questions = PracticeDraw.draw(
      from: bank, answers: session.progress.answers, today: session.today, with: &session.random)
    flow = questions.first.map { QuestionFlow($0, in: &session) }
  }

  /// A review of the questions whose box is due.
  init(reviewing questions: [Question], in session: inout Session) {
    module = nil
    self.questions = questions
    flow = questions.first.map { QuestionFlow($0, in: &session) }
  }

  func document(in session: Session) -> Document {
    let name = module.map { "\($0.number) \($0.title) › Entraînement" } ?? "Révision"
    var document = Document(
      place: .init(
        long: name, short: module.map { "\($0.number) entr." } ?? "Révision",
        spoken: module.map { "Module \($0.number), entraînement" } ?? "Révision",
        counter: .init("question", index + 1, of: max(1, questions.count))),
      progress: Double(index + 1) / Double(max(1, questions.count)), blocks: [])
    if let flow {
      flow.fill(&document, line: session.line, today: session.today)
    } else {
      document.blocks = .paragraphs("Il n’y a pas de question ici pour le moment.")
    }
    return document
  }

  func commands(in session: Session) -> [Command] {
    let lesson = Command(
      .lesson,
      Binding(
        "leçon", keys: flow?.stage == .asking ? [.left] : [], label: "la leçon",
        help: "Rouvre la leçon du module."))
    guard let flow else { return [.advance()] }
    return flow.commands() + (module == nil ? [] : [lesson])
  }

  var isFreeText: Bool { flow?.isFreeText ?? false }
  func takes(_ line: String, in session: Session) -> Bool { flow?.takes(line) ?? false }

  mutating func answer(_ line: String, in session: inout Session) -> Turn {
    flow?.answerTurn(line) ?? finish(in: &session)
  }

  mutating func perform(_ action: Action, argument: String, in session: inout Session) -> Turn {
    if let turn = flow?.turn(for: action, in: &session) { return turn }
    switch action {
    case .advance: return advance(in: &session)
    case .lesson:
      guard let module, let lesson = Navigator.lesson(for: flow?.question, of: module, in: session)
      else { return .stay }
      return Navigator.open(lesson, of: module, in: &session)
    default: return .stay
    }
  }

  mutating func receive(_ report: Report, in session: inout Session) -> Turn {
    flow?.receives(report)
    return .stay
  }

  func line(after line: String, by offset: Int, in session: Session) -> String? {
    flow?.line(after: line, by: offset)
  }

  private mutating func advance(in session: inout Session) -> Turn {
    guard index + 1 < questions.count else { return finish(in: &session) }
    index += 1
    flow = QuestionFlow(questions[index], in: &session)
    return .stay
  }

  /// The training is made; a review has nothing to keep.
  private func finish(in session: inout Session) -> Turn {
    guard let module else { return .back }
    var turn = Navigator.next(after: module.practiceStep, of: module, in: &session)
    let placed = Event.placed(
      step: module.practiceStep, screen: max(1, questions.count), of: max(1, questions.count))
    turn.effects.insert(.record(placed), at: 0)
    return turn
  }
}

extension Navigator {
  /// The lesson to reread for a question: the first that shares its second reference, or the first.
  static func lesson(for question: Question?, of module: Module, in session: Session) -> String? {
    let refs = Set(question?.refs.dropFirst() ?? [])
    let match = module.lessons.first { outline in
      guard let lesson = try? session.course.lesson(outline) else { return false }
      return !refs.isDisjoint(with: lesson.refs)
    }
    return (match ?? module.lessons.first)?.id
  }
}
