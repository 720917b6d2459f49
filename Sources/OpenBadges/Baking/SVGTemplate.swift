/// A picture into which badges can be put, read once for as many badges as wanted.
public struct SVGTemplate: Sendable {
  private let head: ArraySlice<UInt8>
  private let tail: ArraySlice<UInt8>

  /// Refuses what is no well-formed SVG, holds a badge already, or has nothing inside its root.
  public init(_ bytes: [UInt8]) throws(Flaw) {
    let reading = try SVGReading(bytes)
    guard reading.badges.isEmpty, !reading.hasOlderBadge else { throw .svgAlreadyBaked }
    guard !reading.hasEmptyRoot else { throw .svgOtherRoot }
    head = bytes[..<reading.insertion]
    tail = bytes[reading.insertion...]
  }

  /// The picture with a badge of either version as its first element (Open Badges 3.0, "Baked Badges").
  ///
  /// Throws `.notText` for bytes that XML cannot hold (XML 1.0 §2.2).
  public func baked(_ badge: BadgePayload) throws(Flaw) -> [UInt8] {
    let element = try BadgeElement(badge).bytes
    var bytes: [UInt8] = []
    bytes.reserveCapacity(head.count + tail.count + element.count)
    bytes += head
    bytes += element
    bytes += tail
    return bytes
  }
}
