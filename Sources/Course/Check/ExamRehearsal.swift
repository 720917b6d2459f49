/// Many exams drawn from fixed seeds, to know what two people, or two attempts, have in common.
struct ExamRehearsal: Sendable {
  /// What was found; questions are means over the pairs.
  struct Outcome: Sendable {
    /// Questions of an exam.
    var length: Int
    /// Questions that two exams drawn apart share.
    var shared: Double
    /// The most that an attempt shared with the one before it, over all pairs.
    var repeated: Int
    /// Means by level: 1, 2, 3.
    var levels: [Double]
    /// How many questions the exams hold that are drawn later, by months ahead.
    var later: [(months: Int, least: Int)]
  }

  var plan: ExamPlan
  var questions: [Question]
  /// The day of the draws.
  var day: Day
  /// Pairs drawn.
  var pairs = 200

  func run() -> Outcome {
    let levels = Dictionary(
      questions.map { ($0.id, $0.level) }, uniquingKeysWith: { first, _ in first })
    var shared = 0
    var repeated = 0
    var counts = [0, 0, 0, 0]
    let first = draw(0, on: day)
    for seed in 0..<pairs {
      let one = draw(2 * seed, on: day)
      shared += one.intersection(draw(2 * seed + 1, on: day)).count
      repeated = max(repeated, one.intersection(draw(2 * seed, on: day, avoiding: one)).count)
      for id in one { counts[min(max(levels[id] ?? 0, 0), 3)] += 1 }
    }
    return Outcome(
      length: first.count, shared: Double(shared) / Double(max(1, pairs)), repeated: repeated,
      levels: counts.dropFirst().map { Double($0) / Double(max(1, pairs)) },
      later: [7, 13, 25].map { ($0, least(day.adding(months: $0))) })
  }

  /// The shortest of ten exams drawn on a day.
  private func least(_ day: Day) -> Int {
    (0..<10).map { draw($0, on: day).count }.min() ?? 0
  }

  private func draw(_ seed: Int, on day: Day, avoiding avoided: Set<String> = []) -> Set<String> {
    var random = SplitMix64(seed: UInt64(seed + (avoided.isEmpty ? 0 : 1_000_003)))
    let exam = ExamDraw(plan: plan, questions: questions, avoiding: avoided, today: day)
    return Set(exam.draw(with: &random).map(\.question))
  }
}
