/// Q06 — options that speak of the other options.
enum Q06AllOfThem {
  private static let phrases = [
    "toutes les reponses", "toutes ces reponses", "aucune de ces reponses",
    "aucune des reponses", "aucune reponse ci dessus", "les reponses ci dessus",
    "toutes les propositions", "aucune des propositions", "aucune de ces propositions",
  ]

  static func findings(_ corpus: Corpus) -> [Finding] {
    corpus.questions.flatMap { question in
      question.options.compactMap { option -> Finding? in
        guard let phrase = phrase(in: option.text.plainText) else { return nil }
        return question.finding(
          .error, "Q06", option.place, "\(quoted(phrase)) renvoie aux autres propositions.",
          "Écrivez une proposition qui se suffit.")
      }
    }
  }

  private static func phrase(in text: String) -> String? {
    let folded = " \(text.folded) "
    return phrases.first { folded.contains(" \($0) ") } ?? letters(in: text)
  }

  /// « A et B »: two capital letters alone, joined by « et ».
  private static func letters(in text: String) -> String? {
    let words = text.split { !$0.isLetter }
    for index in words.indices.dropLast(2) where words[index + 1] == "et" {
      if ["A", "B", "C", "D"].contains(words[index]),
        ["A", "B", "C", "D"].contains(words[index + 2])
      {
        return "\(words[index]) et \(words[index + 2])"
      }
    }
    return nil
  }
}
