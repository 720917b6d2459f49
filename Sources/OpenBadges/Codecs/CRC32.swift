import CZlib

/// The CRC-32 of PNG (second edition, §5.5) and of gzip.
enum CRC32 {
  /// Of the bytes at `range`, which must lie within `bytes`.
  static func of(_ bytes: [UInt8], _ range: Range<Int>) -> UInt32 {
    bytes.withUnsafeBufferPointer { buffer in
      let part = UnsafeBufferPointer(rebasing: buffer[range])
      return UInt32(truncatingIfNeeded: crc32(0, part.baseAddress, uInt(clamping: part.count)))
    }
  }
}
