extension Character {
  /// Columns it takes on a terminal: 0 for marks and controls, 1, or 2 for wide and emoji.
  ///
  /// Agrees with glibc's `wcwidth`, by which curses counts.
  package var columns: Int {
    min(2, unicodeScalars.reduce(0) { $0 + $1.columns })
  }
}

extension String {
  /// Columns it takes on a terminal.
  package var columns: Int { reduce(0) { $0 + $1.columns } }
}

extension Unicode.Scalar {
  var columns: Int {
    switch value {
    // What French pages are made of, without a look at the property tables.
    case 0x20..<0x7F, 0xA0..<0xAD, 0xAE..<0x300: 1
    case 0x2010...0x2027, 0x202F...0x205E, 0x2190...0x22FF, 0x2500...0x25FC: 1
    default: rareColumns
    }
  }

  private var rareColumns: Int {
    switch properties.generalCategory {
    case .control, .format, .nonspacingMark, .enclosingMark, .lineSeparator, .paragraphSeparator: 0
    default:
      if isJoinedJamo { 0 } else if isWide || properties.isEmojiPresentation { 2 } else { 1 }
    }
  }

  /// A Hangul vowel or final consonant, drawn inside the syllable before it.
  private var isJoinedJamo: Bool {
    (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value)
  }

  /// East Asian Wide and Fullwidth (UAX #11), but for emoji, which have a property of their own.
  private var isWide: Bool {
    guard value >= 0x1100 else { return false }
    return Self.wide.contains { $0.contains(value) }
  }

  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x3029, 0x302E...0x303E, 0x3041...0xA4C6,
    0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAD9, 0xFE10...0xFE19, 0xFE30...0xFE6B,
    0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x16FE3, 0x16FF0...0x1B2FB, 0x1F200...0x1F320,
    0x20000...0x3FFFD,
  ]
}
