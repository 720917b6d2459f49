/// Q08 — a word of the statement that only the right option takes up.
enum Q08Echo {
  static func findings(_ corpus: Corpus) -> [Finding] {
    corpus.questions.flatMap { question in
      question.choices.filter { $0.kind == .single }.compactMap { choices in
        finding(choices, of: question)
      }
    }
  }

  private static func finding(_ choices: Choices, of question: Question) -> Finding? {
    let wrong = choices.options.filter { !$0.isRight }.map { Stems.of($0.text.plainText) }
    guard let right = choices.options.first(where: \.isRight) else { return nil }
    // The heading of a step may be its whole statement.
    let statement = "\(choices.heading ?? "") \(choices.prompt.plainText)"
    let echoes = Stems.of(statement).intersection(Stems.of(right.text.plainText))
      .subtracting(wrong.reduce(into: []) { $0.formUnion($1) })
    guard let echo = echoes.min() else { return nil }
    return question.finding(
      .warning, "Q08", right.place,
      "Un mot de l’énoncé n’est que dans la bonne réponse : \(quoted(echo + "…")).",
      "Changez ce mot, ou reprenez-le dans une mauvaise proposition.")
  }
}
