import Course
import Testing

@Suite("A threshold") struct ThresholdTests {
  @Test(
    "is a fraction of the draw, rounded up",
    arguments: [
      (24, 30, 30, 24), (24, 30, 29, 24), (24, 30, 28, 23), (24, 30, 1, 1), (24, 30, 0, 0),
      (5, 6, 6, 5), (5, 6, 5, 5), (5, 6, 4, 4), (2, 3, 3, 2), (1, 2, 3, 2), (1, 999, 5, 1),
      (999, 999, 7, 7), (1, 3, 9, 3),
    ])
  func required(top: Int, bottom: Int, count: Int, expected: Int) {
    #expect(Threshold(top, outOf: bottom).required(of: count) == expected)
  }

  @Test(
    "never traps nor asks for more than there is",
    arguments: [
      (1, 0, 5, 5), (0, 0, 5, 0), (7, 6, 5, 5), (-1, 6, 5, 0), (1, -6, 5, 5), (.max, 1, 5, 5),
      (.max, .max, .max, .max), (.max - 1, .max, .max, .max - 1), (1, 2, .max, .max / 2 + 1),
      (1, 2, -4, 0), (1, 2, .min, 0), (.min, .min, .min, 0), (.min, .max, .max, 0),
    ] as [(Int, Int, Int, Int)])
  func hostile(top: Int, bottom: Int, count: Int, expected: Int) {
    #expect(Threshold(top, outOf: bottom).required(of: count) == expected)
  }
}

@Suite("The result of an exam") struct ExamResultTests {
  private static let plan = Sample.plan([
    Sample.stratum("RU01", count: 4),
    Sample.stratum("DP", count: 6, threshold: Threshold(5, outOf: 6)),
    Sample.stratum("NOTIONS", "TECHNO", count: 5),
  ])
  private static let questions =
    Sample.bank("RU01", count: 10) + Sample.bank("DP", count: 10)
    + Sample.bank("NOTIONS", count: 10) + Sample.bank("TECHNO", count: 10)

  /// 15 questions, of which these are answered right; the others wrong.
  private func result(right: [String: Int], drawn: [String: Int]) -> ExamResult {
    var attempt = Progress.Attempt(drawn: [])
    for (bank, count) in drawn {
      for index in 0..<count {
        let id = "\(bank)-\(index + 1)"
        attempt.drawn.append(DrawnQuestion(question: id, order: [1, 2, 3]))
        attempt.answers[id] = [index < right[bank] ?? 0 ? 1 : 2]
      }
    }
    return ExamResult(attempt, plan: Self.plan, questions: Self.questions)
  }

  private static let whole = ["RU01": 4, "DP": 6, "NOTIONS": 3, "TECHNO": 2]

  @Test(
    "is passed from twelve right answers of fifteen, five of six on data protection",
    arguments: [
      (["RU01": 4, "DP": 6, "NOTIONS": 3, "TECHNO": 2], 15, true),
      (["RU01": 2, "DP": 5, "NOTIONS": 3, "TECHNO": 2], 12, true),
      (["RU01": 1, "DP": 5, "NOTIONS": 3, "TECHNO": 2], 11, false),
      (["RU01": 4, "DP": 4, "NOTIONS": 3, "TECHNO": 2], 13, false),
      (["RU01": 4, "DP": 6, "NOTIONS": 1, "TECHNO": 1], 12, true),
      (["RU01": 0, "DP": 6, "NOTIONS": 3, "TECHNO": 2], 11, false),
      ([:], 0, false),
    ])
  func passed(right: [String: Int], total: Int, isPassed: Bool) {
    let result = result(right: right, drawn: Self.whole)
    #expect(result.count == 15)
    #expect(result.required == 12)
    #expect(result.right == total)
    #expect(result.isPassed == isPassed)
  }

