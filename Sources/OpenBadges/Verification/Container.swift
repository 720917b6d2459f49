/// The files a badge travels in, told apart by their first bytes: a name can lie.
enum Container {
  /// The compact token a file holds.
  ///
  /// A `.jwt` file may end with one newline, as editors leave it; nothing else is tolerated.
  static func token(in bytes: [UInt8]) throws(Flaw) -> [UInt8] {
    guard !bytes.isEmpty else { throw .empty }
    guard bytes.count <= SVGReading.mostBytes else { throw .tooLarge }
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) { throw .pngUnsupported }
    switch bytes.first(where: { !isBlankOrMark($0) }) {
    case UInt8(ascii: "<"): return try token(inSVG: bytes)
    case UInt8(ascii: "{"): throw .jsonUnsupported
    case UInt8(ascii: "e") where looksLikeToken(bytes): return withoutNewline(bytes)
    default: throw .unknownContainer
    }
  }

  /// Blanks and the bytes of a byte order mark.
  private static func isBlankOrMark(_ byte: UInt8) -> Bool {
    [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains(byte)
  }

  private static func token(inSVG bytes: [UInt8]) throws(Flaw) -> [UInt8] {
    let reading = try SVGReading(bytes)
    guard let badge = reading.badges.first else {
      throw reading.hasOlderBadge ? .svgOlderBadge : .svgWithoutBadge
    }
    guard reading.badges.count == 1 else { throw .svgSeveralBadges }
    guard badge.isChildOfRoot else { throw .svgMisplacedBadge }
    switch (badge.verify, badge.body.isEmpty) {
    case (let verify?, true): return verify
    case (nil, false): throw .jsonUnsupported
    default: throw .svgBadgeUnclear
    }
  }

  /// Base64url of anything that starts with `{` starts with `e`; what a token lacks is told later.
  private static func looksLikeToken(_ bytes: [UInt8]) -> Bool {
    bytes.count { $0 == UInt8(ascii: ".") } >= 1 && bytes.allSatisfy { $0 < 0x80 }
      && bytes.first == UInt8(ascii: "e") && bytes.prefix(9).allSatisfy { $0 > 0x20 }
  }

  private static func withoutNewline(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.last == 0x0A else { return bytes }
    let line = bytes.dropLast()
    return Array(line.last == 0x0D ? line.dropLast() : line)
  }
}
