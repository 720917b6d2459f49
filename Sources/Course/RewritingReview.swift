/// What a rewritten request still shows and what it lacks; the text itself is never kept.
package struct RewritingReview: Sendable, Hashable {
  /// Forbidden elements still present.
  package var present: [Proposition]
  /// Expected elements that were not found.
  package var missing: [Rewriting.Expectation]

  /// Nothing to take out, nothing to add.
  package var isClean: Bool { present.isEmpty && missing.isEmpty }
}

extension Rewriting {
  /// Looks for the forbidden and expected elements, by folded words.
  ///
  /// Finding no forbidden word does not prove anonymity: the checklist and the model decide.
  package func review(_ text: String) -> RewritingReview {
    let words = " \(text.folded) "
    return RewritingReview(
      present: forbidden.filter { contains(words, $0.text.plainText) },
      missing: expected.filter { expectation in
        !expectation.anyOf.contains { contains(words, $0) }
      })
  }

  /// At the beginning of a word, so that « lettre » finds « lettres ».
  private func contains(_ words: String, _ pattern: String) -> Bool {
    let folded = pattern.folded
    return !folded.isEmpty && words.contains(" \(folded)")
  }
}

extension Question {
  /// The proposition of a short-answer question that `text` matches, from 1; 0 for none.
  ///
  /// Case, accents, a leading article, punctuation and a final plural are forgiven; one typing
  /// error is, in answers of more than 8 letters.
  package func match(_ text: String) -> Int {
    guard case .short(let options) = body else { return 0 }
    let given = ShortAnswer(text)
    guard !given.letters.isEmpty else { return 0 }
    let propositions = options.map { ShortAnswer($0.text.plainText) }
    let exact = propositions.firstIndex {
      $0.letters == given.letters || $0.letters == given.allLetters
    }
    let close = propositions.firstIndex {
      $0.length > 8 && isOneEditApart($0.letters, given.letters)
    }
    return (exact ?? close).map { $0 + 1 } ?? 0
  }
}

/// A short answer without what is forgiven: compared as letters and digits alone.
private struct ShortAnswer {
  /// Without the leading article and the final « s » or « x » of each word.
  let letters: String
  /// As typed: the « D » of « D.P.O » is no article.
  let allLetters: String
  /// How many letters and digits the words have, article left aside.
  let length: Int

  private static let articles: Set = ["le", "la", "les", "l", "un", "une", "des", "du", "de", "d"]

  init(_ typed: String) {
    let all = typed.folded.split(separator: " ").map(String.init)
    var words = all[...]
    while words.count > 1, words.first.map(ShortAnswer.articles.contains) == true {
      words.removeFirst()
    }
    let singular = words.map { word in
      let isPlural = word.count > 3 && (word.hasSuffix("s") || word.hasSuffix("x"))
      return isPlural ? String(word.dropLast()) : word
    }
    letters = singular.joined()
    allLetters = all.joined()
    length = words.reduce(0) { $0 + $1.count }
  }
}

/// Whether at most one insertion, deletion, substitution or swap of neighbours turns `a` into `b`.
private func isOneEditApart(_ a: String, _ b: String) -> Bool {
  let a = Array(a)
  let b = Array(b)
  guard abs(a.count - b.count) <= 1 else { return false }
  let start = zip(a, b).prefix { $0 == $1 }.count
  let restA = a[start...]
  let restB = b[start...]
  if restA.dropFirst() == restB.dropFirst() || restA.dropFirst() == restB
    || restA == restB.dropFirst()
  {
    return true
  }
  guard restA.count >= 2, restB.count >= 2 else { return false }
  return restA[start] == restB[start + 1] && restA[start + 1] == restB[start]
    && restA.dropFirst(2) == restB.dropFirst(2)
}
