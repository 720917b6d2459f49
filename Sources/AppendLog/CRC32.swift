/// The checksum of IEEE 802.3 (polynomial EDB88320, reflected), four bytes at a time.
enum CRC32 {
  /// Four tables of 256: the second to the fourth carry a byte one to three places further.
  private static let tables: [UInt32] = {
    var tables = (UInt32(0)..<256).map(divided)
    for place in 256..<1024 {
      let previous = tables[place - 256]
      tables.append(previous >> 8 ^ tables[Int(previous & 0xFF)])
    }
    return tables
  }()

  private static func divided(_ byte: UInt32) -> UInt32 {
    (0..<8).reduce(byte) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
  }

  static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    tables.withUnsafeBufferPointer { table in
      bytes.withUnsafeBufferPointer { bytes in checksum(bytes, table) }
    }
  }

  private static func checksum(
    _ bytes: UnsafeBufferPointer<UInt8>, _ table: UnsafeBufferPointer<UInt32>
  ) -> UInt32 {
    var value: UInt32 = ~0
    let whole = bytes.count & ~3
    for place in stride(from: 0, to: whole, by: 4) {
      value ^= UInt32(bytes[place])
      value ^= UInt32(bytes[place + 1]) << 8
      value ^= UInt32(bytes[place + 2]) << 16
      value ^= UInt32(bytes[place + 3]) << 24
      let near: UInt32 = table[768 + Int(value & 0xFF)] ^ table[512 + Int(value >> 8 & 0xFF)]
      let far: UInt32 = table[256 + Int(value >> 16 & 0xFF)] ^ table[Int(value >> 24)]
      value = near ^ far
    }
    for byte in bytes[whole...] { value = value >> 8 ^ table[Int((value ^ UInt32(byte)) & 0xFF)] }
    return ~value
  }

  /// The checksum as eight lower-case hexadecimal digits.
  static func digits(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let digits = String(checksum(bytes), radix: 16)
    return Array((String(repeating: "0", count: 8 - digits.count) + digits).utf8)
  }
}
