package import Course

/// Grades requests again against one course, by the functions of the learner's program.
///
/// Reading the course's banks takes tens of milliseconds: make one for many requests. The course
/// must be read with the same local additions as the agent's, which the digest leaves out.
package struct Regrading: Sendable {
  /// What a request deserves.
  package enum Outcome: Sendable, Hashable {
    /// Every check holds and both thresholds are reached.
    case passed
    /// The first check that fails.
    case refused(Refusal)
  }

  private let course: Course
  /// The digest that requests must state, in hex.
  package let digest: String
  private let plan: ExamPlan?
  private let questions: [String: Question]

  /// Reads the course's plan and banks; throws the first mistake of its files.
  package init(_ course: Course) throws(ContentError) {
    self.course = course
    digest = course.contentDigest
    plan = try course.examPlan()
    questions = Dictionary(try course.banks().map { ($0.id, $0) }) { first, _ in first }
  }

  /// Whether the request's exam is passed; the score itself goes nowhere.
  package func outcome(of request: BadgeRequest) -> Outcome {
    do throws(Refusal) {
      try check(request)
      return .passed
    } catch {
      return .refused(error)
    }
  }

  private func check(_ request: BadgeRequest) throws(Refusal) {
    guard request.course == course.id else { throw .otherCourse }
    guard request.version == course.version, request.digest == digest else { throw .otherVersion }
    guard request.badge == course.badge else { throw .otherBadge }
    guard let plan else { throw .noExam }
    let draw = DrawCheck(plan: plan, questions: questions)
    do throws(DrawFault) {
      try draw.check(request.attempt.drawn, on: request.completed.day)
    } catch {
      throw .impossibleDraw(error)
    }
    try checkAnswers(request.attempt)
    let result = ExamResult(request.attempt, plan: plan, questions: Array(questions.values))
    guard result.isPassed else { throw .notPassed }
  }

  /// A question may be left without an answer; an answer has the form of its question.
  private func checkAnswers(_ attempt: Progress.Attempt) throws(Refusal) {
    let drawn = Set(attempt.drawn.map(\.question))
    for (id, answer) in attempt.answers.sorted(by: { $0.key < $1.key }) {
      guard drawn.contains(id), questions[id]?.admits(answer) == true
      else { throw .illegalAnswer(question: id) }
    }
  }
}
