import Course
import Display

/// A module's opening: the work situation, then its steps and their state.
struct ModulePage: Page {
  let module: Module

  func document(in session: Session) -> Document {
    let items = items(in: session)
    return Document(
      place: .init(
        long: "\(module.number) \(module.title)", short: "Module \(module.number)",
        spoken: "Module \(module.number)"),
      progress: share(in: session), title: module.title,
      blocks: [Document.Block](module.opening) + [
        .menu(
          items,
          selected: session.line.isEmpty ? next(in: session) : session.menuSelection(in: items))
      ])
  }

  func commands(in session: Session) -> [Command] {
    [
      .advance(
        session.progression.status(of: module) == .toDo ? "commencer" : "continuer",
        help: "Ouvre la prochaine étape du module."), .choosing, .backShown,
    ]
  }

  func takes(_ line: String, in session: Session) -> Bool { line.contains(where: \.isNumber) }

  mutating func answer(_ line: String, in session: inout Session) -> Turn {
    let steps = session.progression.steps(of: module)
    do throws(AnswerInput.Misread) {
      let index = try AnswerInput.one(line, of: steps.count)
      return Navigator.open(steps[index - 1], of: module, in: &session)
    } catch {
      return .say(error.sentence)
    }
  }

  mutating func perform(_ action: Action, argument: String, in session: inout Session) -> Turn {
    guard action == .advance else { return .back }
    return Navigator.open(session.progression.nextStep(in: module), of: module, in: &session)
  }

  func line(after line: String, by offset: Int, in session: Session) -> String? {
    let keys = items(in: session).map(\.key)
    let current = line.isEmpty ? keys.at(next(in: session) ?? 0) ?? "" : line
    return MenuLine.next(after: current, keys: keys, by: offset)
  }

  private func next(in session: Session) -> Int? {
    session.progression.steps(of: module).firstIndex(of: session.progression.nextStep(in: module))
  }

  private func share(in session: Session) -> Double {
    let steps = session.progression.steps(of: module)
    return Double(steps.count { session.progress.finishedSteps.contains($0) })
      / Double(max(1, steps.count))
  }

  private func items(in session: Session) -> [Document.MenuItem] {
    session.progression.steps(of: module).enumerated().map { index, step in
      let lesson = module.lessons.first { $0.id == step }
      let title =
        lesson?.title
        ?? (step == module.scenarioStep
          ? "En situation" : step == module.practiceStep ? "Entraînement, sans note" : "Je retiens")
      let done = session.progress.finishedSteps.contains(step)
      let state =
        done ? "fait" : session.progress.places[step].map { "écran \($0.screen) sur \($0.of)" }
      return Document.MenuItem(
        key: String(index + 1), title: title, state: state ?? "à faire",
        note: lesson.map { "\($0.minutes) min" })
    }
  }
}

/// « Je retiens »: three sentences that close a module.
struct TakeawayPage: Page {
  let module: Module

  func document(in session: Session) -> Document {
    let status = session.progression.status(of: module)
    let closing =
      status == .done
      ? "Le module \(module.number) est terminé."
      : "Il reste une étape à faire dans ce module. La carte la montre."
    return Document(
      place: .init(
        long: "\(module.number) \(module.title) › Je retiens", short: "\(module.number) fin",
        spoken: "Module \(module.number), je retiens"),
      progress: 1, title: "Je retiens",
      blocks: [Document.Block](module.takeaways) + .paragraphs(closing))
  }

  func commands(in session: Session) -> [Command] {
    [.advance("suite", help: "Passe au module suivant, ou à la carte."), .backShown]
  }

  mutating func perform(_ action: Action, argument: String, in session: inout Session) -> Turn {
    guard action == .advance else { return .back }
    let modules = session.course.modules
    let index = modules.firstIndex { $0.id == module.id } ?? 0
    let following = modules[(index + 1)...].first { session.progression.status(of: $0) != .done }
    guard let following else { return Turn(.home) }
    return .replace(ModulePage(module: following))
  }
}
