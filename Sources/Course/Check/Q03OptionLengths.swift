/// Q03 — options of very different lengths.
enum Q03OptionLengths {
  static func findings(_ corpus: Corpus) -> [Finding] {
    corpus.questions.flatMap { question in
      question.choices.filter { [.single, .multiple].contains($0.kind) }.compactMap { choices in
        finding(choices, of: question)
      }
    }
  }

  private static func finding(_ choices: Choices, of question: Question) -> Finding? {
    let lengths = choices.options.map { $0.text.plainText.count }
    guard let most = lengths.max(), let least = lengths.min(), least > 0, most > 2 * least
    else { return nil }
    return question.finding(
      most > 4 * least ? .error : .warning, "Q03", choices.place,
      "Une proposition a \(most) caractères, une autre \(least).",
      "Rapprochez les longueurs : deux fois plus au maximum.")
  }
}
