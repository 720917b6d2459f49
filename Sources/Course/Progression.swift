/// Where a learner stands in a module, in the words the map uses.
package enum ModuleStatus: String, Sendable, Hashable {
  case toDo = "à faire"
  case started = "en cours"
  case done = "terminé"
}

/// What is open, done and next: pure questions put to a course and a progress.
package struct Progression {
  package var course: Course
  package var progress: Progress

  package init(course: Course, progress: Progress) {
    self.course = course
    self.progress = progress
  }

  /// Done when each lesson was read to its end and the practice was made.
  ///
  /// Situations and « Je retiens » are proposed, not needed.
  package func status(of module: Module) -> ModuleStatus {
    let needed = steps(of: module).filter { $0 != module.scenarioStep && $0 != module.takeawayStep }
    if needed.allSatisfy(progress.finishedSteps.contains) { return .done }
    let touched = steps(of: module).contains { progress.places[$0] != nil }
    return touched ? .started : .toDo
  }

  /// The steps of a module in the order they are proposed.
  package func steps(of module: Module) -> [String] {
    var steps = module.lessons.map(\.id)
    if module.scenarioFile != nil { steps.append(module.scenarioStep) }
    if module.bankFile != nil { steps.append(module.practiceStep) }
    return steps + [module.takeawayStep]
  }

  /// The first step of the module that is not finished, or its last.
  package func nextStep(in module: Module) -> String {
    let all = steps(of: module)
    return all.first { !progress.finishedSteps.contains($0) } ?? all.last ?? module.takeawayStep
  }

  /// What follows a step: the next of its module, or nil at the end.
  package func step(after step: String, in module: Module) -> String? {
    let all = steps(of: module)
    return all.firstIndex(of: step).flatMap { all.at($0 + 1) }
  }

  /// The module a step belongs to.
  package func module(of step: String) -> Module? {
    course.modules.first { steps(of: $0).contains(step) }
  }

  /// Minutes left in a module, in proportion of its unfinished lessons.
  package func minutesLeft(in module: Module) -> Int {
    let total = module.lessons.reduce(0) { $0 + $1.minutes }
    guard total > 0 else { return module.minutes }
    let done = module.lessons.reduce(0) { sum, lesson in
      if progress.finishedSteps.contains(lesson.id) { return sum + lesson.minutes }
      guard let place = progress.places[lesson.id], place.of > 0 else { return sum }
      let read = min(max(place.screen, 1), place.of) - 1
      return sum + Int(Double(lesson.minutes) * Double(read) / Double(place.of))
    }
    return max(1, module.minutes - module.minutes * done / total)
  }

  /// The first module that is not done.
  package var nextModule: Module? { course.modules.first { status(of: $0) != .done } }

  /// The modules still needed before the exam.
  package var modulesBeforeExam: [Module] {
    course.modules.filter { $0.counts && status(of: $0) != .done }
  }

  /// Nothing that counts is left to do.
  package var isExamOpen: Bool { modulesBeforeExam.isEmpty }

  /// Modules advised by the positioning questions that were missed; nothing is imposed.
  package func isAdvised(_ module: Module, missed refs: Set<String>) -> Bool {
    !refs.isDisjoint(with: module.refs) && status(of: module) != .done
  }

  /// Review boxes due on `day`, oldest first.
  package func reviewsDue(on day: Day) -> [ReviewBox] {
    progress.reviewBoxes.values.filter { $0.due <= day }
      .sorted { ($0.due.number, $0.question) < ($1.due.number, $1.question) }
  }
}
