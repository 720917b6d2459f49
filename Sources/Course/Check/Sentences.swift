/// The sentences of a text and how long they are.
enum Sentences {
  struct Sentence: Sendable, Hashable {
    var text: String
    /// Line feeds before its first word.
    var line: Int

    var wordCount: Int { Sentences.wordCount(text) }
  }

  /// Cuts at `.`, `!`, `?` and `…`, unless a lower-case letter follows; never at `:` or `;`.
  static func split(_ text: String) -> [Sentence] {
    let characters = Array(text)
    var sentences: [Sentence] = []
    var start = 0
    var index = 0
    while index < characters.count {
      defer { index += 1 }
      guard terminators.contains(characters[index]) else { continue }
      let end = afterClosing(characters, from: index + 1)
      guard isEnd(characters, mark: index, after: end) else { continue }
      append(characters[start..<end], before: characters[..<start], to: &sentences)
      start = end
      index = end - 1
    }
    append(characters[start...], before: characters[..<start], to: &sentences)
    return sentences
  }

  /// Runs of letters and digits between spaces; `40 000` is one word, `l’IA` too.
  static func wordCount(_ text: String) -> Int {
    var count = 0
    var previous: Character?
    var isInWord = false
    var endedWithDigit = false
    for character in text {
      defer { previous = character }
      if character.isWhitespace {
        if isInWord { endedWithDigit = previous?.isNumber == true }
        isInWord = false
      } else if !isInWord, character.isLetter || character.isNumber {
        let isGroup =
          endedWithDigit && character.isNumber && previous.map(noBreaks.contains) == true
        if !isGroup { count += 1 }
        isInWord = true
        endedWithDigit = false
      }
    }
    return count
  }

  static let noBreaks: Set<Character> = ["\u{A0}", "\u{202F}"]
  private static let terminators: Set<Character> = [".", "!", "?", "…"]
  private static let closings: Set<Character> = ["»", "”", ")", "]", "\""]
  /// Words that end with a point, but no sentence; a single capital is another.
  private static let abbreviations: Set<String> = ["art", "cf", "ex", "p", "n", "al", "etc"]

  private static func afterClosing(_ text: [Character], from start: Int) -> Int {
    var end = start
    while end < text.count {
      var next = end
      while next < text.count, noBreaks.contains(text[next]) { next += 1 }
      guard next < text.count, closings.contains(text[next]) || terminators.contains(text[next])
      else { return end }
      end = next + 1
    }
    return end
  }

  private static func isEnd(_ text: [Character], mark: Int, after end: Int) -> Bool {
    guard end < text.count else { return true }
    guard text[end].isWhitespace else { return false }
    if text[mark] == ".", isAbbreviation(text, before: mark) { return false }
    let next = text[end...].first { !$0.isWhitespace && !["«", "(", "“"].contains($0) }
    return next.map { !$0.isLowercase } ?? true
  }

  private static func isAbbreviation(_ text: [Character], before mark: Int) -> Bool {
    let word = String(text[..<mark].reversed().prefix { $0.isLetter }.reversed())
    return abbreviations.contains(word) || (word.count == 1 && word.first?.isUppercase == true)
  }

  private static func append(
    _ slice: ArraySlice<Character>, before: ArraySlice<Character>,
    to sentences: inout [Sentence]
  ) {
    guard let first = slice.firstIndex(where: { !$0.isWhitespace }) else { return }
    let line = before.count { $0 == "\n" } + slice[..<first].count { $0 == "\n" }
    sentences.append(Sentence(text: String(slice).trimmed, line: line))
  }
}

extension Term {
  /// The first sentence of its text: what a memo has room for.
  package var gist: String {
    Sentences.split(text.plainText).first?.text ?? ""
  }
}
