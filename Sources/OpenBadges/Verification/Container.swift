import JSON

/// The files a badge travels in, told apart by their first bytes: a name can lie.
enum Container {
  /// The longest file, in bytes.
  static let mostBytes = 2 << 20
  /// What a JSON text in such a file may be.
  static let limits = JSON.Limits(bytes: mostBytes, depth: 24)

  /// What a file holds, of either version; a token or a JSON text alone is told apart later.
  ///
  /// A `.jwt` file may end with one newline, as editors leave it; nothing else is tolerated.
  static func payload(of bytes: [UInt8]) throws(Flaw) -> BadgePayload {
    guard !bytes.isEmpty else { throw .empty }
    guard bytes.count <= mostBytes else { throw .tooLarge }
    if bytes.starts(with: PNGChunks.signature.prefix(4)) { return try payload(ofPNG: bytes) }
    switch bytes.first(where: { !isBlankOrMark($0) }) {
    case UInt8(ascii: "<") where isPage(bytes): throw .unknownContainer
    case UInt8(ascii: "<"): return try payload(ofSVG: bytes)
    case UInt8(ascii: "{"): return .document(bytes)
    case UInt8(ascii: "e") where looksLikeToken(bytes): return .token(withoutNewline(bytes))
    default: throw .unknownContainer
    }
  }

  private static func payload(ofPNG bytes: [UInt8]) throws(Flaw) -> BadgePayload {
    let reading = try PNGReading(bytes)
    if let badge = reading.badge { return badge }
    throw reading.hasOlderBadge ? .pngOlderBadge : .pngWithoutBadge
  }

  /// A Web page, saved in place of the picture.
  private static func isPage(_ bytes: [UInt8]) -> Bool {
    let start = bytes.drop(while: isBlankOrMark).prefix(14)
    let text = String(decoding: start, as: UTF8.self).lowercased()
    return text == "<!doctype html" || text.hasPrefix("<html")
  }

  /// Blanks and the bytes of a byte order mark.
  static func isBlankOrMark(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF: true
    default: false
    }
  }

  private static func payload(ofSVG bytes: [UInt8]) throws(Flaw) -> BadgePayload {
    let reading = try SVGReading(bytes)
    // One of each family too: two programs would show two different people.
    guard reading.badges.count <= 1 else { throw .svgSeveralBadges }
    guard let badge = reading.badges.first else {
      throw reading.hasOlderBadge ? .svgOlderBadge : .svgWithoutBadge
    }
    guard badge.isChildOfRoot else { throw .svgMisplacedBadge }
    switch (badge.edition, badge.verify, badge.body.isEmpty) {
    case (.credential, let verify?, true): return .token(verify)
    case (.credential, nil, false): return .document(badge.body)
    case (.assertion, let verify?, true): return .assertion(verify)
    case (.assertion, let address, false): return .hosted(badge.body, address: address)
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
