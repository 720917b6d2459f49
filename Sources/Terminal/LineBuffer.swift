import Display

/// Bytes of an input, cut into lines and cleaned.
package struct LineBuffer: Sendable {
  /// Longest line kept, in bytes; its rest is dropped.
  package static let limit = 65_536

  private let charset: Charset
  private var bytes: [UInt8] = []
  private var lines: [String] = []

  /// Lines of a terminal that takes this charset.
  package init(_ charset: Charset = .utf8) { self.charset = charset }

  /// Adds bytes as they come, cut anywhere.
  package mutating func append(_ more: some Sequence<UInt8>) {
    for byte in more {
      if byte == UInt8(ascii: "\n") {
        lines.append(cleaned())
      } else if bytes.count < Self.limit {
        bytes.append(byte)
      }
    }
  }

  /// The oldest whole line, without its end.
  package mutating func next() -> String? { lines.isEmpty ? nil : lines.removeFirst() }

  /// What follows the last line end; nil when nothing does.
  package mutating func rest() -> String? { bytes.isEmpty ? nil : cleaned() }

  /// What was typed and can be read: no control character, no sequence that an arrow key sends.
  private mutating func cleaned() -> String {
    var decoder = KeyDecoder(charset)
    decoder.feed(bytes)
    decoder.giveUp()
    bytes.removeAll(keepingCapacity: true)
    var line = ""
    while let key = decoder.next() {
      switch key {
      case .character(let character): line.append(character)
      case .tab: line.append(" ")
      case .paste(let text): line += text.split(whereSeparator: \.isNewline).joined(separator: " ")
      default: break
      }
    }
    return line
  }
}
