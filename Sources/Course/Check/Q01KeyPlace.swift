/// Q01 — a right option that often stands at the same place in the source.
///
/// The program shuffles; a printed sheet or a workshop's slide does not.
enum Q01KeyPlace {
  /// Fewer questions than this say nothing of a place.
  private static let least = 12

  static func findings(_ corpus: Corpus) -> [Finding] {
    corpus.banks.compactMap { bank in
      let choices = corpus.singleChoices(of: bank)
      let places = places(choices)
      guard choices.count >= least, Odds.isUneven(places.observed, expected: places.expected)
      else { return nil }
      let counts = places.observed.map(String.init).joined(separator: ", ")
      return Finding(
        .warning, rule: "Q01", place: corpus.place(ofBank: bank),
        problem: "\(bank) : la bonne réponse est souvent à la même place (\(counts)).",
        advice: "Déplacez-la dans quelques questions.")
    }
  }

  /// How often the key stands at each place, and how often chance would put it there.
  static func places(_ choices: [SingleChoice]) -> (observed: [Int], expected: [Double]) {
    let most = choices.map(\.options.count).max() ?? 0
    var observed = Array(repeating: 0, count: most)
    var expected = Array(repeating: 0.0, count: most)
    for choice in choices {
      observed[choice.key] += 1
      for place in choice.options.indices { expected[place] += choice.chance }
    }
    return (observed, expected)
  }
}
