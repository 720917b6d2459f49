/// The bytes of a content file cut into lines, as libcmark cuts them.
struct SourceText: Sendable {
  /// Larger than any honest file; nothing bigger is analysed.
  static let sizeLimit = 1 << 20

  private let bytes: [UInt8]
  /// Lines without their ends; `lines[0]` is line 1.
  let lines: [ArraySlice<UInt8>]

  /// Ends are LF, CRLF or CR; a byte order mark is dropped.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var lines: [ArraySlice<UInt8>] = []
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      guard byte == 0x0A || byte == 0x0D else { continue }
      lines.append(bytes[start..<index - 1])
      if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
      start = index
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    self.lines = lines
  }

  /// Line `number` from 1, without its leading spaces; empty outside the file.
  func trimmed(_ number: Int) -> ArraySlice<UInt8> {
    self[number].drop { $0 == 0x20 }
  }

  /// Line `number` from 1; empty outside the file.
  subscript(number: Int) -> ArraySlice<UInt8> {
    lines.indices.contains(number - 1) ? lines[number - 1] : []
  }

  /// The number of leading spaces of line `number`.
  func indent(_ number: Int) -> Int { self[number].prefix { $0 == 0x20 }.count }

  func isBlank(_ number: Int) -> Bool { self[number].allSatisfy { $0 == 0x20 || $0 == 0x09 } }

  /// The first line that is not UTF-8; looked for only when the whole is not.
  var invalidLine: Int? {
    guard (try? UTF8Span(validating: bytes.span)) == nil else { return nil }
    return lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }.map { $0 + 1 }
  }
}

extension ArraySlice<UInt8> {
  /// The bytes as text; the caller has checked that they are UTF-8.
  var text: String { String(decoding: self, as: UTF8.self) }

  /// Whether the bytes begin with a no-break space (U+00A0 or U+202F).
  var beginsWithNoBreakSpace: Bool {
    starts(with: [0xC2, 0xA0]) || starts(with: [0xE2, 0x80, 0xAF])
  }

  func contains(_ word: StaticString) -> Bool { firstIndex(of: word) != nil }

  /// Where `word` first begins.
  func firstIndex(of word: StaticString) -> Int? {
    let length = word.utf8CodeUnitCount
    guard count >= length, length > 0 else { return nil }
    let first = word.utf8Start[0]
    return (startIndex...endIndex - length).first { start in
      self[start] == first && (0..<length).allSatisfy { self[start + $0] == word.utf8Start[$0] }
    }
  }
}

extension StringProtocol {
  /// Without the white space around it, no-break spaces included.
  package var trimmed: String {
    let scalars = unicodeScalars
    guard let start = scalars.firstIndex(where: { !$0.isSpace }),
      let last = scalars.lastIndex(where: { !$0.isSpace })
    else { return "" }
    return String(self[start..<scalars.index(after: last)])
  }
}

extension Unicode.Scalar {
  /// `White_Space`, told at once for ASCII: a look-up in the tables of Unicode costs more.
  fileprivate var isSpace: Bool {
    isASCII ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
  }
}
