/// Integers that a double holds without doubt: ±(2⁵³ − 1), RFC 7493 §2.2.
private let exact = -9_007_199_254_740_991...9_007_199_254_740_991

extension Parser {
  /// Reads a number, `next` being its sign or its first digit.
  mutating func number() throws(JSONError) -> JSON {
    let start = position
    let value = try wholePart(from: start)
    guard [UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E")].contains(next) else {
      if let value { return .integer(value) }
      return try largeInteger(from: start)
    }
    try fractionAndExponent(from: start)
    return try fractional(from: start)
  }

  /// Reads `-?(0|[1-9][0-9]*)`; nil when it is beyond `exact`.
  private mutating func wholePart(from start: Int) throws(JSONError) -> Int? {
    let isNegative = next == UInt8(ascii: "-")
    if isNegative { position += 1 }
    let first = position
    var value = 0
    while (48...57).contains(next) {
      // Sixteen digits overflow nothing; more are never exact.
      if position - first < 16 { value = value * 10 + Int(next - 48) }
      position += 1
    }
    let count = position - first
    guard count > 0 else {
      throw JSONError(position < bytes.count ? .badNumber : .unexpectedEnd, at: start)
    }
    guard count == 1 || bytes[first] != 48 else { throw JSONError(.badNumber, at: start) }
    return count <= 16 && exact.contains(value) ? (isNegative ? -value : value) : nil
  }

  private mutating func fractionAndExponent(from start: Int) throws(JSONError) {
    if next == UInt8(ascii: ".") {
      position += 1
      try digits(from: start)
    }
    guard next | 0x20 == UInt8(ascii: "e") else { return }
    position += 1
    if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { position += 1 }
    try digits(from: start)
  }

  private mutating func digits(from start: Int) throws(JSONError) {
    guard (48...57).contains(next) else {
      throw JSONError(position < bytes.count ? .badNumber : .unexpectedEnd, at: start)
    }
    while (48...57).contains(next) { position += 1 }
  }

  /// The double written since `start`; an overflow, or an underflow to zero, is refused.
  private func fractional(from start: Int) throws(JSONError) -> JSON {
    let written = bytes[start..<position]
    guard let value = Double(String(decoding: written, as: UTF8.self)), value.isFinite,
      value != 0 || !hasSignificantDigit(written)
    else { throw JSONError(.numberOutOfRange, at: start) }
    guard value.magnitude <= Double(exact.upperBound) else { return .double(value) }
    let whole = Int(value)
    return Double(whole) == value ? .integer(whole) : .double(value)
  }

  /// An integer beyond `exact`, accepted only as RFC 8785 writes it: else a digit would be lost.
  private func largeInteger(from start: Int) throws(JSONError) -> JSON {
    let written = String(decoding: bytes[start..<position], as: UTF8.self)
    guard let value = Double(written), value.isFinite, es6(value) == Array(written.utf8)
    else { throw JSONError(.numberOutOfRange, at: start) }
    return .double(value)
  }

  private func hasSignificantDigit(_ written: ArraySlice<UInt8>) -> Bool {
    written.prefix { $0 | 0x20 != UInt8(ascii: "e") }.contains { (49...57).contains($0) }
  }
}

/// An integer as RFC 8785 §3.2.2.3 writes it: beyond `exact` it is written as a double.
func es6(_ value: Int) -> [UInt8] {
  exact.contains(value) ? Array(String(value).utf8) : es6(Double(value))
}

/// A double as ECMA-262 §6.1.6.1.20 writes it, from the shortest digits that read back the same.
///
/// What is not finite has no JSON form; it is written `null`, as `JSON.stringify` does.
func es6(_ value: Double) -> [UInt8] {
  guard value.isFinite else { return Array("null".utf8) }
  guard value != 0 else { return [48] }
  let (digits, exponent) = shortestDigits(value.magnitude)
  let sign: [UInt8] = value < 0 ? [UInt8(ascii: "-")] : []
  return sign + layOut(digits, exponent)
}

/// Digits `d₁d₂…` without outer zeros and the `n` for which the value is `0.d₁d₂… × 10ⁿ`.
private func shortestDigits(_ value: Double) -> (digits: [UInt8], exponent: Int) {
  var digits: [UInt8] = []
  var point: Int?
  var exponent = 0
  let written = Array(value.description.utf8)
  for (index, byte) in written.enumerated() {
    switch byte {
    case 48...57: digits.append(byte)
    case UInt8(ascii: "."): point = digits.count
    default:
      exponent = Int(String(decoding: written[(index + 1)...], as: UTF8.self)) ?? 0
      return trimmed(digits, (point ?? digits.count) + exponent)
    }
  }
  return trimmed(digits, point ?? digits.count)
}

private func trimmed(_ digits: [UInt8], _ exponent: Int) -> (digits: [UInt8], exponent: Int) {
  let zeros = digits.prefix { $0 == 48 }.count
  var rest = Array(digits.dropFirst(zeros))
  while rest.last == 48 { rest.removeLast() }
  return (rest, exponent - zeros)
}

/// Steps 6 to 10 of ECMA-262 Number::toString, with its n; `digits` are at most seventeen.
private func layOut(_ digits: [UInt8], _ n: Int) -> [UInt8] {
  let point = UInt8(ascii: ".")
  switch n {
  case digits.count...21:
    return digits + [UInt8](repeating: 48, count: n - digits.count)
  case 1...21: return digits[..<n] + [point] + digits[n...]
  case -5...0: return [48, point] + [UInt8](repeating: 48, count: -n) + digits
  default:
    let fraction = digits.count > 1 ? [point] + digits[1...] : []
    let power = "e\(n > 0 ? "+" : "-")\((n - 1).magnitude)"
    return digits[..<1] + fraction + Array(power.utf8)
  }
}
