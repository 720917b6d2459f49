/// Q10 — each proposition says why: not missing, not curt, not long.
enum Q10Feedback {
  static let leastCharacters = 30
  static let mostWords = 35

  static func findings(_ corpus: Corpus) -> [Finding] {
    corpus.questions.filter { $0.body.kind != .short && $0.body.kind != .rewrite }
      .flatMap { question in question.feedbacks.compactMap { finding($0, of: question) } }
  }

  private static func finding(_ feedback: Feedback, of question: Question) -> Finding? {
    let text = feedback.written(in: question.body.kind)
    let words = Sentences.wordCount(text)
    if text.isEmpty {
      return question.finding(
        .error, "Q10", feedback.place, "Cette proposition n’a pas de retour.",
        "Ajoutez dessous une citation décalée : « > ».")
    } else if words > mostWords {
      return question.finding(
        .error, "Q10", feedback.place, "Ce retour a \(words) mots.",
        "Restez à \(mostWords) mots au plus.")
    } else if text.count < leastCharacters {
      return question.finding(
        .warning, "Q10", feedback.place, "Ce retour est court : \(text.count) caractères.",
        "Dites ce qui tente, ce qui ne va pas, le geste.")
    }
    return nil
  }
}
