/// Q04 — how many propositions a question offers.
enum Q04OptionCount {
  static func findings(_ corpus: Corpus) -> [Finding] {
    corpus.questions.flatMap { question in
      groups(of: question).compactMap { group -> Finding? in
        guard let bounds = bounds(group.kind) else { return nil }
        if group.count < 2 {
          return question.finding(
            .error, "Q04", group.place, "Il n’y a pas assez de propositions : \(group.count).",
            "Écrivez-en au moins \(bounds.lowerBound).")
        }
        guard !bounds.contains(group.count) else { return nil }
        return question.finding(
          .warning, "Q04", group.place, "Cette question a \(group.count) propositions.",
          "Proposez-en entre \(bounds.lowerBound) et \(bounds.upperBound).")
      }
    }
  }

  private static func groups(
    of question: Question
  ) -> [(kind: QuestionKind, count: Int, place: Place)] {
    if case .match(let pairs) = question.body {
      return [(.match, pairs.count, question.place)]
    }
    return question.choices.map { ($0.kind, $0.options.count, $0.place) }
  }

  private static func bounds(_ kind: QuestionKind) -> ClosedRange<Int>? {
    switch kind {
    case .single: 3...4
    case .multiple, .trueFalse, .order, .match: 3...6
    case .spot: 4...9
    case .short, .rewrite, .steps: nil
    }
  }
}
