/// What is gone through with a group, in order: a module, or what of it fits the time.
///
/// The workshop and the facilitator's sheet are made from the same agenda.
package struct Agenda: Sendable {
  package enum Item: Sendable, Hashable {
    /// The situation that opens the module.
    case opening
    case scenario(Scenario)
    case question(Question)
    /// « Je retiens ».
    case takeaways
  }

  package var module: Module
  package var items: [Item]

  /// Everything: the opening, the scenarios, the whole bank, « Je retiens ».
  package init(of module: Module, in course: Course) throws(ContentError) {
    let scenarios = try course.scenarios(of: module)
    let questions = try course.bank(of: module)
    self.init(module: module, scenarios: scenarios, questions: questions)
  }

  package init(module: Module, scenarios: [Scenario], questions: [Question]) {
    self.module = module
    items =
      [.opening] + scenarios.map(Item.scenario) + questions.map(Item.question) + [.takeaways]
  }
}
