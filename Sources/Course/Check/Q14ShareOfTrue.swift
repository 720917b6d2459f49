/// Q14 — affirmations that are too often true, or too often false.
enum Q14ShareOfTrue {
  /// Fewer affirmations than this say nothing of a share.
  private static let least = 10

  static func findings(_ corpus: Corpus) -> [Finding] {
    corpus.banks.compactMap { bank in
      let (right, all) = affirmations(corpus.bankQuestions.filter { $0.bank == bank })
      guard all >= least, !(4 * all...6 * all).contains(10 * right) else { return nil }
      return Finding(
        .warning, rule: "Q14", place: corpus.place(ofBank: bank),
        problem: "\(bank) : \(right) affirmations sur \(all) sont vraies.",
        advice: "Visez la moitié, à dix points près.")
    }
  }

  /// How many affirmations are true, out of how many.
  static func affirmations(_ questions: [Question]) -> (right: Int, all: Int) {
    let options = questions.flatMap { question -> [Proposition] in
      if case .trueFalse(let options) = question.body { options } else { [] }
    }
    return (options.count(where: \.isRight), options.count)
  }
}
