extension String {
  /// The text as comparisons see it: lower case, without accents, words separated by one space.
  ///
  /// Apostrophes, punctuation and symbols are spaces, `œ` is `oe`, `æ` is `ae`; what is invisible
  /// is dropped. Composed and decomposed letters give the same result.
  package var folded: String {
    var result = ""
    result.reserveCapacity(utf8.count)
    var wantsSpace = false
    for scalar in lowercased().unicodeScalars {
      switch Folding.of(scalar) {
      case .dropped: continue
      case .space: wantsSpace = !result.isEmpty
      case .letter(let letter):
        if wantsSpace { result.append(" ") }
        wantsSpace = false
        result.unicodeScalars.append(letter)
      case .letters(let letters):
        if wantsSpace { result.append(" ") }
        wantsSpace = false
        result += letters
      }
    }
    return result
  }
}

/// What one lower-case scalar becomes in a folded text.
private enum Folding {
  case dropped, space
  case letter(Unicode.Scalar)
  case letters(String)

  static func of(_ scalar: Unicode.Scalar) -> Folding {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A: .letter(scalar)
    case 0..<0x80: .space
    case 0xAD, 0x300...0x36F, 0x200B...0x200D, 0x2060, 0xFEFF: .dropped
    case 0xDF: .letters("ss")
    case 0xE6: .letters("ae")
    case 0x153: .letters("oe")
    default: other(scalar)
    }
  }

  private static func other(_ scalar: Unicode.Scalar) -> Folding {
    if let base = bases[scalar] { return .letter(base) }
    let isWord = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    return isWord ? .letter(scalar) : .space
  }

  /// Latin letters with marks, by what they are without.
  private static let bases: [Unicode.Scalar: Unicode.Scalar] = {
    let rows: [(Unicode.Scalar, String)] = [
      ("a", "àáâãäåāăą"), ("c", "çćĉċč"), ("d", "ďđ"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"),
      ("h", "ĥħ"), ("i", "ìíîïĩīĭįı"), ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľŀł"), ("n", "ñńņň"),
      ("o", "òóôõöøōŏő"), ("r", "ŕŗř"), ("s", "śŝşšș"), ("t", "ţťŧț"), ("u", "ùúûüũūŭůűų"),
      ("w", "ŵ"), ("y", "ýÿŷ"), ("z", "źżž"),
    ]
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (base, letters) in rows {
      for letter in letters.unicodeScalars { table[letter] = base }
    }
    return table
  }()
}
