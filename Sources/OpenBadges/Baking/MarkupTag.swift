/// A start tag, as places in the bytes that were scanned.
struct MarkupTag {
  struct Attribute {
    var name: Range<Int>
    /// Between the quotes, references not yet replaced.
    var value: Range<Int>
  }

  var name: Range<Int>
  var attributes: [Attribute] = []
  /// Written `<name/>`.
  var isEmpty = false
}

extension MarkupScanner {
  /// More attributes than any picture needs; comparing them all to each other must stay cheap.
  private static let mostAttributes = 128

  /// Reads a start tag after its `<`; `position` ends after its `>`.
  mutating func tag() throws(Flaw) -> MarkupTag {
    var tag = MarkupTag(name: try name())
    while true {
      let gap = position
      skipBlanks()
      if take(">") { return tag }
      if take("/>") {
        tag.isEmpty = true
        return tag
      }
      guard position > gap, tag.attributes.count < MarkupScanner.mostAttributes
      else { throw .svgMalformed }
      let attribute = try attribute()
      guard !tag.attributes.contains(where: { bytes[$0.name] == bytes[attribute.name] })
      else { throw .svgMalformed }
      tag.attributes.append(attribute)
    }
  }

  /// Reads `name="value"`.
  mutating func attribute() throws(Flaw) -> MarkupTag.Attribute {
    let name = try name()
    skipBlanks()
    guard take("=") else { throw .svgMalformed }
    skipBlanks()
    return MarkupTag.Attribute(name: name, value: try value())
  }

  /// XML 1.0 §2.3, AttValue: either quote, no `<` inside.
  private mutating func value() throws(Flaw) -> Range<Int> {
    let quote = byte
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { throw .svgMalformed }
    position += 1
    let start = position
    while position < bytes.count, bytes[position] != quote {
      switch bytes[position] {
      case UInt8(ascii: "<"): throw .svgMalformed
      case UInt8(ascii: "&"): try reference()
      default: skipPlain(until: quote)
      }
    }
    guard position < bytes.count else { throw .svgMalformed }
    position += 1
    return start..<position - 1
  }

  /// Passes over the bytes that mean nothing in a value; most of a badge is one such value.
  private mutating func skipPlain(until quote: UInt8) {
    var place = position
    while place < bytes.count {
      let byte = bytes[place]
      if byte == quote || byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") { break }
      place += 1
    }
    position = place
  }

  /// A name with at most one colon, not at an end; accents are let through unexamined.
  mutating func name() throws(Flaw) -> Range<Int> {
    let start = position
    var colons = 0
    while isNameByte(byte, first: position == start || bytes[position - 1] == UInt8(ascii: ":")) {
      if byte == UInt8(ascii: ":") { colons += 1 }
      position += 1
    }
    guard position > start, colons <= 1, bytes[position - 1] != UInt8(ascii: ":")
    else { throw .svgMalformed }
    return start..<position
  }

  private func isNameByte(_ byte: UInt8, first: Bool) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "_"), 0x80...: true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."): !first
    case UInt8(ascii: ":"): !first
    default: false
    }
  }
}
