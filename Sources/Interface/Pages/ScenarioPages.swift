import Course
import Display

/// The situations of a module, those of the chosen trade first; one is enough, none is imposed.
struct ScenarioListPage: Page {
  let module: Module
  let scenarios: [Scenario]

  private func sorted(in session: Session) -> [Scenario] {
    guard let trade = session.progress.trade else { return scenarios }
    return scenarios.filter { $0.trades.contains(trade) }
      + scenarios.filter { !$0.trades.contains(trade) }
  }

  func document(in session: Session) -> Document {
    let trades = (try? session.course.trades()) ?? []
    let items = sorted(in: session).enumerated().map { index, scenario in
      Document.MenuItem(
        key: String(index + 1), title: scenario.title,
        note: scenario.trades.first.flatMap { key in trades.first { $0.key == key } }?.words)
    }
    return Document(
      place: .init(
        long: "\(module.number) \(module.title) › En situation", short: "\(module.number) sit.",
        spoken: "Module \(module.number), en situation"),
      title: "En situation",
      blocks: .paragraphs("Choisissez une situation proche de votre métier. Une seule suffit.")
        + [.menu(items, selected: session.menuSelection(in: items))],
      question: "Le numéro d’une situation, de 1 à \(items.count), ou suite pour passer")
  }

  func commands(in session: Session) -> [Command] {
    [
      Command(.skip, Binding("suite", aliases: ["passer"], help: "Passe à l’entraînement.")),
      .backShown,
    ]
  }

  func takes(_ line: String, in session: Session) -> Bool { line.contains(where: \.isNumber) }

  mutating func answer(_ line: String, in session: inout Session) -> Turn {
    guard !line.isEmpty else { return .say("La ligne est vide. Tapez un numéro, ou suite.") }
    do throws(AnswerInput.Misread) {
      let index = try AnswerInput.one(line, of: scenarios.count)
      return .push(
        ScenarioPage(module: module, scenario: sorted(in: session)[index - 1], in: &session))
    } catch {
      return .say(error.sentence)
    }
  }

  mutating func perform(_ action: Action, argument: String, in session: inout Session) -> Turn {
    guard action == .skip else { return .back }
    var turn = Navigator.next(after: module.scenarioStep, of: module, in: &session)
    turn.effects.insert(.record(.placed(step: module.scenarioStep, screen: 1, of: 1)), at: 0)
    return turn
  }

  func line(after line: String, by offset: Int, in session: Session) -> String? {
    MenuLine.next(after: line, keys: (1...max(1, scenarios.count)).map(String.init), by: offset)
  }
}

/// One situation: what happens, a question when there is one, then the decision and why.
struct ScenarioPage: Page {
  let module: Module
  let scenario: Scenario
  private var flow: QuestionFlow?
  private var showsDecision = false

  init(module: Module, scenario: Scenario, in session: inout Session) {
    self.module = module
    self.scenario = scenario
    flow = scenario.question.map { QuestionFlow($0, in: &session) }
  }

  func document(in session: Session) -> Document {
    var document = Document(
      place: .init(
        long: "\(module.number) \(module.title) › En situation", short: "\(module.number) sit.",
        spoken: "Module \(module.number), en situation"),
      title: scenario.title, blocks: [Document.Block](scenario.situation))
    if showsDecision {
      document.blocks =
        [.heading("La décision")] + [Document.Block](scenario.decision) + [.heading("Pourquoi")]
        + [Document.Block](scenario.reason)
      document.continues = true
    } else if let flow {
      flow.fill(&document, line: session.line, today: session.today)
      if case .asking = flow.stage, !document.continues {
        document.blocks = [Document.Block](scenario.situation) + document.blocks
      }
    } else {
      document.blocks.append(.paragraph("Que feriez-vous ?"))
    }
    return document
  }

  func commands(in session: Session) -> [Command] {
    if showsDecision {
      return [
        .advance(help: "Passe à l’entraînement."),
        Command(
          .lesson, Binding("autre", aliases: ["situations"], help: "Choisit une autre situation.")),
      ]
    }
    if let flow { return flow.commands() + [.backShown] }
    return [.advance("réponse", help: "Montre la décision et pourquoi."), .backShown]
  }

  func takes(_ line: String, in session: Session) -> Bool { flow?.takes(line) ?? false }

  mutating func answer(_ line: String, in session: inout Session) -> Turn {
    flow?.answerTurn(line) ?? .stay
  }

  mutating func perform(_ action: Action, argument: String, in session: inout Session) -> Turn {
    if let turn = flow?.turn(for: action, in: &session) { return turn }
    switch action {
    case .advance where !showsDecision:
      showsDecision = true
      return .record(.placed(step: module.scenarioStep, screen: 1, of: 1))
    case .advance: return Navigator.next(after: module.scenarioStep, of: module, in: &session)
    default: return .back
    }
  }

  mutating func receive(_ report: Report, in session: inout Session) -> Turn {
    flow?.receives(report)
    return .stay
  }

  func line(after line: String, by offset: Int, in session: Session) -> String? {
    flow?.line(after: line, by: offset)
  }
}
