/// Q13 — multiple choices that always have the same number of right options.
enum Q13CountOfRight {
  static func findings(_ corpus: Corpus) -> [Finding] {
    corpus.banks.compactMap { bank in
      let counts = counts(corpus, bank)
      guard counts.count >= 3, let first = counts.first, Set(counts).count == 1 else { return nil }
      return Finding(
        .warning, rule: "Q13", place: corpus.place(ofBank: bank),
        problem: "\(bank) : les choix multiples ont toujours \(first) bonnes réponses.",
        advice: "Variez ce nombre.")
    }
  }

  private static func counts(_ corpus: Corpus, _ bank: String) -> [Int] {
    corpus.bankQuestions.filter { $0.bank == bank }.compactMap { question in
      guard case .multiple(let options) = question.body else { return nil }
      return options.count(where: \.isRight)
    }
  }
}
