/// The checksum of IEEE 802.3 (polynomial EDB88320, reflected), as in gzip and PNG.
enum CRC32 {
  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { value, _ in
      value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1
    }
  }

  static func checksum(_ bytes: some Sequence<UInt8>) -> UInt32 {
    ~bytes.reduce(~0) { value, byte in
      value >> 8 ^ table[Int((value ^ UInt32(byte)) & 0xFF)]
    }
  }

  /// The checksum as eight lowercase hexadecimal digits.
  static func digits(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    let digits = String(checksum(bytes), radix: 16)
    return Array((String(repeating: "0", count: 8 - digits.count) + digits).utf8)
  }
}
