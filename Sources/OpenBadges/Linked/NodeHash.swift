import Crypto

/// A SHA-256 in the order of its hexadecimal digits, which is the order of its bytes.
struct NodeHash: Hashable, Comparable {
  private var words: (UInt64, UInt64, UInt64, UInt64)

  /// Of pieces given one after the other.
  init(_ hasher: SHA256) {
    words = hasher.finalize().withUnsafeBytes { bytes in
      func word(_ place: Int) -> UInt64 {
        UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: place * 8, as: UInt64.self))
      }
      return (word(0), word(1), word(2), word(3))
    }
  }

  init(of bytes: [UInt8]) {
    var hasher = SHA256()
    bytes.withUnsafeBytes { hasher.update(bufferPointer: $0) }
    self.init(hasher)
  }

  /// Adds the sixty-four lower-case digits.
  func append(to bytes: inout [UInt8]) {
    for word in [words.0, words.1, words.2, words.3] {
      for shift in stride(from: 60, through: 0, by: -4) {
        let digit = UInt8(truncatingIfNeeded: word >> UInt64(shift) & 15)
        bytes.append(digit < 10 ? 48 + digit : 87 + digit)
      }
    }
  }

  static func == (left: NodeHash, right: NodeHash) -> Bool { left.words == right.words }
  static func < (left: NodeHash, right: NodeHash) -> Bool { left.words < right.words }
  func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
}
