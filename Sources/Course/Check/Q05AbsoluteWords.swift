/// Q05 — absolute words that only wrong options carry give the right one away.
enum Q05AbsoluteWords {
  private static let words: Set<String> = [
    "toujours", "jamais", "tous", "toutes", "aucun", "aucune", "uniquement", "exclusivement",
    "systematiquement", "forcement", "absolument", "obligatoirement", "totalement",
  ]

  static func findings(_ corpus: Corpus) -> [Finding] {
    corpus.questions.flatMap { question in
      question.choices.filter { $0.kind == .single }.flatMap { choices in
        findings(choices, of: question)
      }
    }
  }

  private static func findings(_ choices: Choices, of question: Question) -> [Finding] {
    guard choices.options.filter(\.isRight).allSatisfy({ absolute($0) == nil }) else { return [] }
    return choices.options.compactMap { option in
      guard !option.isRight, let word = absolute(option) else { return nil }
      return question.finding(
        .warning, "Q05", option.place,
        "\(quoted(word)) n’est que dans une mauvaise proposition : il la trahit.",
        "Nuancez-la, ou mettez un mot absolu dans la bonne.")
    }
  }

  private static func absolute(_ option: Proposition) -> String? {
    option.text.plainText.folded.split(separator: " ").map(String.init).first(
      where: words.contains)
  }
}
