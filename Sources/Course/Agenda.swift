/// What is gone through with a group, in order: a module, or what of it fits the time.
///
/// The workshop and the facilitator's sheet are made from the same agenda.
package struct Agenda: Sendable, Hashable {
  package enum Item: Sendable, Hashable {
    /// The situation that opens the module.
    case opening
    /// A key screen to read together.
    case screen(Screen)
    case scenario(Scenario)
    case question(Question)
    /// « Je retiens ».
    case takeaways
  }

  /// What the items were chosen by; the same choice in the same content gives the same items.
  package struct Choice: Sendable, Hashable {
    /// 30, 60 or 90.
    package var minutes: Int
    /// A key of `metiers.md`; nil for everybody.
    package var trade: String?
    package var seed: UInt64

    package init(minutes: Int, trade: String?, seed: UInt64) {
      self.minutes = minutes
      self.trade = trade
      self.seed = seed
    }
  }

  package var module: Module
  package var items: [Item]
  /// nil when nothing was left out.
  package var choice: Choice?

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

  init(module: Module, items: [Item], choice: Choice) {
    self.module = module
    self.items = items
    self.choice = choice
  }
}

extension Agenda.Item {
  /// The question on which the group can vote by raised hands; nil when there is none.
  package var votedQuestion: Question? {
    let question: Question? =
      switch self {
      case .question(let question): question
      case .scenario(let scenario): scenario.question
      case .opening, .screen, .takeaways: nil
      }
    return question?.voteOptions == nil ? nil : question
  }
}

extension Question {
  /// The propositions that can be voted on by raised hands, in source order: at most eight.
  package var voteOptions: [Proposition]? {
    switch body {
    case .single(let options), .multiple(let options):
      (2...8).contains(options.count) ? options : nil
    case .trueFalse, .spot, .order, .match, .short, .rewrite, .steps: nil
    }
  }

  /// Whether a person may raise a hand for several propositions.
  package var takesSeveral: Bool {
    if case .multiple = body { true } else { false }
  }
}
