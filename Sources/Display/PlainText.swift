extension String {
  /// The nearest text in ASCII, for a locale that cannot show French; `?` for what has none.
  package var ascii: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return self }
    return withTightQuotes.reduce(into: "") { $0 += $1.isASCII ? String($1) : $1.asciiNearest }
  }

  /// The same text for the Linux console, whose font lacks a few signs.
  package var limitedGlyphs: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return self }
    return String(map { limitedSigns[$0] ?? $0 })
  }
}

extension String {
  /// The space inside « » goes with them: `"` takes none.
  private var withTightQuotes: String {
    guard contains("«") || contains("»") else { return self }
    return reduce(into: "") { text, character in
      if character == "»", text.last?.isBlank == true { text.removeLast() }
      if character.isBlank, text.last == "«" { return }
      text.append(character)
    }
  }
}

extension Character {
  fileprivate var isBlank: Bool { " \u{A0}\u{202F}".contains(self) }

  fileprivate var asciiNearest: String {
    if let nearest = asciiSigns[self] { return nearest }
    // A letter with marks of another language: the letter alone.
    if let base = unicodeScalars.first, base.isASCII { return String(Character(base)) }
    return "?"
  }
}

private let limitedSigns: [Character: Character] = [
  "▸": ">", "━": "=", "\u{202F}": "\u{A0}", "‘": "'", "’": "'", "“": "\"", "”": "\"",
  "\u{2011}": "-",
]

private let asciiSigns: [Character: String] = {
  var signs: [Character: String] = [
    "œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L",
    "«": "\"", "»": "\"", "“": "\"", "”": "\"", "„": "\"", "‘": "'", "’": "'", "ʼ": "'",
    "‹": "<", "›": ">", "…": "...", "—": "-", "–": "-", "\u{2010}": "-", "\u{2011}": "-",
    "−": "-", "─": "-", "━": "=", "█": "#", "│": "|", "▸": ">", "•": "-", "·": ".", "°": "o",
    "→": "->", "←": "<-", "↑": "^", "↓": "v", "⇒": "=>", "≥": ">=", "≤": "<=", "≠": "!=",
    "×": "x", "÷": "/", "±": "+/-", "½": "1/2", "¼": "1/4", "¾": "3/4", "²": "2", "³": "3",
    "€": "EUR", "£": "GBP", "©": "(c)", "®": "(R)", "™": "(TM)", "§": "par.", "✓": "x", "✗": "-",
    "\u{A0}": " ", "\u{202F}": " ", "\u{2009}": " ", "\u{2003}": " ", "\u{2002}": " ",
  ]
  let folded: [(String, Character)] = [
    ("àâäáãåāăą", "a"), ("çćč", "c"), ("ďđ", "d"), ("éèêëēęě", "e"), ("ğ", "g"), ("íìîïīı", "i"),
    ("ñńň", "n"), ("óòôöõōő", "o"), ("ř", "r"), ("śšş", "s"), ("ť", "t"), ("úùûüůűū", "u"),
    ("ýÿ", "y"), ("źžż", "z"),
  ]
  for (letters, plain) in folded {
    for letter in letters { signs[letter] = String(plain) }
    for letter in letters.uppercased() where !letter.isASCII {
      signs[letter] = plain.uppercased()
    }
  }
  return signs
}()
