import BadgeRequest
import Course
import ShippedContent
import Testing

/// A course, and exams drawn and answered as its learners do.
struct Exam: Sendable {
  let course: Course
  let regrading: Regrading
  let plan: ExamPlan
  let questions: [String: Question]

  static let today = Day(number: 20_778)  // 2026-11-21

  init(files: [String: [UInt8]] = ShippedContent.files, local: [String: [UInt8]] = [:]) throws {
    course = try Course(ContentFiles(files, local: local))
    regrading = try Regrading(course)
    plan = try #require(try course.examPlan())
    questions = Dictionary(try course.banks().map { ($0.id, $0) }) { first, _ in first }
  }

  private static let made = Result { try Exam() }

  /// The shipped course.
  static func shipped() throws -> Exam { try made.get() }

  /// The shipped banks under another plan.
  static func planned(_ lines: String) throws -> Exam {
    var files = ShippedContent.files
    files["evaluation.md"] = Array(
      "# Examen\n<!--\nseuil : 24/30\n-->\n\nTexte.\n\n\(lines)\n".utf8)
    return try Exam(files: files)
  }

  func draw(
    _ seed: UInt64, avoiding avoided: Set<String> = [], on day: Day = Exam.today
  ) -> [DrawnQuestion] {
    var random = SplitMix64(seed: seed)
    let draw = ExamDraw(
      plan: plan, questions: Array(questions.values), avoiding: avoided, today: day)
    return draw.draw(with: &random)
  }

  func question(_ drawn: DrawnQuestion) throws -> Question {
    try #require(questions[drawn.question])
  }

  /// The answers to a draw: right ones up to a number in DP and in the rest, then wrong ones.
  func answers(
    _ draw: [DrawnQuestion], rightDP: Int = .max, rightElsewhere: Int = .max
  ) throws -> [String: [Int]] {
    var left = ["DP": rightDP, "": rightElsewhere]
    var answers: [String: [Int]] = [:]
    for drawn in draw {
      let question = try question(drawn)
      let theme = question.bank == "DP" ? "DP" : ""
      let isRight = left[theme, default: 0] > 0
      left[theme, default: 0] -= 1
      answers[question.id] = isRight ? question.rightAnswer : question.wrongAnswer
    }
    return answers
  }

  /// The questions admitted to the exam that are so, asked in the order of their ids.
  func ids(where isSo: (Question) -> Bool) -> Set<String> {
    let admitted = questions.values.filter(\.isForExam).sorted { $0.id < $1.id }
    return Set(admitted.filter(isSo).map(\.id))
  }

  /// What an agent who answered so would ask.
  func request(
    _ draw: [DrawnQuestion], _ answers: [String: [Int]],
    recipient: RecipientChoice = .displayedName("Ana Métivier"), on day: Day = Exam.today
  ) -> BadgeRequest {
    BadgeRequest(
      id: "urn:uuid:0b7d1c52-31f6-4b44-8a3e-2f9a6a0f7e11", course: course.id,
      version: course.version, digest: regrading.digest, badge: course.badge,
      completed: Timestamp(seconds: day.number * 86_400 + 33_153), how: .alone,
      recipient: recipient, account: 1000, attempt: Progress.Attempt(drawn: draw, answers: answers))
  }

  /// A request with every answer right.
  func perfect(_ draw: [DrawnQuestion], on day: Day = Exam.today) throws -> BadgeRequest {
    request(draw, try answers(draw), on: day)
  }
}

extension Question {
  /// An answer of the same form that is not right.
  var wrongAnswer: [Int] {
    let right = rightAnswer
    switch body {
    case .single(let options): return [right == [1] ? options.count : 1]
    case .multiple(let options), .spot(let options):
      let others = options.indices.map { $0 + 1 }.filter { !right.contains($0) }
      return others.isEmpty ? [1] : others
    case .trueFalse: return [1 - right[0]] + right.dropFirst()
    case .order(_, let accepted):
      let turned = Array(right.dropFirst()) + right.prefix(1)
      return accepted.contains(turned) ? right.reversed() : turned
    case .match: return [right[1]] + right.dropFirst()
    case .short: return [0]
    case .rewrite: return []
    case .steps(let steps):
      return [right[0] == 1 ? steps[0].options.count : 1] + right.dropFirst()
    }
  }
}
