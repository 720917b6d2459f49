import CZlib

/// The gzip of RFC 1952, the same bytes at each run, read with a limit.
enum Gzip {
  /// 15 bits of window; 16 more ask zlib for a gzip header and its checksum.
  private static let window: Int32 = 15 + 16
  /// The level at which other makers' published status lists come out byte for byte.
  private static let level: Int32 = 6
  /// Place of the byte that names the system, and its value for "unknown" (RFC 1952 §2.3.1).
  private static let system = (place: 9, unknown: UInt8(255))

  /// One member without date (zlib writes 0), name nor system; nil only when memory is short.
  static func compressed(_ bytes: [UInt8]) -> [UInt8]? {
    var stream = z_stream()
    guard
      deflateInit2_(
        &stream, level, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
        Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return nil }
    defer { deflateEnd(&stream) }
    let most = Int(clamping: deflateBound(&stream, uLong(bytes.count)))
    var (result, status) = run(&stream, on: bytes, most: most, deflate)
    guard status == Z_STREAM_END, result.count > system.place else { return nil }
    result[system.place] = system.unknown
    return result
  }

  /// What became of bytes that were said to be gzip.
  enum Outcome: Equatable {
    case bytes([UInt8])
    /// They would take more than was allowed.
    case tooLarge
    /// No gzip, cut short, false by its checksum, or followed by anything.
    case malformed
  }

  /// Reads one member that holds `most` bytes or fewer; never makes more than that.
  static func expanded(_ bytes: [UInt8], most: Int) -> Outcome {
    var stream = z_stream()
    guard
      inflateInit2_(&stream, window, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return .malformed }
    defer { inflateEnd(&stream) }
    let (result, status) = run(&stream, on: bytes, most: most + 1, inflate)
    if result.count > most { return .tooLarge }
    return status == Z_STREAM_END && stream.avail_in == 0 ? .bytes(result) : .malformed
  }

  /// Runs all the bytes through `step` in one call, into a room of `most` bytes.
  private static func run(
    _ stream: inout z_stream, on bytes: [UInt8], most: Int,
    _ step: (UnsafeMutablePointer<z_stream>, Int32) -> Int32
  ) -> ([UInt8], Int32) {
    var input = bytes
    var status = Z_ERRNO
    let result = input.withUnsafeMutableBufferPointer { input in
      [UInt8](unsafeUninitializedCapacity: most) { output, count in
        stream.next_in = input.baseAddress
        stream.avail_in = uInt(clamping: input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = uInt(clamping: most)
        status = step(&stream, Z_FINISH)
        count = most - Int(stream.avail_out)
      }
    }
    return (result, status)
  }
}
