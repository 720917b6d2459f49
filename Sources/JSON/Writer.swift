extension JSON {
  /// The value on one line, without spaces, members in their order, in UTF-8.
  public var bytes: [UInt8] { written(.compact) }

  /// The value on one line, without spaces, members in their order.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The value by RFC 8785: members sorted by UTF-16 units, numbers after ECMA-262, UTF-8.
  public var canonical: [UInt8] { written(.canonical) }

  /// The value on several lines, indented by two spaces, without a final newline.
  public var pretty: String { String(decoding: written(.pretty), as: UTF8.self) }

  private func written(_ style: Writer.Style) -> [UInt8] {
    var writer = Writer(style: style)
    writer.write(self)
    return writer.bytes
  }
}

struct Writer {
  enum Style {
    case compact
    case canonical
    case pretty
  }

  let style: Style
  var bytes: [UInt8] = []
  private var depth = 0

  init(style: Style) { self.style = style }

  mutating func write(_ value: JSON) {
    switch value {
    case .null: bytes += "null".utf8
    case .bool(let value): bytes += (value ? "true" : "false").utf8
    case .integer(let value): bytes += es6(value)
    case .double(let value): bytes += es6(value)
    case .string(let value): write(value)
    case .array(let elements): write(elements)
    case .object(let object): write(object)
    }
  }

  private mutating func write(_ elements: [JSON]) {
    bytes.append(UInt8(ascii: "["))
    depth += 1
    for (index, element) in elements.enumerated() {
      separate(index)
      write(element)
    }
    close(elements.isEmpty, with: UInt8(ascii: "]"))
  }

  private mutating func write(_ object: JSONObject) {
    bytes.append(UInt8(ascii: "{"))
    depth += 1
    let members =
      style == .canonical
      ? object.members.sorted { precedes($0.key, $1.key) } : object.members
    for (index, member) in members.enumerated() {
      separate(index)
      write(member.key)
      bytes.append(UInt8(ascii: ":"))
      if style == .pretty { bytes.append(0x20) }
      write(member.value)
    }
    close(members.isEmpty, with: UInt8(ascii: "}"))
  }

  /// What stands before the element at `index`.
  private mutating func separate(_ index: Int) {
    if index > 0 { bytes.append(UInt8(ascii: ",")) }
    if style == .pretty { newLine() }
  }

  private mutating func close(_ isEmpty: Bool, with byte: UInt8) {
    depth -= 1
    if style == .pretty, !isEmpty { newLine() }
    bytes.append(byte)
  }

  private mutating func newLine() {
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: 2 * depth))
  }

  /// RFC 8785 §3.2.2.2: only what must be escaped is, in its shortest form.
  private mutating func write(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    if text.utf8.allSatisfy(isPlain) {
      bytes += text.utf8
    } else {
      for byte in text.utf8 {
        if isPlain(byte) { bytes.append(byte) } else { escape(byte) }
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case 0x22, 0x5C: bytes.append(byte)
    default:
      bytes += (byte < 0x10 ? "u000" : "u00").utf8
      bytes += String(byte, radix: 16).utf8
    }
  }
}

private func isPlain(_ byte: UInt8) -> Bool { byte >= 0x20 && byte != 0x22 && byte != 0x5C }

/// Whether a key stands before another by RFC 8785 §3.2.3: in the order of their UTF-16 units.
///
/// That order is the order of UTF-8 bytes, save that U+E000–U+FFFF (lead bytes EE and EF) come
/// after the supplementary planes (lead bytes F0 to F4), whose first unit is a surrogate.
private func precedes(_ left: String, _ right: String) -> Bool {
  func rank(_ byte: UInt8) -> UInt8 { byte == 0xEE || byte == 0xEF ? byte + 8 : byte }
  return left.utf8.lexicographicallyPrecedes(right.utf8) { rank($0) < rank($1) }
}
