import FoundationEssentials

/// The two alphabets of RFC 4648, with one spelling for each value.
enum Base64 {
  /// The letters of a file's member: the URL-safe alphabet, no padding (RFC 7515 §2).
  static func urlSafe(_ bytes: [UInt8]) -> String {
    let letters = standard(bytes).utf8.prefix { $0 != UInt8(ascii: "=") }
    return String(decoding: letters.map(swapped), as: UTF8.self)
  }

  /// The bytes of URL-safe letters; nil for padding, blanks, other letters or stray trailing bits.
  static func bytes(urlSafe text: String) -> [UInt8]? {
    let letters = text.utf8.map(swapped)
    let padding = [UInt8](repeating: UInt8(ascii: "="), count: (4 - letters.count % 4) % 4)
    guard let data = Data(base64Encoded: Data(letters + padding)) else { return nil }
    let bytes = Array(data)
    return urlSafe(bytes) == text ? bytes : nil
  }

  /// The letters of a PEM: the first alphabet, padded, on one line.
  static func standard(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

  /// The bytes of padded letters; nil for blanks, other letters or stray trailing bits.
  static func bytes(standard text: String) -> [UInt8]? {
    guard let data = Data(base64Encoded: text), standard(Array(data)) == text else { return nil }
    return Array(data)
  }

  /// The other alphabet's letter for the two values in which they differ.
  private static func swapped(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "+"): UInt8(ascii: "-")
    case UInt8(ascii: "/"): UInt8(ascii: "_")
    case UInt8(ascii: "-"): UInt8(ascii: "+")
    case UInt8(ascii: "_"): UInt8(ascii: "/")
    default: byte
    }
  }
}
