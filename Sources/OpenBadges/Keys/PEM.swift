/// The textual encoding of keys, RFC 7468 in its strict form: one block, no text around it.
enum PEM {
  /// The bytes between `-----BEGIN label-----` and its end; nil for anything else.
  static func decoded(_ text: String, label: String) -> [UInt8]? {
    var lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }[...]
    while lines.last?.isEmpty == true { lines.removeLast() }
    guard lines.count >= 3,
      lines.first.map(String.init)?.isSame(as: "-----BEGIN \(label)-----") == true,
      lines.last.map(String.init)?.isSame(as: "-----END \(label)-----") == true
    else { return nil }
    let body = lines.dropFirst().dropLast()
    guard body.allSatisfy({ (1...76).contains($0.utf8.count) }) else { return nil }
    return base64(body.flatMap { Array($0.utf8) })
  }

  /// One block with its final newline; for up to 48 bytes, which take one line.
  static func encoded(_ bytes: [UInt8], label: String) -> String {
    let letters = Base64URL.encoded(bytes).map { letter in
      switch letter {
      case UInt8(ascii: "-"): UInt8(ascii: "+")
      case UInt8(ascii: "_"): UInt8(ascii: "/")
      default: letter
      }
    }
    let padding = String(repeating: "=", count: (4 - letters.count % 4) % 4)
    return "-----BEGIN \(label)-----\n\(String(decoding: letters, as: UTF8.self))\(padding)\n"
      + "-----END \(label)-----\n"
  }

  /// Base64 of RFC 4648 §4 with its padding, by way of its URL form.
  private static func base64(_ letters: [UInt8]) -> [UInt8]? {
    guard letters.count % 4 == 0 else { return nil }
    let padding = letters.suffix(2).count { $0 == UInt8(ascii: "=") }
    var rest = letters.dropLast(padding)
    for place in rest.indices {
      switch rest[place] {
      case UInt8(ascii: "+"): rest[place] = UInt8(ascii: "-")
      case UInt8(ascii: "/"): rest[place] = UInt8(ascii: "_")
      case UInt8(ascii: "-"), UInt8(ascii: "_"): return nil
      default: break
      }
    }
    return Base64URL.decoded(rest)
  }
}
