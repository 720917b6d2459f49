/// The bytes between `ESC [ 200 ~` and `ESC [ 201 ~` (xterm's bracketed paste).
struct PasteBuffer: Sendable, Hashable {
  private static let end = Array("\u{1B}[201~".utf8)

  private var bytes: [UInt8] = []
  /// How many bytes of the end mark have come.
  private var matched = 0

  var isComplete: Bool { matched == Self.end.count }

  mutating func append(_ byte: UInt8) {
    if byte == Self.end[matched] {
      matched += 1
      return
    }
    keep(Self.end[..<matched])
    // Escape stands only at the beginning of the mark.
    matched = byte == Self.end[0] ? 1 : 0
    if matched == 0 { keep([byte]) }
  }

  private mutating func keep(_ more: some Collection<UInt8>) {
    guard bytes.count + more.count <= KeyDecoder.pasteLimit else { return }
    bytes += more
  }

  /// The text with `\n` for every line end and no other control character.
  func text(in charset: Charset) -> String {
    let text = charset == .utf8 ? whole : String(String.UnicodeScalarView(latin9))
    var cleaned = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where previous == "\r": break
      case "\n", "\r": cleaned.append("\n")
      case "\t": cleaned.append(" ")
      default: if scalar.properties.generalCategory != .control { cleaned.append(scalar) }
      }
      previous = scalar
    }
    return String(cleaned)
  }

  /// Line ends kept, for those who read them.
  private var latin9: [Unicode.Scalar] {
    bytes.compactMap { $0 < 0x20 ? Unicode.Scalar($0) : Charset.latin9($0) }
  }

  /// Decoded, without the character that the limit cut.
  private var whole: String {
    var text = String(decoding: bytes, as: UTF8.self)
    let isCut = bytes.count > KeyDecoder.pasteLimit - 4
    if isCut, text.unicodeScalars.last == "\u{FFFD}" { text.unicodeScalars.removeLast() }
    return text
  }
}
