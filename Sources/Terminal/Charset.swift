import Glibc

/// How the terminal's bytes stand for characters.
package enum Charset: Sendable, Hashable {
  case utf8
  /// ISO 8859-15, and whatever else is no UTF-8: only its ASCII half is written.
  case latin9

  /// Chosen from a locale's name and the codeset of the C library, nil when it lacks that locale.
  package init(locale: String?, codeset: String?) {
    let named = locale.flatMap(Self.charset(in:))
    if let known = codeset ?? named, !Self.isASCII(known) {
      self = Self.normal(known) == "utf8" ? .utf8 : .latin9
    } else if let named, !Self.isASCII(named) {
      self = Self.normal(named) == "utf8" ? .utf8 : .latin9
    } else {
      self = .utf8
    }
  }

  /// Sets the C library's character type; returns what the terminal takes.
  ///
  /// A missing locale, or C, is taken as UTF-8: today's terminals are, whatever the server says.
  static func adopt(_ surroundings: Surroundings) -> Charset {
    let found = setlocale(LC_CTYPE, "") != nil
    let charset = Charset(locale: surroundings.locale, codeset: found ? codeset : nil)
    guard charset == .utf8, normal(codeset ?? "") != "utf8" else { return charset }
    let known = ["C.UTF-8", "fr_FR.UTF-8", "en_US.UTF-8"].contains { (name: String) in
      setlocale(LC_CTYPE, name) != nil
    }
    return known ? .utf8 : .latin9
  }

  private static var codeset: String? {
    nl_langinfo(nl_item(CODESET)).map { String(cString: $0) }
  }

  /// `ISO-8859-15` in `fr_FR.ISO-8859-15@euro`.
  private static func charset(in locale: String) -> String? {
    let parts = locale.split(separator: "@", omittingEmptySubsequences: false)
    guard let dot = parts.first?.firstIndex(of: ".") else {
      return parts.count > 1 && parts[1] == "euro" ? "ISO-8859-15" : nil
    }
    return parts.first.map { String($0[$0.index(after: dot)...]) }
  }

  private static func normal(_ name: String) -> String {
    String(name.lowercased().filter { $0.isLetter || $0.isNumber })
  }

  /// The C locale says nothing of the terminal.
  private static func isASCII(_ name: String) -> Bool {
    ["", "ansix341968", "usascii", "c", "posix"].contains(normal(name))
  }
}

extension Charset {
  /// What a byte stands for in ISO 8859-15; nil for a control character.
  package static func latin9(_ byte: UInt8) -> Unicode.Scalar? {
    switch byte {
    case 0x00..<0x20, 0x7F..<0xA0: nil
    case 0xA4: "€"
    case 0xA6: "Š"
    case 0xA8: "š"
    case 0xB4: "Ž"
    case 0xB8: "ž"
    case 0xBC: "Œ"
    case 0xBD: "œ"
    case 0xBE: "Ÿ"
    default: Unicode.Scalar(byte)
    }
  }
}
