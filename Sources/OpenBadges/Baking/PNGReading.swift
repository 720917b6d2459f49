/// What a walk through a whole PNG finds: where a badge goes, and the badges that are there.
struct PNGReading {
  /// Just after the header, `IHDR`.
  private(set) var insertion = 0
  /// The one that is there.
  private(set) var badge: BadgePayload?
  /// A badge of Open Badges 1 is there: an address in a `tEXt` chunk.
  private(set) var hasOlderBadge = false

  private var hasPixels = false

  /// Reads all of it; a picture that is cut or damaged anywhere is refused.
  ///
  /// §5.6: `IHDR` comes first and once, `IEND` last and empty, with pixels between them.
  init(_ bytes: [UInt8]) throws(Flaw) {
    var chunks = try PNGChunks(bytes)
    guard let header = try chunks.next(), header.isOf("IHDR"), header.data.count == 13
    else { throw .pngMalformed }
    insertion = header.end
    while let chunk = try chunks.next() {
      if chunk.isOf("IEND") {
        guard hasPixels, chunk.data.isEmpty, chunk.end == bytes.count else { throw .pngMalformed }
        return
      }
      try note(chunk)
    }
    throw .pngMalformed
  }

  private mutating func note(_ chunk: PNGChunks.Chunk) throws(Flaw) {
    if chunk.isOf("IHDR") { throw .pngMalformed }
    if chunk.isOf("IDAT") { hasPixels = true }
    let isText = chunk.isOf("tEXt")
    guard isText || chunk.isOf("zTXt") || chunk.isOf("iTXt"),
      let edition = PNGReading.edition(of: chunk.data)
    else { return }
    if chunk.isOf("iTXt") { return try keep(chunk.data, as: edition) }
    guard isText, edition == .assertion else { throw isText ? .pngBadgeUnclear : .pngCompressed }
    hasOlderBadge = true
  }

  /// The family that a text chunk's keyword names, up to its first null; nil for any other text.
  private static func edition(of data: ArraySlice<UInt8>) -> BadgeEdition? {
    let keyword = data.prefix { $0 != 0 }
    guard keyword.endIndex < data.endIndex else { return nil }
    return BadgeEdition.allCases.first { keyword.elementsEqual($0.keyword.utf8) }
  }

  /// Open Badges, "Baked Badges": at most one, not compressed, no language, no translated keyword.
  private mutating func keep(
    _ data: ArraySlice<UInt8>, as edition: BadgeEdition
  ) throws(Flaw) {
    // One of each family too: two programs would show two different people.
    guard badge == nil else { throw .pngSeveralBadges }
    let rest = data.dropFirst(edition.keyword.utf8.count + 1)
    guard let flag = rest.first, rest.count >= 4 else { throw .pngBadgeUnclear }
    guard flag != 1 else { throw .pngCompressed }
    guard rest.prefix(4).allSatisfy({ $0 == 0 }), rest.count > 4 else { throw .pngBadgeUnclear }
    badge = BadgePayload(Array(rest.dropFirst(4)), of: edition)
  }
}
