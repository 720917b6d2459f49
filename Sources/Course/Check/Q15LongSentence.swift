/// Q15 — sentences of more than twenty words, wherever an agent reads.
enum Q15LongSentence {
  static let mostWords = 20

  static func findings(_ corpus: Corpus) -> [Finding] {
    corpus.passages.flatMap { passage in
      Sentences.split(passage.text).filter { $0.wordCount > mostWords }.map { sentence in
        Finding(
          .error, rule: "Q15", place: passage.place(sentence.line),
          problem: "Cette phrase a \(sentence.wordCount) mots : \(quoted(sentence.text)).",
          advice: "Coupez-la : \(mostWords) mots au plus.")
      }
    }
  }
}
