/// What a text from elsewhere may hold before it is signed or shown.
package enum PlainText {
  /// What is done with a scalar before it is shown.
  private enum Fate {
    case kept
    /// A line break or a tab.
    case blanked
    case dropped
  }

  /// The text without control and direction characters; line breaks and tabs become one space.
  package static func cleaned(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { fate($0) != .kept }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch fate(scalar) {
      case .kept: result.append(scalar)
      case .blanked: result.append(" ")
      case .dropped: break
      }
    }
    return String(result)
  }

  /// Whether a text may be signed: no control nor direction character, save line feeds if allowed.
  static func isSignable(_ text: String, onLines: Bool = false) -> Bool {
    text.unicodeScalars.allSatisfy { fate($0) == .kept || (onLines && $0 == "\n") }
  }

  /// Whether nothing would be read: no scalar but blanks.
  static func isEmpty(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
  }

  /// Controls, direction marks and overrides, byte order mark, annotations, tags and blanks that pass
  /// for letters go.
  private static func fate(_ scalar: Unicode.Scalar) -> Fate {
    switch scalar.value {
    case 0xAD, 0x115F, 0x1160, 0x180E, 0x2061...0x2064, 0x3164, 0xFFA0: .dropped
    case 0x20...0x7E, 0xA0...0x061B: .kept
    case 0x09...0x0D, 0x85, 0x2028, 0x2029: .blanked
    case 0x00...0x1F, 0x7F...0x9F: .dropped
    case 0x061C, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x206F: .dropped
    case 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: .dropped
    default: .kept
    }
  }
}

extension String {
  /// Equality of bytes: `==` would take the Kelvin sign for a K.
  func isSame(as other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}
