extension Agenda {
  /// The lengths of a workshop, in minutes.
  package static let lengths = [30, 60, 90]

  /// What fits the time: the opening, up to three key screens, one scenario and three questions for
  /// each half-hour, « Je retiens ».
  ///
  /// The key screens are those to read of the first lesson. Scenarios and questions of the trade
  /// come first; no two questions of a family; levels rise. The seed decides between equals.
  package init(
    of module: Module, in course: Course, minutes: Int, trade: String?, seed: UInt64
  ) throws(ContentError) {
    let lesson = try module.lessons.first.map { outline throws(ContentError) in
      try course.lesson(outline)
    }
    let draw = AgendaDraw(
      choice: Choice(minutes: minutes, trade: trade, seed: seed),
      screens: lesson?.screens ?? [], scenarios: try course.scenarios(of: module),
      questions: try course.bank(of: module))
    self.init(module: module, items: draw.items, choice: draw.choice)
  }

  /// Sixteen hex digits of a hash of what may be voted on: a changed content shows.
  package var fingerprint: String {
    let texts = items.compactMap(\.votedQuestion).flatMap { question in
      [question.id] + (question.voteOptions ?? []).map(\.text.plainText)
    }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325  // FNV-1a, 64 bits
    for byte in (["\(items.count)"] + texts).joined(separator: "\u{1F}").utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

/// The choice of a workshop's items: a pure function of the content, the choice and its seed.
struct AgendaDraw {
  var choice: Agenda.Choice
  var screens: [Screen]
  var scenarios: [Scenario]
  var questions: [Question]

  private var halfHours: Int { min(3, max(1, choice.minutes / 30)) }

  /// A scenario before each three questions; what the module lacks is left out.
  var items: [Agenda.Item] {
    let scenarios = chosenScenarios
    let questions = chosenQuestions
    let middle = (0..<halfHours).flatMap { index in
      scenarios.dropFirst(index).prefix(1).map(Agenda.Item.scenario)
        + questions.dropFirst(3 * index).prefix(3).map(Agenda.Item.question)
    }
    return [.opening] + keyScreens.map(Agenda.Item.screen) + middle + [.takeaways]
  }

  private var keyScreens: [Screen] {
    let readings = screens.filter { if case .reading = $0.content { true } else { false } }
    return Array(readings.prefix(3))
  }

  private var chosenScenarios: [Scenario] {
    guard let trade = choice.trade else { return Array(scenarios.prefix(halfHours)) }
    let own = scenarios.filter { $0.trades.contains(trade) }
    let others = scenarios.filter { !$0.trades.contains(trade) }
    return Array((own + others).prefix(halfHours))
  }

  /// Levels rise: those of the first third are of level 1 when there are some, and so on.
  private var chosenQuestions: [Question] {
    var random = SplitMix64(seed: choice.seed)
    // Sorted first: the order of the files must not change what a seed gives.
    let pool = random.shuffled(
      questions.filter { $0.voteOptions != nil }.sorted { $0.id < $1.id })
    let count = 3 * halfHours
    var families: Set<String> = []
    var chosen: [(question: Question, place: Int)] = []
    for place in 0..<count {
      let level = 1 + place * 3 / count
      let free = pool.filter { !families.contains($0.family) }
      guard let best = free.min(by: { cost($0, level) < cost($1, level) }) else { break }
      families.insert(best.family)
      chosen.append((best, place))
    }
    return chosen.sorted { ($0.question.level, $0.place) < ($1.question.level, $1.place) }
      .map(\.question)
  }

  /// What is given up by taking a question: each rule outweighs those after it.
  private func cost(_ question: Question, _ level: Int) -> Int {
    var cost = 0
    if question.takesSeveral { cost += 4 }
    if !suits(question.trades) { cost += 2 }
    if question.level != level { cost += 1 }
    return cost
  }

  private func suits(_ trades: [String]) -> Bool {
    guard let trade = choice.trade, !trades.isEmpty else { return true }
    return trades.contains(trade) || trades.contains("tous")
  }
}
