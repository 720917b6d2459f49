import Course
import Display

/// The propositions of a question in the source's order, the right ones named, and why.
struct AnswerKey {
  private let question: Question
  /// Sentences by `MC-21`.
  private let misconceptions: [String: String]

  init(_ question: Question, misconceptions: [String: String]) {
    self.question = question
    self.misconceptions = misconceptions
  }

  var blocks: [Document.Block] {
    switch question.body {
    case .single(let options), .multiple(let options):
      lettered(options) + [answer("Réponse", letters(options))] + feedbacks(options)
    case .spot(let options):
      lettered(options) + [answer("À repérer", letters(options))] + feedbacks(options)
    case .trueFalse(let options): lettered(options) + [truths(options)] + feedbacks(options)
    case .order(let steps, let accepted): ordered(steps, accepted)
    case .match(let pairs): matched(pairs)
    case .short(let options): short(options)
    case .rewrite(let rewriting): rewritten(rewriting)
    case .steps(let steps): steps.flatMap(step)
    }
  }

  private func lettered(_ options: [Proposition]) -> [Document.Block] {
    [
      .choices(
        options.enumerated().map {
          Document.Choice(label: Self.letter($0.offset), text: Text($0.element.text))
        })
    ]
  }

  private func letters(_ options: [Proposition]) -> String {
    options.indices.filter { options[$0].isRight }.map(Self.letter).joined(separator: ", ")
  }

  private func truths(_ options: [Proposition]) -> Document.Block {
    let words = options.enumerated().map {
      "\(Self.letter($0.offset)) \($0.element.isRight ? "vrai" : "faux")"
    }
    return answer("Réponse", words.joined(separator: ", "))
  }

  private func answer(_ label: String, _ value: String) -> Document.Block {
    .paragraph(Text("\(label) : \(value).", .strong))
  }

  /// What is said of each option, after the misconception it shows.
  private func feedbacks(_ options: [Proposition]) -> [Document.Block] {
    options.enumerated().flatMap { index, option -> [Document.Block] in
      let verdict = option.isRight ? "juste" : "non"
      let idea = option.misconception.flatMap { misconceptions[$0] }
      let head = "\(Self.letter(index)), \(verdict)." + (idea.map { " Idée fausse : \($0)" } ?? "")
      return [.paragraph(Text(head, .emphasis))] + [Document.Block](option.feedback)
    }
  }

  private func ordered(_ steps: [Proposition], _ accepted: [[Int]]) -> [Document.Block] {
    let others = accepted.map { $0.map(String.init).joined(separator: " ") }
    return [
      .paragraph(Text("Le bon ordre :", .strong)),
      .list(
        ordered: true,
        steps.map { [.paragraph(Text($0.text))] + [Document.Block]($0.feedback) }),
    ] + others.map { answer("Ordre admis aussi", $0) }
  }

  private func matched(_ pairs: [Pair]) -> [Document.Block] {
    pairs.flatMap { pair -> [Document.Block] in
      let left = pair.left.map(\.plainText) ?? "Aucun"
      return [.paragraph(Text("\(left) : \(pair.right.plainText)", .strong))]
        + [Document.Block](pair.feedback)
    }
  }

  private func short(_ options: [Proposition]) -> [Document.Block] {
    let admitted = options.filter(\.isRight).map(\.text.plainText).joined(separator: ", ")
    return lettered(options) + [answer("Réponses admises", admitted)] + feedbacks(options)
  }

  private func rewritten(_ rewriting: Rewriting) -> [Document.Block] {
    let forbidden = rewriting.forbidden.map(\.text.plainText).joined(separator: ", ")
    let expected = rewriting.expected.map(\.name).joined(separator: ", ")
    return [("À retirer", forbidden), ("À garder", expected)]
      .filter { !$0.1.isEmpty }.map(answer)
  }

  private func step(_ step: Step) -> [Document.Block] {
    [.paragraph(Text(step.title, .strong))] + [Document.Block](step.prompt)
      + lettered(step.options) + [answer("Réponse", letters(step.options))]
      + feedbacks(step.options)
  }

  /// `A` for the first.
  private static func letter(_ index: Int) -> String { AnswerInput.letter(index).uppercased() }
}
