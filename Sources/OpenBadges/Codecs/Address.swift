/// The forms of identifiers that a badge may carry.
enum Address {
  /// `urn:uuid:` and a UUID in lower case (RFC 9562 §4).
  static func isUUID(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 45, bytes.starts(with: "urn:uuid:".utf8) else { return false }
    return bytes.dropFirst(9).enumerated().allSatisfy { place, byte in
      [8, 13, 18, 23].contains(place)
        ? byte == UInt8(ascii: "-")
        : (48...57).contains(byte) || (97...102).contains(byte)
    }
  }

  /// An `https` address with a host, in visible ASCII.
  static func isHTTPS(_ text: String) -> Bool {
    let rest = text.utf8.dropFirst(8)
    guard text.utf8.starts(with: "https://".utf8), isVisibleASCII(text) else { return false }
    guard let first = rest.first else { return false }
    return first != UInt8(ascii: "/") && first != UInt8(ascii: "?") && first != UInt8(ascii: "#")
  }

  /// A scheme, a colon and something, in visible ASCII (RFC 3986 §3, loosely).
  static func isURI(_ text: String) -> Bool {
    guard isVisibleASCII(text), let colon = text.utf8.firstIndex(of: UInt8(ascii: ":"))
    else { return false }
    let scheme = text.utf8[..<colon]
    return scheme.count >= 2 && scheme.allSatisfy { isLetter($0) || (43...57).contains($0) }
      && text.utf8.index(after: colon) < text.utf8.endIndex
  }

  /// A PNG or SVG image written in base64 in the address itself (RFC 2397), 512 KiB at most.
  static func isDataImage(_ text: String) -> Bool {
    guard text.utf8.count <= 512 * 1024 else { return false }
    return ["data:image/png;base64,", "data:image/svg+xml;base64,"].contains { prefix in
      let data = text.utf8.dropFirst(prefix.utf8.count)
      return text.utf8.starts(with: prefix.utf8) && !data.isEmpty && data.allSatisfy(isBase64)
    }
  }

  /// One `@` between two parts without blanks; no more is promised.
  static func isEmail(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && PlainText.isSignable(text)
      && !text.contains(where: \.isWhitespace)
  }

  private static func isVisibleASCII(_ text: String) -> Bool {
    text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
  }

  private static func isBase64(_ byte: UInt8) -> Bool {
    isLetter(byte) || (48...57).contains(byte) || byte == UInt8(ascii: "+")
      || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "=")
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 0x20) }
}
