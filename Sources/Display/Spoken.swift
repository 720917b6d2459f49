extension String {
  /// In words that a screen reader says and a braille display shows: no arrow, box, sign or emoji.
  ///
  /// « ≥ 5 » becomes « au moins 5 », « A → B » « A puis B »; what has no word goes.
  var spoken: String {
    let text = printable
    guard text.unicodeScalars.contains(where: \.needsWord) else { return text }
    let words = text.reduce(into: "") { words, character in
      guard character.unicodeScalars.contains(where: \.needsWord) else {
        words.append(character)
        return
      }
      words += " " + (spokenSigns[character] ?? "") + " "
    }
    return words.closingSpaces
  }

  /// One space where there were several, none before a comma.
  private var closingSpaces: String {
    split(separator: " ").reduce(into: "") { line, word in
      if !line.isEmpty, word != "," { line += " " }
      line += word
    }
  }
}

extension Unicode.Scalar {
  fileprivate var needsWord: Bool {
    switch value {
    // Bullets, the single guillemet of a path, arrows, comparisons, boxes, signs, emoji.
    case 0x2022, 0x2023, 0x2039, 0x203A, 0x2190...0x21FF, 0x2248, 0x2260, 0x2264, 0x2265: true
    case 0x2300...0x23FF, 0x2500...0x27BF, 0x2900...0x297F, 0x2B00...0x2BFF: true
    case 0x1F000...0x1FAFF: true
    default: false
    }
  }
}

private let spokenSigns: [Character: String] = [
  "→": "puis", "⇒": "donc", "←": "flèche gauche", "↑": "flèche haut", "↓": "flèche bas",
  "↔": "et", "≥": "au moins", "≤": "au plus", "≠": "différent de", "≈": "environ", "›": ",",
  "•": "-", "‣": "-", "☑": "coché", "☐": "non coché", "✓": "oui", "✔": "oui", "✅": "oui",
  "✗": "non", "✘": "non", "❌": "non", "⚠": "attention",
]
