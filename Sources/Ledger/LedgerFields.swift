import JSON

/// The members of a line, read one by one; each must be exactly of its kind.
struct LedgerFields {
  let object: JSONObject

  /// A name made for machines: ASCII letters, digits and `-._:/+=@#$`, at most 200.
  func identifier(_ key: String) throws(LedgerFault) -> String {
    guard let text = object[key].flatMap(identifierText) else { throw .malformed(key) }
    return text
  }

  /// `urn:uuid:` and a lower-case UUID.
  func urn(_ key: String) throws(LedgerFault) -> String { try text(key, isURN) }

  /// 16 to 128 lower-case hexadecimal digits.
  func hexadecimal(_ key: String) throws(LedgerFault) -> String {
    try text(key) { (16...128).contains($0.count) && $0.allSatisfy(isHexadecimal) }
  }

  /// `E-` and sixteen hexadecimal digits.
  func fingerprint(_ key: String) throws(LedgerFault) -> String {
    try text(key) {
      $0.count == 18 && $0.starts(with: "E-".utf8) && $0.dropFirst(2).allSatisfy(isHexadecimal)
    }
  }

  /// `sha256$` and 64 hexadecimal digits.
  func hash(_ key: String) throws(LedgerFault) -> String {
    try text(key) {
      $0.count == 71 && $0.starts(with: "sha256$".utf8) && $0.dropFirst(7).allSatisfy(isHexadecimal)
    }
  }

  /// A line for people: not blank, without control or hidden characters, of so many bytes at most.
  func sentence(_ key: String, atMost count: Int) throws(LedgerFault) -> String {
    guard let text = object[key]?.string, text.utf8.count <= count, isShowable(text)
    else { throw .malformed(key) }
    return text
  }

  func instant(_ key: String) throws(LedgerFault) -> Instant {
    guard let instant = object[key].flatMap(Instant.init(json:)) else { throw .malformed(key) }
    return instant
  }

  /// `[list, place]`.
  func index(_ key: String) throws(LedgerFault) -> StatusIndex {
    guard let index = object[key].flatMap(StatusIndex.init(json:)) else { throw .malformed(key) }
    return index
  }

  func integer(_ key: String, in range: ClosedRange<Int>) throws(LedgerFault) -> Int {
    guard let value = object[key]?.integer, range.contains(value) else { throw .malformed(key) }
    return value
  }

  /// The members of an object.
  func fields(_ key: String) throws(LedgerFault) -> LedgerFields {
    guard let object = object[key]?.object else { throw .malformed(key) }
    return LedgerFields(object: object)
  }

  /// An array of exactly so many values, each of which `read` must know.
  func list<Value>(
    _ key: String, count: Int, _ read: (JSON) -> Value?
  ) throws(LedgerFault) -> [Value] {
    guard let values = object[key]?.array, values.count == count else { throw .malformed(key) }
    let known = values.compactMap(read)
    guard known.count == count else { throw .malformed(key) }
    return known
  }

  private func text(
    _ key: String, _ isRight: (UnsafeBufferPointer<UInt8>) -> Bool
  ) throws(LedgerFault) -> String {
    guard var text = object[key]?.string, text.withUTF8(isRight) else { throw .malformed(key) }
    return text
  }
}

extension Instant {
  /// A text such as `2026-11-21T09:12:33Z`.
  init?(json: JSON) {
    guard let text = json.string else { return nil }
    self.init(text)
  }
}

extension StatusIndex {
  /// `[list, place]`.
  init?(json: JSON) {
    guard let parts = json.array, parts.count == 2, let list = parts[0].integer,
      let place = parts[1].integer
    else { return nil }
    self.init(list: list, place: place)
    guard isPlausible else { return nil }
  }
}

/// The text when it is an identifier, as `LedgerFields.identifier` reads it.
func identifierText(_ json: JSON) -> String? {
  guard var text = json.string else { return nil }
  let isRight = text.withUTF8 { (1...200).contains($0.count) && $0.allSatisfy(isIdentifierByte) }
  return isRight ? text : nil
}

private func isHexadecimal(_ byte: UInt8) -> Bool {
  (48...57).contains(byte) || (97...102).contains(byte)
}

private func isIdentifierByte(_ byte: UInt8) -> Bool {
  switch byte {
  case 48...57, 65...90, 97...122: true
  // `#` and `$`, `+`, `-./`, `:`, `=`, `@`, `_`.
  case 0x23, 0x24, 0x2B, 0x2D...0x2F, 0x3A, 0x3D, 0x40, 0x5F: true
  default: false
  }
}

private func isURN(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  guard bytes.count == 45, bytes.starts(with: "urn:uuid:".utf8) else { return false }
  return (0..<36).allSatisfy { place in
    let byte = bytes[9 + place]
    let isDash = place == 8 || place == 13 || place == 18 || place == 23
    return isDash ? byte == UInt8(ascii: "-") : isHexadecimal(byte)
  }
}

private func isShowable(_ text: String) -> Bool {
  var isBlank = true
  for scalar in text.unicodeScalars {
    switch scalar.value {
    // ASCII, the letters of Western Europe, the apostrophe: most of what is written.
    case 0x21...0x7E, 0xC0...0x17F, 0x2019:
      isBlank = false
      continue
    case 0x20: continue
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .unassigned, .privateUse, .lineSeparator,
      .paragraphSeparator:
      return false
    default: if !scalar.properties.isWhitespace { isBlank = false }
    }
  }
  return !isBlank
}
