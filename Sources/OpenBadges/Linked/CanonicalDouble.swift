/// The text of an xsd:double that JSON-LD 1.1 API §8.6 asks for: `5.3E0`.
enum CanonicalDouble {
  /// Fifteen digits after the point, rounded to nearest, then without the zeros at the end.
  ///
  /// For a finite number that is not 0. The digits come from exact arithmetic: the shortest ones
  /// that read back the same are others, 8.3 for one, and the C library writes them by locale.
  static func text(_ value: Double) -> String {
    var (digits, exponent) = decimal(value.magnitude)
    while digits.count > 2, digits.last == 0 { digits.removeLast() }
    let fraction = digits.dropFirst().map(String.init).joined()
    exponent += digits[0] == 10 ? 1 : 0
    return "\(value < 0 ? "-" : "")\(digits[0] == 10 ? 1 : digits[0]).\(fraction)E\(exponent)"
  }

  /// Sixteen digits and the power of ten of the first one; after a carry the first may be 10.
  private static func decimal(_ value: Double) -> (digits: [Int], exponent: Int) {
    var remainder = Natural(value.significandBitPattern | (value.isNormal ? 1 << 52 : 0))
    var unit = Natural(1)
    let power = Int(value.exponentBitPattern) - (value.isNormal ? 1075 : 1074)
    if power < 0 { unit.double(-power) } else { remainder.double(power) }
    var exponent = 0
    while remainder < unit {
      remainder.multiply(by: 10)
      exponent -= 1
    }
    while true {
      var next = unit
      next.multiply(by: 10)
      guard next <= remainder else { break }
      unit = next
      exponent += 1
    }
    var digits: [Int] = []
    for _ in 0..<16 {
      digits.append(remainder.quotient(by: unit))
      remainder.multiply(by: 10)
    }
    roundUp(&digits, if: remainder, isOver: unit)
    return (digits, exponent)
  }

  /// Half goes to the even digit; `remainder` is ten times what the digits leave.
  private static func roundUp(_ digits: inout [Int], if remainder: Natural, isOver unit: Natural) {
    var half = unit
    half.multiply(by: 5)
    guard half < remainder || (half == remainder && digits[15] % 2 == 1) else { return }
    digits[15] += 1
    for place in stride(from: 15, to: 0, by: -1) where digits[place] == 10 {
      digits[place] = 0
      digits[place - 1] += 1
    }
  }
}

/// A whole number of any size, just for the digits of doubles.
private struct Natural: Comparable {
  /// From the lowest; no zero on top.
  private var words: [UInt32]

  init(_ value: UInt64) {
    words = [UInt32(truncatingIfNeeded: value), UInt32(truncatingIfNeeded: value >> 32)]
    trim()
  }

  mutating func multiply(by factor: UInt32) {
    var carry: UInt64 = 0
    for place in words.indices {
      carry += UInt64(words[place]) * UInt64(factor)
      words[place] = UInt32(truncatingIfNeeded: carry)
      carry >>= 32
    }
    if carry > 0 { words.append(UInt32(carry)) }
  }

  /// Multiplies by two that many times.
  mutating func double(_ times: Int) {
    multiply(by: 1 << UInt32(times % 32))
    words.insert(contentsOf: repeatElement(0, count: words.isEmpty ? 0 : times / 32), at: 0)
  }

  /// Leaves the remainder of a division whose quotient is below ten.
  mutating func quotient(by divisor: Natural) -> Int {
    var quotient = 0
    while divisor <= self {
      subtract(divisor)
      quotient += 1
    }
    return quotient
  }

  private mutating func subtract(_ other: Natural) {
    var borrow: Int64 = 0
    for place in words.indices {
      borrow += Int64(words[place]) - (place < other.words.count ? Int64(other.words[place]) : 0)
      words[place] = UInt32(truncatingIfNeeded: borrow)
      borrow >>= 32
    }
    trim()
  }

  private mutating func trim() { while words.last == 0 { words.removeLast() } }

  static func < (left: Natural, right: Natural) -> Bool {
    guard left.words.count == right.words.count else { return left.words.count < right.words.count }
    return left.words.reversed().lexicographicallyPrecedes(right.words.reversed())
  }
}
