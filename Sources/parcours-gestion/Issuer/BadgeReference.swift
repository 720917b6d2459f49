import Reports

/// How a person names a badge.
package enum BadgeReference: Sendable, Hashable {
  /// `urn:uuid:…`, lower case.
  case id(String)
  /// `E-` and sixteen hexadecimal digits, lower case.
  case fingerprint(String)

  /// Reads either, whatever its case, the print with or without its spaces; nil for anything else.
  package init?(_ text: String) {
    let text = text.trimmed.lowercased()
    // As `badge verifier` prints it, without its letter and in groups, or as files write it.
    let digits = (text.hasPrefix("e-") ? text.dropFirst(2) : text[...])
      .filter { $0 != " " && $0 != "\u{A0}" && $0 != "\u{202F}" }
    if digits.utf8.count == 16, digits.utf8.allSatisfy(isHexadecimal) {
      self = .fingerprint("E-\(digits)")
    } else if isURN(Array(text.utf8)) {
      self = .id(text)
    } else {
      return nil
    }
  }
}

extension BadgeReference {
  /// As a person would type it.
  var text: String {
    switch self {
    case .id(let text), .fingerprint(let text): text
    }
  }
}

private func isHexadecimal(_ byte: UInt8) -> Bool {
  (48...57).contains(byte) || (97...102).contains(byte)
}

private func isURN(_ bytes: [UInt8]) -> Bool {
  guard bytes.count == 45, bytes.starts(with: "urn:uuid:".utf8) else { return false }
  return bytes.dropFirst(9).enumerated().allSatisfy { place, byte in
    [8, 13, 18, 23].contains(place) ? byte == UInt8(ascii: "-") : isHexadecimal(byte)
  }
}
