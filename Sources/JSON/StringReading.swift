extension Parser {
  /// Reads a string, `next` being its opening quote.
  mutating func string() throws(JSONError) -> String {
    position += 1
    let start = position
    skipPlain()
    // Most strings hold no escape and no accent: they are taken as they stand.
    if next == UInt8(ascii: "\"") {
      defer { position += 1 }
      return String(decoding: bytes[start..<position], as: UTF8.self)
    }
    return try richString(from: start)
  }

  /// Passes over printable ASCII other than `"` and `\`.
  private mutating func skipPlain() {
    while position < bytes.count {
      let byte = bytes[position]
      guard byte >= 0x20, byte < 0x80, byte != 0x22, byte != 0x5C else { return }
      position += 1
    }
  }

  private mutating func richString(from start: Int) throws(JSONError) -> String {
    var text: [UInt8] = []
    var marks = MarkRun()
    // Bytes from `pending` on are right as they stand and not copied yet.
    var pending = start
    while true {
      skipPlain()
      guard position < bytes.count else { throw unexpected() }
      switch bytes[position] {
      case UInt8(ascii: "\""):
        if pending > start { text += bytes[pending..<position] }
        defer { position += 1 }
        return pending == start
          ? String(decoding: bytes[start..<position], as: UTF8.self)
          : String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        text += bytes[pending..<position]
        let place = position
        let scalar = try escape()
        guard marks.take(scalar, place..<position)
        else { throw JSONError(.tooManyMarks, at: place) }
        text += String(scalar).utf8
        pending = position
      case 0x80...:
        let place = position
        try skipScalar()
        guard marks.take(scalar(place..<position), place..<position)
        else { throw JSONError(.tooManyMarks, at: place) }
      default: throw JSONError(.controlCharacter, at: position)
      }
    }
  }

  /// Passes over one scalar of two to four bytes; the table 3-7 of Unicode forbids overlong forms,
  /// surrogates and what is beyond U+10FFFF.
  private mutating func skipScalar() throws(JSONError) {
    let (length, second): (Int, ClosedRange<UInt8>) =
      switch bytes[position] {
      case 0xC2...0xDF: (2, 0x80...0xBF)
      case 0xE0: (3, 0xA0...0xBF)
      case 0xED: (3, 0x80...0x9F)
      case 0xE1...0xEF: (3, 0x80...0xBF)
      case 0xF0: (4, 0x90...0xBF)
      case 0xF1...0xF3: (4, 0x80...0xBF)
      case 0xF4: (4, 0x80...0x8F)
      default: throw JSONError(.notUTF8, at: position)
      }
    guard position + length <= bytes.count, second.contains(bytes[position + 1]),
      bytes[position + 2..<position + length].allSatisfy({ $0 & 0xC0 == 0x80 })
    else { throw JSONError(.notUTF8, at: position) }
    position += length
  }

  /// The scalar of these bytes; nil below U+0300, where no mark is.
  private func scalar(_ place: Range<Int>) -> Unicode.Scalar? {
    guard bytes[place.lowerBound] >= 0xCC else { return nil }
    return String(decoding: bytes[place], as: UTF8.self).unicodeScalars.first
  }

  /// Reads an escape, `next` being its backslash.
  private mutating func escape() throws(JSONError) -> Unicode.Scalar {
    let start = position
    position += 1
    let byte = next
    guard position < bytes.count else { throw unexpected() }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try codeUnits(of: start)
    default: throw JSONError(.badEscape, at: start)
    }
  }

  /// Reads the digits of `\uXXXX`, with the second half of a surrogate pair when it is one.
  private mutating func codeUnits(of start: Int) throws(JSONError) -> Unicode.Scalar {
    let high = try fourHexDigits(of: start)
    if let scalar = Unicode.Scalar(high) { return scalar }
    guard high < 0xDC00, next == UInt8(ascii: "\\"), position + 1 < bytes.count,
      bytes[position + 1] == UInt8(ascii: "u")
    else { throw JSONError(.loneSurrogate, at: start) }
    position += 2
    let low = try fourHexDigits(of: start)
    guard (0xDC00...0xDFFF).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
    else { throw JSONError(.loneSurrogate, at: start) }
    return scalar
  }

  private mutating func fourHexDigits(of start: Int) throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard position < bytes.count else { throw unexpected() }
      guard let digit = hexDigit(bytes[position]) else { throw JSONError(.badEscape, at: start) }
      value = value << 4 | digit
      position += 1
    }
    return value
  }
}

/// How many combining marks follow one another: Unicode sorts them at each comparison, in a time
/// that grows as the square of their number.
private struct MarkRun {
  private var count = 0
  /// Where the last scalar ended: plain letters in between end the run.
  private var end = -1

  /// Takes the scalar written in `place`; false when it is one mark too many.
  mutating func take(_ scalar: Unicode.Scalar?, _ place: Range<Int>) -> Bool {
    let isMark = scalar.map { $0.properties.canonicalCombiningClass != .notReordered } ?? false
    count = isMark ? (place.lowerBound == end ? count : 0) + 1 : 0
    end = place.upperBound
    return count <= 30
  }
}

private func hexDigit(_ byte: UInt8) -> UInt32? {
  switch byte {
  case 48...57: UInt32(byte - 48)
  case 65...70: UInt32(byte - 55)
  case 97...102: UInt32(byte - 87)
  default: nil
  }
}
