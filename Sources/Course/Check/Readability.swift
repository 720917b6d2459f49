/// Flesch's reading ease, with the constants that Kandel and Moles (1958) gave it for French.
struct Readability: Sendable {
  private(set) var words = 0
  private(set) var sentences = 0
  private(set) var syllables = 0

  mutating func add(_ text: String) {
    for sentence in Sentences.split(text) {
      let found = sentence.text.split { $0.isWhitespace || $0 == "-" }
        .filter { $0.contains(where: \.isLetter) }
      guard !found.isEmpty else { continue }
      sentences += 1
      words += found.count
      syllables += found.reduce(0) { $0 + Readability.syllables($1) }
    }
  }

  /// Above 60: plain; nil without a word.
  var ease: Double? {
    guard words > 0, sentences > 0 else { return nil }
    return 207 - 1.015 * Double(words) / Double(sentences)
      - 73.6 * Double(syllables) / Double(words)
  }

  /// Groups of vowels, a final silent one left out; one at least.
  static func syllables(_ word: Substring) -> Int {
    let plain = word.filter(\.isLetter).lowercased()
    var groups = 0
    var afterVowel = false
    for letter in plain.folded {
      let isVowel = "aeiouy".contains(letter)
      if isVowel, !afterVowel { groups += 1 }
      afterVowel = isVowel
    }
    return max(1, groups - (endsInSilence(plain) ? 1 : 0))
  }

  /// A final « e » or « es » after a consonant; in « vie » the group is already counted once.
  private static func endsInSilence(_ word: String) -> Bool {
    guard let ending = ["es", "e"].first(where: word.hasSuffix) else { return false }
    return word.dropLast(ending.count).last.map { !"aeiouy".contains(String($0).folded) } ?? false
  }
}
