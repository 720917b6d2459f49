/// Q12 — a statement that says something, propositions that do not all begin alike.
enum Q12Statement {
  static func findings(_ corpus: Corpus) -> [Finding] {
    corpus.questions.flatMap { question in
      question.choices.filter { [.single, .multiple].contains($0.kind) }.flatMap { choices in
        [brief(choices, of: question), alike(choices, of: question)].compactMap { $0 }
      }
    }
  }

  private static func brief(_ choices: Choices, of question: Question) -> Finding? {
    let text = (choices.heading ?? "") + " " + choices.prompt.plainText
    guard Sentences.wordCount(text) < 4 else { return nil }
    return question.finding(
      .warning, "Q12", choices.place, "L’énoncé a moins de quatre mots.",
      "Dites la situation et la décision à prendre.")
  }

  private static func alike(_ choices: Choices, of question: Question) -> Finding? {
    let heads = choices.options.map { $0.text.plainText.folded.split(separator: " ").prefix(3) }
    guard let first = heads.first, first.count == 3, heads.count > 1,
      heads.allSatisfy({ $0 == first })
    else { return nil }
    return question.finding(
      .warning, "Q12", choices.place,
      "Toutes les propositions commencent par \(quoted(first.joined(separator: " "))).",
      "Mettez ces mots dans l’énoncé.")
  }
}
