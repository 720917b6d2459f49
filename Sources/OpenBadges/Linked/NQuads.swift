/// The canonical spelling of nodes and literals (RDF Dataset Canonicalization 1.0, appendix A).
enum NQuads {
  static let type = Array("<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>".utf8)
  static let first = Array("<http://www.w3.org/1999/02/22-rdf-syntax-ns#first>".utf8)
  static let rest = Array("<http://www.w3.org/1999/02/22-rdf-syntax-ns#rest>".utf8)
  static let empty = Array("<http://www.w3.org/1999/02/22-rdf-syntax-ns#nil>".utf8)
  static let json = Array("^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON>".utf8)
  static let boolean = Array("^^<http://www.w3.org/2001/XMLSchema#boolean>".utf8)
  static let integer = Array("^^<http://www.w3.org/2001/XMLSchema#integer>".utf8)
  static let double = Array("^^<http://www.w3.org/2001/XMLSchema#double>".utf8)

  /// Whether a text is an IRI with a scheme that N-Quads can hold (RFC 3987 §2.2, loosely).
  static func isIRI(_ text: String) -> Bool {
    var scheme = 0
    var isPlain = true
    for byte in text.utf8 {
      if scheme >= 0 {
        if byte == UInt8(ascii: ":"), scheme > 0 {
          scheme = -1
        } else {
          guard isScheme(byte, first: scheme == 0) else { return false }
          scheme += 1
        }
      } else if byte >= 0x80 {
        isPlain = false
      } else if !isAllowed(byte) {
        return false
      }
    }
    return scheme == -1 && (isPlain || text.unicodeScalars.allSatisfy(isUCS))
  }

  /// Whether a text is a blank node's name, `_:` and word characters.
  static func isBlankName(_ text: String) -> Bool {
    text.utf8.count > 2 && text.utf8.starts(with: "_:".utf8)
      && text.utf8.dropFirst(2).allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "_") }
  }

  /// Adds what stands between the quotes of a literal: only what must be escaped is.
  static func append(quoted text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { buffer in
      // Bytes from `pending` on are right as they stand and not copied yet.
      var pending = 0
      var place = 0
      while place < buffer.count {
        let length = escaped(at: place, in: buffer)
        if length > 0 {
          bytes.append(contentsOf: buffer[pending..<place])
          append(escaping: buffer[place], last: buffer[place + length - 1], to: &bytes)
          pending = place + length
        }
        place += max(length, 1)
      }
      bytes.append(contentsOf: buffer[pending...])
    }
  }

  /// How many bytes at `place` make a character to escape: mostly none.
  private static func escaped(at place: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    switch text[place] {
    case 0x00...0x1F, 0x22, 0x5C, 0x7F: return 1
    // U+FFFE and U+FFFF, the only ones that XML 1.1 excludes beyond; a String is valid UTF-8.
    case 0xEF: return text[place + 1] == 0xBF && text[place + 2] >= 0xBE ? 3 : 0
    default: return 0
    }
  }

  private static func append(escaping byte: UInt8, last: UInt8, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case 0x22, 0x5C: bytes.append(byte)
    case 0xEF: bytes += (last == 0xBE ? "uFFFE" : "uFFFF").utf8
    default: bytes += ("u00" + hexadecimal([byte]).uppercased()).utf8
    }
  }

  private static func isScheme(_ byte: UInt8, first: Bool) -> Bool {
    if (97...122).contains(byte | 0x20) { return true }
    return !first && ((48...57).contains(byte) || byte == 0x2B || byte == 0x2D || byte == 0x2E)
  }

  /// Visible ASCII save what N-Quads forbids between `<` and `>`.
  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x00...0x20, 0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B...0x7D, 0x7F: false
    default: true
    }
  }

  /// The characters that RFC 3987 adds to ASCII; the marks of direction it forbids (§4.1) are left.
  private static func isUCS(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: false
    case 0x00...0x7F, 0xA0...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFEF: true
    case 0x10000...0xDFFFD: scalar.value & 0xFFFE != 0xFFFE
    case 0xE1000...0xEFFFD: true
    default: false
    }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (97...122).contains(byte | 0x20) || (48...57).contains(byte)
  }
}
