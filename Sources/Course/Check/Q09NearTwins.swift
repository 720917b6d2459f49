/// Q09 — propositions or statements that are nearly the same.
enum Q09NearTwins {
  static func findings(_ corpus: Corpus) -> [Finding] {
    corpus.questions.flatMap(twins) + statements(corpus.questions)
  }

  private static func twins(in question: Question) -> [Finding] {
    groups(of: question).flatMap { group in
      pairs(group.map { Bag($0.text) }).map { first, second, similarity in
        finding(
          similarity, question, group[second].place,
          "Cette proposition ressemble trop à \(quoted(group[first].text)).")
      }
    }
  }

  private static func groups(of question: Question) -> [[(text: String, place: Place)]] {
    if case .match(let pairs) = question.body {
      return [
        pairs.compactMap { pair in pair.left.map { ($0.plainText, pair.place) } },
        pairs.map { ($0.right.plainText, $0.place) },
      ]
    }
    return question.choices.map { $0.options.map { ($0.text.plainText, $0.place) } }
  }

  /// Statements of less than eight words, such as « Vrai ou faux ? », may come back.
  private static func statements(_ questions: [Question]) -> [Finding] {
    let long = questions.map { ($0, Bag($0.prompt.plainText)) }.filter { $0.1.count >= 8 }
    return pairs(long.map(\.1)).map { first, second, similarity in
      finding(
        similarity, long[second].0, long[second].0.place,
        "L’énoncé ressemble trop à celui de \(long[first].0.id).")
    }
  }

  private static func finding(
    _ similarity: Double, _ question: Question, _ place: Place, _ problem: String
  ) -> Finding {
    question.finding(
      similarity >= 1 ? .error : .warning, "Q09", place, problem,
      "Changez l’un des deux, ou retirez-le.")
  }

  /// The pairs above 0.8; 1 is kept for texts that are the same, word after word.
  private static func pairs(_ bags: [Bag]) -> [(Int, Int, Double)] {
    var found: [(Int, Int, Double)] = []
    for second in bags.indices {
      for first in bags.indices[..<second] {
        let similarity = bags[first].similarity(to: bags[second])
        if similarity > 0.8 { found.append((first, second, similarity)) }
      }
    }
    return found
  }

  /// The folded words of a text, with how many times each comes.
  private struct Bag {
    var text: String
    var words: [String: Int] = [:]
    var count = 0

    init(_ text: String) {
      self.text = text.folded
      for word in self.text.split(separator: " ") {
        words[String(word), default: 0] += 1
        count += 1
      }
    }

    /// Dice's coefficient on words.
    func similarity(to other: Bag) -> Double {
      if text == other.text { return 1 }
      guard count > 0, other.count > 0, 2 * min(count, other.count) * 10 > 8 * (count + other.count)
      else { return 0 }
      let common = words.reduce(0) { $0 + min($1.value, other.words[$1.key] ?? 0) }
      return min(0.99, Double(2 * common) / Double(count + other.count))
    }
  }
}
