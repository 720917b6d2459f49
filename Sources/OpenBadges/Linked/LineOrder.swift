/// The order of code points, which is that of UTF-8 bytes, eight at a time.
enum LineOrder {
  /// Whether the bytes of one place stand before those of another; nil when they are the same.
  static func precedes(
    _ left: Range<Int>, _ right: Range<Int>, in bytes: UnsafeRawBufferPointer
  ) -> Bool? {
    let shared = min(left.count, right.count)
    var offset = 0
    while offset + 8 <= shared {
      let one = word(at: left.lowerBound + offset, in: bytes)
      let other = word(at: right.lowerBound + offset, in: bytes)
      if one != other { return one < other }
      offset += 8
    }
    while offset < shared {
      let one = bytes[left.lowerBound + offset]
      let other = bytes[right.lowerBound + offset]
      if one != other { return one < other }
      offset += 1
    }
    return left.count == right.count ? nil : left.count < right.count
  }

  private static func word(at place: Int, in bytes: UnsafeRawBufferPointer) -> UInt64 {
    UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
  }
}
