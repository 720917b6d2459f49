import Course
import Display

/// From a step's name to its page.
enum Navigator {
  /// The page of a step of a module, and the fact that one is there.
  static func open(_ step: String, of module: Module, in session: inout Session) -> Turn {
    do throws(ContentError) {
      let (page, placed) = try page(step, of: module, in: &session)
      return Turn(.push(page), effects: placed.map { [.record($0)] } ?? [])
    } catch {
      return .push(ContentFaultPage(error: error))
    }
  }

  /// What follows a finished step: the next one takes the page's place; the map after the last.
  static func next(after step: String, of module: Module, in session: inout Session) -> Turn {
    guard let following = session.progression.step(after: step, in: module) else {
      return Turn(.home)
    }
    var turn = open(following, of: module, in: &session)
    if case .push(let page) = turn.navigation { turn.navigation = .replace(page) }
    return turn
  }

  /// The page to resume at the place kept in the journal; nil when there is none.
  static func resume(in session: inout Session) -> Turn? {
    guard let step = session.progress.currentStep,
      let module = session.progression.module(of: step)
    else { return nil }
    // A finished lesson is not reopened at its end: what follows it is.
    if session.progress.finishedSteps.contains(step), isAtEnd(step, session) {
      guard session.progression.step(after: step, in: module) != nil else { return nil }
      var turn = next(after: step, of: module, in: &session)
      if case .replace(let page) = turn.navigation { turn.navigation = .push(page) }
      return turn
    }
    return open(step, of: module, in: &session)
  }

  private static func isAtEnd(_ step: String, _ session: Session) -> Bool {
    guard let place = session.progress.places[step] else { return false }
    return place.screen >= place.of
  }

  private static func page(
    _ step: String, of module: Module, in session: inout Session
  ) throws(ContentError) -> (any Page, Event?) {
    if let outline = module.lessons.first(where: { $0.id == step }) {
      let lesson = try session.course.lesson(outline)
      let place = session.progress.places[step]
      let screen =
        session.progress.finishedSteps.contains(step) && isAtEnd(step, session)
        ? 1 : place?.screen ?? 1
      let page = LessonPage(lesson, of: module, screen: screen, in: &session)
      return (page, page.placed)
    }
    if step == module.scenarioStep {
      return (
        ScenarioListPage(module: module, scenarios: try session.course.scenarios(of: module)), nil
      )
    }
    if step == module.practiceStep {
      return (
        PracticePage(module: module, bank: try session.course.bank(of: module), in: &session), nil
      )
    }
    return (TakeawayPage(module: module), .placed(step: module.takeawayStep, screen: 1, of: 1))
  }
}

/// « où » : module, screen and minutes left.
enum WhereAmI {
  static func sentence(_ place: Document.Place, in session: Session) -> Text {
    var sentence = place.spoken
    if let counter = place.counter {
      sentence += ", \(counter.noun) \(counter.index) sur \(counter.count)"
    }
    guard let step = session.progress.currentStep,
      let module = session.progression.module(of: step)
    else { return Text(sentence + ".") }
    let minutes = session.progression.minutesLeft(in: module)
    let left = minutes == 1 ? "1 minute" : "\(minutes) minutes"
    return Text("\(sentence). Il reste environ \(left) dans le module \(module.number).")
  }
}
