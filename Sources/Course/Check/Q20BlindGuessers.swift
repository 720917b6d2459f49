/// Q20 — people who know nothing of the subject and look at the form alone.
enum Q20BlindGuessers {
  /// One way to choose: the option of the highest score, a draw when several have it.
  struct Guesser: Sendable {
    var name: String
    var score: @Sendable (Proposition, Question) -> Int

    /// The chance of success on one question.
    func success(_ choice: SingleChoice) -> Double {
      let scores = choice.options.map { score($0, choice.question) }
      guard let best = scores.max(), scores[choice.key] == best else { return 0 }
      return 1 / Double(scores.count { $0 == best })
    }
  }

  /// What they did over all banks.
  struct Result: Sendable {
    var name: String
    /// Shares, from 0 to 1.
    var rate: Double
    var chance: Double
    /// Chance and five points, or what chance may reach once in twenty when that is more.
    var limit: Double
  }

  static let guessers = [
    Guesser(name: "la plus longue") { option, _ in option.text.plainText.count },
    Guesser(name: "la plus nuancée") { option, _ in nuances(option.text.plainText.folded) },
    Guesser(name: "le plus d’échos") { option, question in
      Stems.of(option.text.plainText).intersection(Stems.of(question.prompt.plainText)).count
    },
  ]

  static func findings(_ corpus: Corpus) -> [Finding] {
    results(corpus).filter { $0.rate > $0.limit }.map { result in
      Finding(
        .error, rule: "Q20", place: Place(file: "evaluation.md", line: 1),
        problem:
          "Choisir \(quoted(result.name)) réussit à \(result.rate.percent), "
          + "contre \(result.chance.percent) au hasard.",
        advice: "Changez la forme des bonnes réponses : \(result.limit.percent) au plus.")
    }
  }

  static func results(_ corpus: Corpus) -> [Result] {
    let choices = corpus.singleChoices()
    guard !choices.isEmpty else { return [] }
    let count = Double(choices.count)
    let chance = choices.reduce(0) { $0 + $1.chance } / count
    let bound = Double(Odds.bound(choices.map(\.chance), level: 0.95)) / count
    return guessers.map { guesser in
      Result(
        name: guesser.name, rate: choices.reduce(0) { $0 + guesser.success($1) } / count,
        chance: chance, limit: max(chance + 0.05, bound))
    }
  }

  /// Words that soften an affirmation.
  private static let softeners = [
    "souvent", "parfois", "peut", "selon", "en general", "avant", "d abord", "puis", "verif",
    "relis", "si", "sauf", "certain", "plutot", "apres", "ensuite",
  ]

  private static func nuances(_ text: String) -> Int {
    let padded = " " + text
    return softeners.count { padded.contains($0 == "si" ? " si " : " " + $0) }
  }
}
