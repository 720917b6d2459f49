/// A picture into which badges can be put, read once for as many badges as wanted.
public struct PNGTemplate: Sendable {
  private let head: ArraySlice<UInt8>
  private let tail: ArraySlice<UInt8>

  /// Refuses what is no whole PNG, or holds a badge of any version already.
  public init(_ bytes: [UInt8]) throws(Flaw) {
    let reading = try PNGReading(bytes)
    guard reading.badge == nil, !reading.hasOlderBadge else { throw .pngAlreadyBaked }
    head = bytes[..<reading.insertion]
    tail = bytes[reading.insertion...]
  }

  /// The picture with a badge in an `iTXt` chunk after its header (Open Badges, "Baked Badges").
  ///
  /// The bytes are those of the `.json`, `.jwt` or `.jws` file.
  public func baked(_ badge: BadgePayload) -> [UInt8] {
    // The null that ends the keyword, no compression, its method, no language, no translation.
    let data = Array(badge.edition.keyword.utf8) + [0, 0, 0, 0, 0] + badge.text
    var bytes: [UInt8] = []
    bytes.reserveCapacity(head.count + tail.count + data.count + 12)
    bytes += head
    bytes += PNGTemplate.number(UInt32(clamping: data.count))
    let start = bytes.count
    bytes += "iTXt".utf8
    bytes += data
    bytes += PNGTemplate.number(CRC32.of(bytes, start..<bytes.count))
    bytes += tail
    return bytes
  }

  /// Four bytes, the first being the highest.
  private static func number(_ value: UInt32) -> [UInt8] {
    stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: value >> $0) }
  }
}
