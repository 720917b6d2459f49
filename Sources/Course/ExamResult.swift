/// The result of a submitted exam, shown once and never kept.
package struct ExamResult: Sendable, Hashable {
  /// The part of the result that a line of the plan gives.
  package struct Theme: Sendable, Hashable {
    /// `RU04`, `SANDI`, `DP`.
    package var name: String
    package var right: Int
    package var count: Int
    /// Right answers this theme alone requires, when it has a threshold.
    package var required: Int?
    /// Enough for the theme's threshold, or for the exam's when it has none.
    package var isSolid: Bool
  }

  package var right: Int
  package var count: Int
  /// Right answers the whole requires.
  package var required: Int
  package var themes: [Theme]

  /// The whole threshold and each theme's own; an exam without a question is not passed.
  package var isPassed: Bool {
    count > 0 && right >= required && themes.allSatisfy { $0.right >= $0.required ?? 0 }
  }

  /// Grades an attempt; a question that the course no longer has counts as wrong.
  package init(_ attempt: Progress.Attempt, plan: ExamPlan, questions: [Question]) {
    let byID = Dictionary(questions.map { ($0.id, $0) }) { first, _ in first }
    let drawn = Set(attempt.drawn.map(\.question))
    let known = drawn.compactMap { byID[$0] }
    let good = Set(
      known.filter { question in
        attempt.answers[question.id].map { question.isRight($0) == true } ?? false
      }.map(\.id))
    themes = plan.strata.compactMap { stratum in
      let ids = known.filter { stratum.banks.contains($0.bank) }.map(\.id)
      return ids.isEmpty
        ? nil : Theme(stratum, of: plan, right: ids.count(where: good.contains), count: ids.count)
    }
    right = good.count
    count = drawn.count
    required = plan.threshold.required(of: drawn.count)
  }
}

extension ExamResult.Theme {
  fileprivate init(_ stratum: Stratum, of plan: ExamPlan, right: Int, count: Int) {
    let required = stratum.threshold?.required(of: count)
    self.init(
      name: stratum.name, right: right, count: count, required: required,
      isSolid: right >= required ?? plan.threshold.required(of: count))
  }
}
