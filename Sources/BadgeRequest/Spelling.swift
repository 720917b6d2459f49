/// The forms that texts of a request or of an issuer's card may have.
enum Spelling {
  /// `urn:uuid:` and a UUID in lower case (RFC 9562 §4).
  static func isUUID(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 45, bytes.starts(with: "urn:uuid:".utf8) else { return false }
    return bytes.dropFirst(9).enumerated().allSatisfy { place, byte in
      [8, 13, 18, 23].contains(place) ? byte == UInt8(ascii: "-") : isHexDigit(byte)
    }
  }

  /// A SHA-256 in lower-case hexadecimal.
  static func isDigest(_ text: String) -> Bool {
    text.utf8.count == 64 && text.utf8.allSatisfy(isHexDigit)
  }

  /// A name made for machines, as the journal keeps courses and versions.
  static func isIdentifier(_ text: String) -> Bool {
    (1...160).contains(text.utf8.count)
      && text.utf8.allSatisfy { isAlphanumeric($0) || "-._:/+=@".utf8.contains($0) }
  }

  /// A name that may become a file's: no separator, no leading point; also a question's.
  static func isSlug(_ text: String) -> Bool {
    (1...80).contains(text.utf8.count) && text.utf8.first != UInt8(ascii: ".")
      && text.utf8.allSatisfy { isAlphanumeric($0) || "-._".utf8.contains($0) }
  }

  /// A decentralised identifier, without fragment, path or query (DID Core §3.1).
  static func isDID(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count >= 3, text.utf8.starts(with: "did:".utf8), text.utf8.count <= 1024
    else { return false }
    return parts.allSatisfy { !$0.isEmpty }
      && parts[1].allSatisfy { (97...122).contains($0) || (48...57).contains($0) }
      && text.utf8.allSatisfy { isAlphanumeric($0) || ":-._%".utf8.contains($0) }
  }

  /// 1 to 200 visible ASCII characters.
  static func isKeyID(_ text: String) -> Bool {
    (1...200).contains(text.utf8.count) && isVisibleASCII(text)
  }

  /// An `https` address with a host, in visible ASCII.
  static func isHTTPS(_ text: String) -> Bool {
    guard text.utf8.starts(with: "https://".utf8), text.utf8.count <= 2048, isVisibleASCII(text),
      let first = text.utf8.dropFirst(8).first
    else { return false }
    return isAlphanumeric(first) || first == UInt8(ascii: "[")
  }

  /// A text that people read: 1 to 100 characters, not all blank, none hidden.
  static func isName(_ text: String) -> Bool {
    (1...400).contains(text.utf8.count) && text.count <= 100
      && text.unicodeScalars.allSatisfy { !isHidden($0) }
      && !text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
  }

  /// One `@` between two parts without blanks, 254 bytes at most; no more is promised.
  static func isEmail(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && text.utf8.count <= 254
      && text.unicodeScalars.allSatisfy { !isHidden($0) && !$0.properties.isWhitespace }
  }

  /// Whatever no reader sees, which no ledger keeps and no badge signs: better told when asking.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .unassigned, .privateUse, .lineSeparator,
      .paragraphSeparator:
      true
    default: false
    }
  }

  private static func isVisibleASCII(_ text: String) -> Bool {
    text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (97...122).contains(byte | 0x20)
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (97...102).contains(byte)
  }
}
