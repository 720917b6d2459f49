/// Words reduced to what they share with their family, for echoes between texts.
enum Stems {
  /// The stems of the words of five letters and more.
  static func of(_ text: String) -> Set<String> {
    Set(text.folded.split(separator: " ").filter { $0.count >= 5 }.map(stem))
  }

  /// The word without its ending, when four letters remain.
  private static func stem(_ word: Substring) -> String {
    for ending in endings where word.hasSuffix(ending) && word.count - ending.count >= 4 {
      return String(word.dropLast(ending.count))
    }
    return String(word)
  }

  /// The longest first.
  private static let endings = [
    "issements", "issement", "ations", "ements", "aient", "ables", "ances", "ation", "ement",
    "ences", "euses", "iques", "trice", "able", "ance", "ants", "ence", "ente", "eurs", "euse",
    "ions", "ique", "ites", "ais", "ait", "ant", "ees", "ent", "era", "eur", "ifs", "ion", "ite",
    "ive", "ons", "ont", "ee", "er", "es", "ez", "if", "ir", "e", "s", "x",
  ]
}
