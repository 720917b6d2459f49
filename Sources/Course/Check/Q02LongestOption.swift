/// Q02 — the longest option is the right one.
enum Q02LongestOption {
  static func findings(_ corpus: Corpus) -> [Finding] {
    corpus.questions.compactMap(SingleChoice.init).compactMap(finding)
      + corpus.banks.compactMap { finding(corpus, $0) }
  }

  private static func finding(_ choice: SingleChoice) -> Finding? {
    let lengths = choice.lengths
    let others = lengths.indices.filter { $0 != choice.key }.map { lengths[$0] }.max() ?? 0
    guard 10 * lengths[choice.key] > 14 * others else { return nil }
    return choice.question.finding(
      .warning, "Q02", choice.options[choice.key].place,
      "La bonne réponse est bien plus longue que les autres.",
      "Raccourcissez-la, ou étoffez une mauvaise proposition.")
  }

  private static func finding(_ corpus: Corpus, _ bank: String) -> Finding? {
    let choices = corpus.singleChoices(of: bank)
    let longest = choices.count(where: \.keyIsLongest)
    let bound = bound(choices)
    guard longest > bound else { return nil }
    return Finding(
      .error, rule: "Q02", place: corpus.place(ofBank: bank),
      problem: "\(bank) : la plus longue est la bonne \(longest) fois sur \(choices.count).",
      advice: "Restez à \(bound) au plus : le hasard n’irait pas au-delà.")
  }

  /// What chance would exceed once in a hundred.
  static func bound(_ choices: [SingleChoice]) -> Int {
    Odds.bound(choices.map(\.chance), level: 0.99)
  }
}