  @Test("gives a line a stratum, in the order of the plan")
  func themes() {
    let result = result(right: ["RU01": 3, "DP": 5, "NOTIONS": 2, "TECHNO": 2], drawn: Self.whole)
    #expect(result.themes.map(\.name) == ["RU01", "DP", "NOTIONS, TECHNO"])
    #expect(result.themes.map(\.right) == [3, 5, 4])
    #expect(result.themes.map(\.count) == [4, 6, 5])
    #expect(result.themes.map(\.required) == [nil, 5, nil])
    // 24/30 of four is four; of five, four.
    #expect(result.themes.map(\.isSolid) == [false, true, true])
  }

  @Test("a short draw has its thresholds in proportion")
  func short() {
    let drawn = ["RU01": 2, "DP": 4]
    let result = result(right: ["RU01": 1, "DP": 4], drawn: drawn)
    #expect(result.required == 5)
    #expect(result.themes.map(\.required) == [nil, 4])
    #expect(result.isPassed)
    #expect(!self.result(right: ["RU01": 2, "DP": 3], drawn: drawn).isPassed)
  }

  @Test("a question without an answer is wrong")
  func unanswered() {
    let attempt = Progress.Attempt(
      drawn: [DrawnQuestion(question: "DP-1", order: [1, 2, 3])], answers: ["DP-2": [1]])
    let result = ExamResult(attempt, plan: Self.plan, questions: Self.questions)
    #expect((result.right, result.count, result.isPassed) == (0, 1, false))
  }

  @Test("a question that the course lost counts, and counts as wrong")
  func lost() {
    let attempt = Progress.Attempt(
      drawn: ["DP-1", "DP-404"].map { DrawnQuestion(question: $0, order: [1, 2, 3]) },
      answers: ["DP-1": [1], "DP-404": [1]])
    let result = ExamResult(attempt, plan: Self.plan, questions: Self.questions)
    #expect((result.right, result.count, result.required) == (1, 2, 2))
    #expect(!result.isPassed)
    #expect(result.themes.map(\.count) == [1])
  }

  @Test("an exam without a question is not passed")
  func empty() {
    let result = ExamResult(Progress.Attempt(drawn: []), plan: Self.plan, questions: Self.questions)
    #expect((result.right, result.count, result.required) == (0, 0, 0))
    #expect(result.themes.isEmpty)
    #expect(!result.isPassed)
  }

  @Test("a question drawn many times by an edited journal counts once")
  func repeated() {
    let attempt = Progress.Attempt(
      drawn: ["DP-1", "DP-1", "DP-1", "DP-2"].map { DrawnQuestion(question: $0, order: []) },
      answers: ["DP-1": [1], "DP-2": [2]])
    let result = ExamResult(attempt, plan: Self.plan, questions: Self.questions)
    #expect((result.right, result.count) == (1, 2))
    #expect(result.themes.map(\.right) == [1])
    #expect(!result.isPassed)
  }

  @Test("an answer partly right is not right")
  func partly() {
    let question = Sample.question(.multiple(Sample.options("xx.")), id: "DP-1", bank: "DP")
    for (answer, right) in [([1, 2], 1), ([1], 0), ([1, 2, 3], 0), ([], 0)] {
      let attempt = Progress.Attempt(
        drawn: [DrawnQuestion(question: "DP-1", order: [1, 2, 3])], answers: ["DP-1": answer])
      let result = ExamResult(attempt, plan: Self.plan, questions: [question])
      #expect(result.right == right)
    }
  }

  @Test("a draw of the whole plan, answered right, is passed; answered at random, it is not")
  func drawn() {
    let draw = ExamDraw(plan: Self.plan, questions: Self.questions, today: Sample.today)
    for seed in 0..<40 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let drawn = draw.draw(with: &random)
      var attempt = Progress.Attempt(drawn: drawn)
      for question in drawn { attempt.answers[question.question] = [1] }
      #expect(ExamResult(attempt, plan: Self.plan, questions: Self.questions).isPassed)
      for question in drawn { attempt.answers[question.question] = [random.number(below: 3) + 1] }
      #expect(!ExamResult(attempt, plan: Self.plan, questions: Self.questions).isPassed)
    }
  }
}
