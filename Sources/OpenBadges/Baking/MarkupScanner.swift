/// A strict reader of the XML that badge pictures are made of; offsets count bytes from 0.
///
/// It exists because a badge comes from anywhere: no entity, no DOCTYPE, nothing fetched, nothing
/// guessed. Comments and processing instructions are passed over; the rest comes out in order.
struct MarkupScanner {
  enum Event {
    case start(MarkupTag)
    case end(name: Range<Int>)
    case text(Range<Int>)
    /// The inside of a CDATA section.
    case cdata(Range<Int>)
  }

  /// The one declaration let through, in this spelling: drawing programs write it on their own.
  ///
  /// It defines no entity here, for its address is never followed.
  private static let drawing: StaticString =
    "!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">"

  let bytes: [UInt8]
  var position = 0
  /// Neither a tag nor a declaration was met yet.
  private var isBeforeAll = true

  /// Refuses bytes that are no UTF-8 text or hold a character that XML 1.0 §2.2 forbids.
  init(_ bytes: [UInt8]) throws(Flaw) {
    guard MarkupScanner.isPlain(bytes), String(validating: bytes, as: UTF8.self) != nil
    else { throw .notText }
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    try declaration()
  }

  /// The next event; nil at the end.
  mutating func next() throws(Flaw) -> Event? {
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "<") else { return .text(try text()) }
      position += 1
      switch byte {
      case UInt8(ascii: "/"): return .end(name: try endName())
      case UInt8(ascii: "?"): try instruction()
      case UInt8(ascii: "!"):
        if take("![CDATA[") { return .cdata(try upTo("]]>")) }
        if isBeforeAll, take(MarkupScanner.drawing) { isBeforeAll = false } else { try comment() }
      default:
        isBeforeAll = false
        return .start(try tag())
      }
    }
    return nil
  }

  /// The byte at `position`, 0 at the end: no text holds 0.
  var byte: UInt8 { position < bytes.count ? bytes[position] : 0 }

  mutating func skipBlanks() {
    while isBlank(byte) { position += 1 }
  }

  func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 9 }

  /// Passes over a mark when it stands at `position`.
  mutating func take(_ mark: StaticString) -> Bool {
    guard holds(mark, at: position) else { return false }
    position += mark.utf8CodeUnitCount
    return true
  }

  private func holds(_ mark: StaticString, at start: Int) -> Bool {
    guard start + mark.utf8CodeUnitCount <= bytes.count else { return false }
    for index in 0..<mark.utf8CodeUnitCount where bytes[start + index] != mark.utf8Start[index] {
      return false
    }
    return true
  }

  /// The bytes before a mark; `position` ends after it.
  private mutating func upTo(_ mark: StaticString) throws(Flaw) -> Range<Int> {
    let start = position
    while position < bytes.count {
      if holds(mark, at: position) {
        defer { position += mark.utf8CodeUnitCount }
        return start..<position
      }
      position += 1
    }
    throw .svgMalformed
  }

  /// Reads a comment; XML 1.0 §2.5 lets two hyphens stand only at its end.
  ///
  /// What else starts with an exclamation mark is a declaration, and no picture needs one.
  private mutating func comment() throws(Flaw) {
    guard take("!--") else { throw holds("!DOCTYPE", at: position) ? .svgDoctype : .svgMalformed }
    _ = try upTo("--")
    guard take(">") else { throw .svgMalformed }
  }

  /// XML 1.0 §2.6: passed over, unless it is a declaration out of its place.
  private mutating func instruction() throws(Flaw) {
    position += 1
    guard !isDeclaration(at: position) else { throw .svgMalformed }
    _ = try upTo("?>")
  }

  private mutating func text() throws(Flaw) -> Range<Int> {
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: "<") {
      if bytes[position] == UInt8(ascii: "&") { try reference() } else { position += 1 }
    }
    return start..<position
  }

  private mutating func endName() throws(Flaw) -> Range<Int> {
    position += 1
    let name = try name()
    skipBlanks()
    guard take(">") else { throw .svgMalformed }
    return name
  }

  /// Passes over `<?xml …?>`, which may only stand first, and must not name another encoding.
  private mutating func declaration() throws(Flaw) {
    guard holds("<?", at: position), isDeclaration(at: position + 2) else { return }
    position += 5
    while true {
      skipBlanks()
      if take("?>") { return }
      let attribute = try attribute()
      guard bytes[attribute.name].elementsEqual("encoding".utf8) else { continue }
      // Read otherwise by another program, these bytes could show it another badge.
      let encoding = String(decoding: bytes[attribute.value], as: UTF8.self).lowercased()
      // ASCII is the same bytes in UTF-8: XML libraries announce it for what they escape.
      let isASCII = ["us-ascii", "ascii"].contains(encoding) && bytes.allSatisfy { $0 < 0x80 }
      guard encoding == "utf-8" || isASCII else { throw .svgEncoding }
    }
  }

  private func isDeclaration(at start: Int) -> Bool {
    holds("xml", at: start) && isBlank(start + 3 < bytes.count ? bytes[start + 3] : 0)
  }

  private static func isPlain(_ bytes: [UInt8]) -> Bool {
    var forbidden: UInt8 = 0
    // Without a branch, so that the compiler takes many bytes at a time.
    for byte in bytes {
      let isSpace: UInt8 = byte == 0x0A || byte == 0x0D || byte == 0x09 ? 1 : 0
      forbidden |= (byte < 0x20 ? 1 : 0) & ~isSpace
    }
    return forbidden == 0
  }
}
