import Course
import Display

/// A lesson, one screen at a time, its place kept at each screen.
struct LessonPage: Page {
  let module: Module
  let lesson: Lesson
  /// Index of the screen, from 0.
  private(set) var index: Int
  private var flow: QuestionFlow?

  /// Opens the lesson at `screen`, from 1, kept within its screens.
  init(_ lesson: Lesson, of module: Module, screen: Int, in session: inout Session) {
    self.module = module
    self.lesson = lesson
    index = max(0, min(lesson.screens.count, screen) - 1)
    prepare(in: &session)
  }

  private var screen: Screen? { lesson.screens.at(index) }
  private var isLast: Bool { index + 1 >= lesson.screens.count }

  func document(in session: Session) -> Document {
    let number = (module.lessons.firstIndex { $0.id == lesson.id } ?? 0) + 1
    var document = Document(
      place: .init(
        long: "\(module.number) \(module.title) › \(number) \(lesson.title)",
        short: "\(module.number).\(number)", spoken: "Module \(module.number), leçon \(number)",
        counter: .init("écran", index + 1, of: lesson.screens.count)),
      progress: Double(index + 1) / Double(max(1, lesson.screens.count)),
      title: screen?.title, blocks: [])
    switch screen?.content {
    case .reading(let blocks): document.blocks = [Document.Block](blocks)
    case .question: flow?.fill(&document, line: session.line, today: session.today)
    case nil: document.blocks = .paragraphs("Cette leçon est vide.")
    }
    return document
  }

  func commands(in session: Session) -> [Command] {
    let glossary = Command(
      .glossary, Binding("glossaire", aliases: ["mot"], help: "Explique un mot : glossaire RAG."))
    let search = Command(
      .search, Binding("chercher", aliases: ["trouver"], help: "Cherche dans tout le parcours."))
    guard let flow else {
      return [
        .advance(help: "Passe à l’écran suivant."), .backShown, glossary,
        Command(
          .sources, Binding("sources", help: "Montre les principes et les repères de la leçon.")),
        search,
      ]
    }
    return flow.commands() + [.backShown, glossary]
  }

  var isFreeText: Bool { flow?.isFreeText ?? false }

  func takes(_ line: String, in session: Session) -> Bool { flow?.takes(line) ?? false }

  mutating func answer(_ line: String, in session: inout Session) -> Turn {
    guard let turn = flow?.answerTurn(line) else { return advance(in: &session) }
    return turn
  }

  mutating func perform(_ action: Action, argument: String, in session: inout Session) -> Turn {
    if let turn = flow?.turn(for: action, in: &session) { return turn }
    switch action {
    case .advance: return advance(in: &session)
    case .back: return back(in: &session)
    case .glossary: return .push(GlossaryPage(query: argument))
    case .search: return .push(SearchPage(query: argument))
    case .sources: return .push(TermsPage.references(lesson.refs, in: session))
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
    guard !isLast else { return Navigator.next(after: lesson.id, of: module, in: &session) }
    index += 1
    prepare(in: &session)
    return .record(placed)
  }

  private mutating func back(in session: inout Session) -> Turn {
    guard index > 0 else { return .back }
    index -= 1
    prepare(in: &session)
    return .record(placed)
  }

  var placed: Event { .placed(step: lesson.id, screen: index + 1, of: lesson.screens.count) }

  private mutating func prepare(in session: inout Session) {
    guard case .question(let question)? = screen?.content else {
      flow = nil
      return
    }
    flow = QuestionFlow(question, in: &session)
  }
}
