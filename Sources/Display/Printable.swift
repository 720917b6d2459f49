extension String {
  /// What may reach a cell or a line: no control, no escape, no bidirectional override, no tab.
  ///
  /// Line ends and tabs become spaces, other controls and invisible characters go, decomposed
  /// letters are composed, joined emoji keep their first, flags become letters, and a letter keeps
  /// at most four marks: so one character is one thing that every terminal draws alike.
  package var printable: String {
    if unicodeScalars.allSatisfy(\.isOrdinary) { return self }
    return reduce(into: "") { $0 += $1.neutralised }
  }
}

extension Character {
  fileprivate var neutralised: String {
    if unicodeScalars.allSatisfy(\.isOrdinary) { return String(self) }
    var kept = String.UnicodeScalarView()
    var marks = 0
    for scalar in unicodeScalars {
      switch Kind(scalar) {
      case .space where kept.isEmpty: kept.append(" ")
      case .mark where !kept.isEmpty && marks < 4:
        kept.append(scalar)
        marks += 1
      case .letter(let letter) where kept.isEmpty || !letter.isPictograph: kept.append(letter)
      case .space, .mark, .letter, .none: break
      }
    }
    let text = String(kept)
    return marks == 0 ? text : text.composed
  }
}

/// What becomes of a scalar.
private enum Kind {
  case none, space, mark
  case letter(Unicode.Scalar)

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x09...0x0D, 0x85: self = .space
    // Variation selectors, tones of emoji, tags: they change what is before them, wherever it is.
    case 0xFE00...0xFE0F, 0x1F3FB...0x1F3FF, 0xE0000...0xE0FFF: self = .none
    case 0x1F1E6...0x1F1FF: self = .letter(scalar.flagLetter)
    default: self.init(scalar, scalar.properties.generalCategory)
    }
  }

  private init(_ scalar: Unicode.Scalar, _ category: Unicode.GeneralCategory) {
    switch category {
    case .lineSeparator, .paragraphSeparator: self = .space
    case .control, .format, .surrogate: self = .none
    case .nonspacingMark, .enclosingMark, .spacingMark: self = .mark
    case .unassigned: self = .letter("\u{FFFD}")
    default: self = .letter(scalar)
    }
  }
}

extension Unicode.Scalar {
  /// Shown as it is; what French pages are made of.
  fileprivate var isOrdinary: Bool {
    switch value {
    case 0x20..<0x7F, 0xA0..<0xAD, 0xAE..<0x300: true
    case 0x2010...0x2027, 0x202F...0x205E, 0x2190...0x22FF, 0x2500...0x25FC: true
    default: false
    }
  }

  fileprivate var isPictograph: Bool { properties.isEmoji && value > 0x7F }

  /// The letter of a regional indicator: a flag is read by its country's code.
  fileprivate var flagLetter: Unicode.Scalar {
    Unicode.Scalar(UInt8(truncatingIfNeeded: value &- 0x1F1E6 &+ 0x41))
  }
}

extension String {
  /// The same letters, each accent joined to its letter where French and its neighbours have one.
  fileprivate var composed: String {
    String(map { Self.composedLetters[$0] ?? $0 })
  }

  // Two characters are equal when they are canonically equivalent: a decomposed letter finds the
  // composed one.
  private static let composedLetters: [Character: Character] = {
    let letters = "àâäáãåāăąçćčďéèêëēęěğíìîïīñńňóòôöõōőřśšşťúùûüůűūýÿźžż"
    let all = letters + letters.uppercased()
    return Dictionary(all.map { ($0, $0) }, uniquingKeysWith: { first, _ in first })
  }()
}
