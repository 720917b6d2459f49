/// The SVG element that holds a badge (Open Badges 2.0 and 3.0, "Baked Badges").
struct BadgeElement {
  private(set) var bytes: [UInt8] = []

  /// Writes a signed badge into the attribute `verify`, JSON into CDATA sections.
  init(_ badge: BadgePayload) throws(Flaw) {
    let name = "openbadges:\(badge.edition.element)"
    bytes += "<\(name) xmlns:openbadges=\"".utf8
    bytes += badge.edition.namespace
    bytes.append(UInt8(ascii: "\""))
    switch badge {
    case .token(let text), .assertion(let text):
      try attribute(text)
      bytes += "/>".utf8
    case .document(let text):
      try body(text, of: name)
    case .hosted(let text, let address):
      if let address { try attribute(address) }
      try body(text, of: name)
    }
  }

  private mutating func attribute(_ text: [UInt8]) throws(Flaw) {
    guard BadgeElement.isText(text) else { throw .notText }
    bytes += " verify=\"".utf8
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      case 0x09, 0x0A, 0x0D: bytes += "&#\(byte);".utf8
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// XML 1.0 §2.7: `]]>` would end a section, so it is shared out between two.
  private mutating func body(_ text: [UInt8], of name: String) throws(Flaw) {
    guard BadgeElement.isText(text) else { throw .notText }
    bytes += "><![CDATA[".utf8
    for byte in text {
      if byte == UInt8(ascii: ">"), bytes.suffix(2).elementsEqual("]]".utf8) {
        bytes += "]]><![CDATA[".utf8
      }
      bytes.append(byte)
    }
    bytes += "]]></\(name)>".utf8
  }

  /// XML 1.0 §2.2: no control character but three, neither U+FFFE nor U+FFFF.
  private static func isText(_ bytes: [UInt8]) -> Bool {
    guard let text = String(validating: bytes, as: UTF8.self) else { return false }
    return text.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: true
      case 0..<0x20, 0xFFFE, 0xFFFF: false
      default: true
      }
    }
  }
}
