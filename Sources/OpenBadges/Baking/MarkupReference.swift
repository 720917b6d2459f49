extension MarkupScanner {
  /// Passes over `&amp;` or `&#233;`; any other entity would need a DOCTYPE, so it is refused.
  mutating func reference() throws(Flaw) {
    guard let (_, length) = scalar(at: position) else { throw .svgMalformed }
    position += length
  }

  /// A value with its references replaced.
  func replaced(_ range: Range<Int>) -> [UInt8] {
    guard bytes[range].contains(UInt8(ascii: "&")) else { return Array(bytes[range]) }
    var result: [UInt8] = []
    var place = range.lowerBound
    while place < range.upperBound {
      if bytes[place] == UInt8(ascii: "&"), let (scalar, length) = scalar(at: place) {
        result += String(scalar).utf8
        place += length
      } else {
        result.append(bytes[place])
        place += 1
      }
    }
    return result
  }

  /// The scalar that a reference stands for and the bytes it takes; nil when it is none.
  private func scalar(at start: Int) -> (Unicode.Scalar, Int)? {
    // The longest is &#x10FFFF; — 10 bytes; leading zeros beyond 12 serve only to hide.
    guard let end = bytes[start..<min(start + 12, bytes.count)].firstIndex(of: UInt8(ascii: ";"))
    else { return nil }
    let length = end - start + 1
    let name = String(decoding: bytes[start + 1..<end], as: UTF8.self)
    switch name {
    case "amp": return ("&", length)
    case "lt": return ("<", length)
    case "gt": return (">", length)
    case "quot": return ("\"", length)
    case "apos": return ("'", length)
    default: return numeric(name).map { ($0, length) }
    }
  }

  /// `#233` or `#xE9`; nil for what XML 1.0 §2.2 forbids.
  private func numeric(_ name: String) -> Unicode.Scalar? {
    let isHexadecimal = name.hasPrefix("#x")
    let digits = name.dropFirst(isHexadecimal ? 2 : 1)
    guard name.hasPrefix("#"), digits.first != "+", digits.first != "-",
      let value = UInt32(digits, radix: isHexadecimal ? 16 : 10),
      value >= 0x20 || [0x09, 0x0A, 0x0D].contains(value), value != 0xFFFE, value != 0xFFFF
    else { return nil }
    return Unicode.Scalar(value)
  }
}
