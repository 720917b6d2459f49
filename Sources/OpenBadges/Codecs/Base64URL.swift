/// The base64url of RFC 7515 §2: no padding, no blank, one spelling for each value.
package enum Base64URL {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  /// Value of each byte; 64 for those outside the alphabet.
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 64, count: 256)
    for (value, letter) in alphabet.enumerated() { values[Int(letter)] = UInt8(value) }
    return values
  }()

  /// The letters of any bytes, as a text.
  package static func text(_ bytes: [UInt8]) -> String {
    String(decoding: encoded(bytes), as: UTF8.self)
  }

  /// The letters of any bytes.
  package static func encoded(_ bytes: [UInt8]) -> [UInt8] {
    let alphabet = alphabet
    var letters = [UInt8](repeating: 0, count: (bytes.count * 4 + 2) / 3)
    var place = 0
    var pending: UInt32 = 0
    var bits: UInt32 = 0
    for byte in bytes {
      pending = pending << 8 | UInt32(byte)
      bits += 8
      while bits >= 6 {
        bits -= 6
        letters[place] = alphabet[Int(pending >> bits & 63)]
        place += 1
      }
    }
    if bits > 0 { letters[place] = alphabet[Int(pending << (6 - bits) & 63)] }
    return letters
  }

  /// The bytes of `letters`; nil for padding, blanks, other letters or stray trailing bits.
  package static func decoded(_ letters: ArraySlice<UInt8>) -> [UInt8]? {
    guard letters.count % 4 != 1 else { return nil }
    let values = values
    var bytes = [UInt8](repeating: 0, count: letters.count * 3 / 4)
    var outside: UInt8 = 0
    var pending: UInt32 = 0
    var bits: UInt32 = 0
    var place = 0
    for letter in letters {
      let value = values[Int(letter)]
      outside |= value
      pending = pending << 6 | UInt32(value)
      bits += 6
      if bits >= 8 {
        bits -= 8
        bytes[place] = UInt8(truncatingIfNeeded: pending >> bits)
        place += 1
      }
    }
    // A second spelling of the same value would let a signed text be altered unseen.
    guard outside < 64, pending & (1 << bits - 1) == 0 else { return nil }
    return bytes
  }

  /// The bytes of a text in the alphabet.
  package static func decoded(_ text: String) -> [UInt8]? { decoded(Array(text.utf8)[...]) }
}
