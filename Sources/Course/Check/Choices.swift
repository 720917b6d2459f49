/// Options asked together: a question's, or those of one step of a case.
struct Choices: Sendable {
  var kind: QuestionKind
  var prompt: [Block]
  /// The heading of a step, which may be the whole statement.
  var heading: String?
  var options: [Proposition]
  var place: Place
}

/// What is said after an answer, with its place.
struct Feedback: Sendable {
  var blocks: [Block]
  var writtenVerdict: String?
  var isRight: Bool
  var place: Place

  /// The text as the author wrote it, verdict included when the parser removed it.
  func written(in kind: QuestionKind) -> String {
    let head = kind.writesVerdicts ? writtenVerdict.map { $0 + " " } ?? "" : ""
    return head + blocks.plainText
  }
}

extension Question {
  /// The groups of options of the question; none for pairs and rewritings.
  var choices: [Choices] {
    let kind = body.kind
    switch body {
    case .single(let options), .multiple(let options), .trueFalse(let options),
      .spot(let options), .order(let options, _), .short(let options):
      return [
        Choices(kind: kind, prompt: prompt, heading: title, options: options, place: place)
      ]
    case .steps(let steps):
      return steps.map { step in
        Choices(
          kind: .single, prompt: step.prompt, heading: step.title, options: step.options,
          place: step.options.first?.place ?? place)
      }
    case .match, .rewrite: return []
    }
  }

  /// The feedback of each proposition of whatever kind.
  var feedbacks: [Feedback] {
    if case .match(let pairs) = body {
      return pairs.map {
        Feedback(blocks: $0.feedback, writtenVerdict: nil, isRight: true, place: $0.place)
      }
    }
    return options.map {
      Feedback(
        blocks: $0.feedback, writtenVerdict: $0.writtenVerdict, isRight: $0.isRight,
        place: $0.place)
    }
  }

  /// Every option of the question, forbidden elements of a rewriting included.
  var options: [Proposition] {
    if case .rewrite(let rewriting) = body { return rewriting.forbidden }
    return choices.flatMap(\.options)
  }

  /// The misconceptions referred to, with their places.
  var misconceptions: [(key: String, place: Place)] {
    let ofOptions = options.compactMap { option in
      option.misconception.map { ($0, option.place) }
    }
    guard case .match(let pairs) = body else { return ofOptions }
    return pairs.compactMap { pair in pair.misconception.map { ($0, pair.place) } }
  }

  func finding(
    _ severity: Finding.Severity, _ rule: String, _ place: Place, _ problem: String,
    _ advice: String
  ) -> Finding {
    Finding(severity, rule: rule, place: place, problem: problem, advice: advice)
  }
}
