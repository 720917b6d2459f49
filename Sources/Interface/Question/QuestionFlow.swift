import Course
import Display

/// A question being asked: its order on screen, what was typed so far, and its verdict.
struct QuestionFlow: Sendable {
  enum Stage: Sendable, Hashable {
    case asking
    /// The answer is on its way to the journal; the verdict waits for it.
    case saving([Int])
    case answered([Int])
  }

  /// What a line does to the question.
  enum Outcome: Sendable {
    /// A whole answer, in source order.
    case answer([Int])
    /// One more part is known: a rank, a pair, a step, a line of text.
    case partial
    case misread(String)
  }

  let question: Question
  /// See `Question.shuffled`.
  let order: [Int]
  /// In an exam no verdict is shown.
  let isExam: Bool
  var stage = Stage.asking
  /// Ranks, pairs or steps already given, in source order.
  private(set) var given: [Int] = []
  /// The rewritten request: in memory only, forgotten with the page.
  private(set) var review: RewritingReview?

  init(_ question: Question, order: [Int], isExam: Bool = false) {
    self.question = question
    self.order = question.accepts(order: order) ? order : question.sourceOrder
    self.isExam = isExam
  }

  init(_ question: Question, in session: inout Session) {
    self.init(question, order: question.shuffled(with: &session.random))
  }

  /// The line is the answer itself, not a choice.
  var isFreeText: Bool {
    guard stage == .asking else { return false }
    switch question.body {
    case .short, .rewrite: return true
    default: return false
    }
  }

  /// A line that looks like an answer rather than a command.
  func takes(_ line: String) -> Bool {
    guard stage == .asking else { return false }
    let folded = line.folded
    if folded.contains(where: \.isNumber) { return true }
    if case .trueFalse = question.body {
      let words = folded.split(separator: " ")
      return words.allSatisfy {
        ["vrai", "faux", "v", "f"].contains($0) || $0.allSatisfy("vf".contains)
      }
    }
    return ["un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"].contains(folded)
  }

  /// Understands a line; changes what was given when it is only a part of the answer.
  mutating func take(_ line: String) -> Outcome {
    do throws(AnswerInput.Misread) {
      return try understand(line)
    } catch {
      return .misread(error.sentence)
    }
  }

  private mutating func understand(_ line: String) throws(AnswerInput.Misread) -> Outcome {
    switch question.body {
    case .single(let options):
      return .answer([source(try AnswerInput.one(line, of: options.count))])
    case .multiple(let options), .spot(let options):
      return .answer(try AnswerInput.several(line, of: options.count).map(source).sorted())
    case .trueFalse(let options):
      let typed = try AnswerInput.trueFalse(line, of: options.count)
      return .answer(inSourceOrder(typed))
    case .order(let steps, _): return try takeRanks(line, of: steps.count)
    case .match(let pairs): return try takePairs(line, pairs)
    case .short:
      guard !line.isEmpty else {
        throw AnswerInput.Misread("La ligne est vide. Écrivez un ou deux mots.")
      }
      return .answer([question.match(line)])
    case .rewrite(let rewriting):
      guard !line.isEmpty else {
        throw AnswerInput.Misread("La ligne est vide. Écrivez votre demande.")
      }
      review = rewriting.review(line)
      return .answer([])
    case .steps(let steps): return try takeStep(line, steps)
    }
  }

  private mutating func takeRanks(
    _ line: String, of count: Int
  ) throws(AnswerInput.Misread) -> Outcome {
    let typed = try AnswerInput.numbers(line, upTo: count).map(source)
    let all = given + typed
    guard Set(all).count == all.count else {
      throw AnswerInput.Misread(
        "Une étape est déjà placée. Choisissez-en une autre, ou tapez effacer.")
    }
    if all.count == count {
      given = []
      return .answer(all)
    }
    given = all
    return .partial
  }

  private mutating func takePairs(
    _ line: String, _ pairs: [Pair]
  ) throws(AnswerInput.Misread) -> Outcome {
    let lefts = pairs.count { $0.left != nil }
    // One number answers the pair being asked; a whole line answers them all.
    if !line.folded.contains(where: \.isLetter),
      let typed = try? AnswerInput.numbers(line, upTo: pairs.count),
      typed.count == 1 || lefts > 1 && typed.count + given.count <= lefts
    {
      given += typed.map(source)
    } else {
      given = try AnswerInput.pairs(line, lefts: lefts, rights: pairs.count).map(source)
    }
    guard given.count == lefts else { return .partial }
    defer { given = [] }
    return .answer(given)
  }

  private mutating func takeStep(
    _ line: String, _ steps: [Step]
  ) throws(AnswerInput.Misread) -> Outcome {
    let index = given.count
    guard let step = steps.at(index) else { return .answer(given) }
    let typed = try AnswerInput.one(line, of: step.options.count)
    given.append(question.stepOrder(index, in: order).at(typed - 1) ?? typed)
    return given.count == steps.count ? .answer(given) : .partial
  }

  /// Whether what was given can be taken back: not a step whose verdict was shown.
  var canClear: Bool {
    if case .steps = question.body, !isExam { return false }
    return !given.isEmpty
  }

  /// Forgets the ranks, pairs or steps given so far.
  mutating func clear() { if canClear { given = [] } }

  /// The journal has the answer: the verdict may show.
  mutating func recorded() {
    if case .saving(let answer) = stage { stage = .answered(answer) }
  }

  /// The source index of what is shown in place `shown`, from 1.
  func source(_ shown: Int) -> Int { order.at(shown - 1) ?? shown }

  /// The place, from 1, where the source index `index` is shown.
  func shown(_ index: Int) -> Int { order.firstIndex(of: index).map { $0 + 1 } ?? index }

  private func inSourceOrder(_ values: [Int]) -> [Int] {
    var result = values
    for (place, value) in values.enumerated() where result.indices.contains(source(place + 1) - 1) {
      result[source(place + 1) - 1] = value
    }
    return result
  }
}

extension Question {
  /// Everything as it is written, when a journal's order no longer fits; steps to order come last first.
  var sourceOrder: [Int] {
    switch body {
    case .single(let options), .multiple(let options), .trueFalse(let options),
      .spot(let options):
      Array(1...max(1, options.count))
    case .match(let pairs): Array(1...max(1, pairs.count))
    case .order(let steps, _): Array((1...max(1, steps.count)).reversed())
    case .steps(let steps): steps.flatMap { Array(1...max(1, $0.options.count)) }
    case .short, .rewrite: []
    }
  }
}
