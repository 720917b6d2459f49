import CZlib

/// Compressed bytes made without the code under test.
enum ZlibMaker {
  /// Bytes of one value, compressed as they come; `window` is 31 for gzip, 15 for zlib, -15 for
  /// neither.
  static func compressed(
    _ value: UInt8, count: Int, window: Int32 = 31, level: Int32 = 9
  ) -> [UInt8] {
    compressed(
      chunks: repeatElement([UInt8](repeating: value, count: 65_536), count: count / 65_536),
      last: [UInt8](repeating: value, count: count % 65_536), window: window, level: level)
  }

  static func compressed(_ bytes: [UInt8], window: Int32 = 31, level: Int32 = 9) -> [UInt8] {
    compressed(chunks: EmptyCollection(), last: bytes, window: window, level: level)
  }

  private static func compressed(
    chunks: some Sequence<[UInt8]>, last: [UInt8], window: Int32, level: Int32
  ) -> [UInt8] {
    var stream = z_stream()
    deflateInit2_(
      &stream, level, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    defer { deflateEnd(&stream) }
    var result: [UInt8] = []
    func add(_ bytes: [UInt8], _ flush: Int32) {
      var (input, output) = (bytes, [UInt8](repeating: 0, count: bytes.count + 131_072))
      let made = input.withUnsafeMutableBufferPointer { input in
        output.withUnsafeMutableBufferPointer { output in
          stream.next_in = input.baseAddress
          stream.avail_in = uInt(input.count)
          stream.next_out = output.baseAddress
          stream.avail_out = uInt(output.count)
          deflate(&stream, flush)
          return output.count - Int(stream.avail_out)
        }
      }
      result += output[..<made]
    }
    for chunk in chunks { add(chunk, Z_NO_FLUSH) }
    add(last, Z_FINISH)
    return result
  }
}
