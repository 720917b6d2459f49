/// The forms of addresses that a site may carry.
enum SiteAddress {
  /// An `https` address with a host, in visible ASCII.
  static func isHTTPS(_ text: String) -> Bool {
    let rest = text.utf8.dropFirst(8)
    guard text.utf8.starts(with: "https://".utf8), isVisible(text), let first = rest.first
    else { return false }
    return !"/?#".utf8.contains(first)
  }

  /// `did:`, a method, a colon and something, in visible ASCII (W3C DID Core §3.1, loosely).
  static func isDID(_ text: String) -> Bool {
    let parts = text.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
    return parts.count == 3 && parts[0] == "did" && !parts[1].isEmpty && !parts[2].isEmpty
      && isVisible(text)
  }

  /// What a message can be sent to from a page: one `@`, and no character with a meaning in a URL.
  static func isEmail(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
      && text.utf8.allSatisfy { $0.isLetterOrDigit || ".@_+-".utf8.contains($0) }
  }

  static func isBase64URL(_ byte: UInt8) -> Bool {
    byte.isLetterOrDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }

  private static func isVisible(_ text: String) -> Bool {
    text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
  }
}

extension String {
  /// Nothing would be read.
  var isBlank: Bool { unicodeScalars.allSatisfy(\.properties.isWhitespace) }
}
