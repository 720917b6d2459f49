/// Base58btc, the writing of multibase `z` (draft-msporny-base58): one spelling for each value.
package enum Base58 {
  private static let alphabet = Array(
    "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".utf8)

  /// Value of each byte; 58 for those outside the alphabet.
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 58, count: 256)
    for (value, letter) in alphabet.enumerated() { values[Int(letter)] = UInt8(value) }
    return values
  }()

  /// Digits worked on at once: 58⁵ fits in 32 bits.
  private static let group = 5
  private static let groupBase: UInt64 = 58 * 58 * 58 * 58 * 58

  /// The letters of any bytes; time grows with the square of their number, so keep them few.
  package static func encoded(_ bytes: [UInt8]) -> String {
    let zeros = bytes.prefix { $0 == 0 }.count
    var words = words(bytes)
    var digits: [UInt8] = []
    while !words.isEmpty {
      var rest = divide(&words)
      for _ in 0..<group {
        digits.append(UInt8(rest % 58))
        rest /= 58
      }
      if words.first == 0 { words.removeFirst() }
    }
    while digits.last == 0 { digits.removeLast() }
    digits.append(contentsOf: repeatElement(0, count: zeros))
    let alphabet = alphabet
    return String(decoding: digits.reversed().map { alphabet[Int($0)] }, as: UTF8.self)
  }

  /// The bytes of a text of 256 letters at most; nil for a longer one and for any other character.
  package static func decoded(_ text: some StringProtocol) -> [UInt8]? {
    let letters = Array(text.utf8)
    guard letters.count <= 256 else { return nil }
    let zeros = letters.prefix { $0 == alphabet[0] }.count
    var words: [UInt32] = []
    var start = zeros
    while start < letters.count {
      let end = min(start + group, letters.count)
      var (factor, value): (UInt64, UInt64) = (1, 0)
      for letter in letters[start..<end] {
        let digit = values[Int(letter)]
        guard digit < 58 else { return nil }
        (factor, value) = (factor * 58, value * 58 + UInt64(digit))
      }
      multiply(&words, by: factor, adding: value)
      start = end
    }
    let bytes = words.flatMap { word in
      (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - $0 * 8)) }
    }
    return [UInt8](repeating: 0, count: zeros) + bytes.drop { $0 == 0 }
  }

  /// The number that bytes write, from its highest 32 bits; nothing for zero.
  private static func words(_ bytes: [UInt8]) -> [UInt32] {
    let padding = [UInt8](repeating: 0, count: (4 - bytes.count % 4) % 4)
    let padded = padding + bytes
    let words = stride(from: 0, to: padded.count, by: 4).map { place in
      padded[place..<place + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    }
    return Array(words.drop { $0 == 0 })
  }

  /// Divides by 58⁵; returns the remainder.
  private static func divide(_ words: inout [UInt32]) -> UInt64 {
    var rest: UInt64 = 0
    for place in words.indices {
      rest = rest << 32 | UInt64(words[place])
      words[place] = UInt32(truncatingIfNeeded: rest / groupBase)
      rest %= groupBase
    }
    return rest
  }

  private static func multiply(_ words: inout [UInt32], by factor: UInt64, adding value: UInt64) {
    var carry = value
    for place in words.indices.reversed() {
      carry += UInt64(words[place]) * factor
      words[place] = UInt32(truncatingIfNeeded: carry)
      carry >>= 32
    }
    if carry > 0 { words.insert(UInt32(truncatingIfNeeded: carry), at: 0) }
  }
}
