extension JSON {
  /// What a text may weigh before it is refused.
  public struct Limits: Sendable, Hashable {
    /// The longest text, in bytes.
    public let bytes: Int
    /// Nested arrays and objects; never more than 512, whatever is asked.
    public let depth: Int

    /// Limits other than the standard ones.
    public init(bytes: Int = 1 << 20, depth: Int = 64) {
      self.bytes = bytes
      self.depth = min(depth, 512)
    }

    /// 1 MiB and 64 levels.
    public static let standard = Limits()
  }

  /// Reads one value after RFC 8259, and refuses what RFC 7493 (I-JSON) warns of.
  ///
  /// Refused: a byte order mark, invalid UTF-8, lone surrogates, duplicate keys, anything after the
  /// value, numbers that a double cannot hold, texts beyond `limits`.
  public init(parsing bytes: [UInt8], limits: Limits = .standard) throws(JSONError) {
    guard bytes.count <= limits.bytes else { throw JSONError(.tooLarge, at: limits.bytes) }
    guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { throw JSONError(.byteOrderMark, at: 0) }
    var parser = Parser(bytes: bytes, depth: limits.depth)
    self = try parser.whole()
  }

  /// Reads one value as `init(parsing:limits:)` does for its bytes.
  public init(parsing text: String, limits: Limits = .standard) throws(JSONError) {
    try self.init(parsing: Array(text.utf8), limits: limits)
  }
}

/// A recursive descent over bytes; each method starts at `position` and leaves it after its value.
struct Parser {
  let bytes: [UInt8]
  var position = 0
  var depth: Int

  init(bytes: [UInt8], depth: Int) {
    self.bytes = bytes
    self.depth = depth
  }

  mutating func whole() throws(JSONError) -> JSON {
    let value = try value()
    skipSpace()
    guard position == bytes.count else { throw JSONError(.trailingBytes, at: position) }
    return value
  }

  /// The byte at `position`, 0 at the end: no JSON token starts with 0.
  var next: UInt8 { position < bytes.count ? bytes[position] : 0 }

  /// The fault to report when `next` is not what the grammar expects.
  func unexpected() -> JSONError {
    JSONError(position < bytes.count ? .unexpectedByte : .unexpectedEnd, at: position)
  }

  mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      default: return
      }
    }
  }

  private mutating func value() throws(JSONError) -> JSON {
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return try nested { parser throws(JSONError) in try parser.object() }
    case UInt8(ascii: "["): return try nested { parser throws(JSONError) in try parser.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    case UInt8(ascii: "-"), 48...57: return try number()
    default: throw unexpected()
    }
  }

  private mutating func literal(_ word: StaticString, _ value: JSON) throws(JSONError) -> JSON {
    for index in 0..<word.utf8CodeUnitCount {
      guard next == word.utf8Start[index] else { throw unexpected() }
      position += 1
    }
    return value
  }

  private mutating func nested(
    _ body: (inout Parser) throws(JSONError) -> JSON
  ) throws(JSONError) -> JSON {
    guard depth > 0 else { throw JSONError(.tooDeep, at: position) }
    depth -= 1
    position += 1
    let value = try body(&self)
    depth += 1
    return value
  }

  private mutating func array() throws(JSONError) -> JSON {
    var elements: [JSON] = []
    skipSpace()
    if take("]") { return .array(elements) }
    while true {
      elements.append(try value())
      skipSpace()
      if take("]") { return .array(elements) }
      guard take(",") else { throw unexpected() }
    }
  }

  private mutating func object() throws(JSONError) -> JSON {
    var object = JSONObject()
    skipSpace()
    if take("}") { return .object(object) }
    while true {
      try member(into: &object)
      skipSpace()
      if take("}") { return .object(object) }
      guard take(",") else { throw unexpected() }
      skipSpace()
    }
  }

  private mutating func member(into object: inout JSONObject) throws(JSONError) {
    let start = position
    guard next == UInt8(ascii: "\"") else { throw unexpected() }
    let key = try string()
    skipSpace()
    guard take(":") else { throw unexpected() }
    let value = try value()
    guard object.insert(key, value) else { throw JSONError(.duplicateKey, at: start) }
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: scalar) else { return false }
    position += 1
    return true
  }
}
