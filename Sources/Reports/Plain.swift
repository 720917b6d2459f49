extension String {
  /// The text without control or invisible characters: what may reach a screen, a CSV or a page.
  ///
  /// Line ends and tabs become one space, other controls, formats and bidirectional overrides go,
  /// spaces at both ends too.
  package var plain: String { isPlain ? self : stripped(spacing: true) }

  /// An identifier as identifiers are compared: nothing invisible in it, no space around it.
  package var plainIdentifier: String { isPlain ? self : stripped(spacing: false) }

  /// Printable ASCII without a space at either end: most texts, told at once.
  private var isPlain: Bool {
    utf8.allSatisfy { (0x20..<0x7F).contains($0) } && utf8.first != 0x20 && utf8.last != 0x20
  }

  private func stripped(spacing: Bool) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar.isLineEndOrTab {
        if spacing, kept.last != " " { kept.append(" ") }
      } else if !scalar.isInvisible {
        kept.append(scalar)
      }
    }
    return String(kept).trimmed
  }

  /// The text without white space at either end.
  package var trimmed: String {
    let start = unicodeScalars.drop { $0.properties.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.properties.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}

extension Unicode.Scalar {
  fileprivate var isLineEndOrTab: Bool {
    switch value {
    case 0x09...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  fileprivate var isInvisible: Bool {
    switch value {
    case 0x20..<0x7F, 0xA0..<0xAD, 0xAE..<0x300: false
    default:
      switch properties.generalCategory {
      case .control, .format, .surrogate, .unassigned, .privateUse: true
      default: false
      }
    }
  }
}
