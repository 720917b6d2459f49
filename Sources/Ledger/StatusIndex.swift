/// The two lists that say what became of a badge (Bitstring Status List 1.0, one list a purpose).
package enum StatusPurpose: String, Sendable, Hashable, CaseIterable {
  /// Final.
  case revocation
  /// May be lifted.
  case suspension
}

/// The place of a badge in the status lists of one purpose.
package struct StatusIndex: Sendable, Hashable, Comparable {
  /// Which list, from 1; a new one is opened when half of the last is used.
  package var list: Int
  /// From 0 to 131 071, the first bit being the left-most.
  package var place: Int

  /// Bits of one list: the least that the standard allows, to hide each badge among many.
  package static let placesPerList = 131_072

  /// Checks nothing: a ledger refuses what is outside a list.
  package init(list: Int, place: Int) {
    self.list = list
    self.place = place
  }

  var isPlausible: Bool {
    (1...9999).contains(list) && (0..<StatusIndex.placesPerList).contains(place)
  }

  /// The earlier comes first.
  package static func < (left: StatusIndex, right: StatusIndex) -> Bool {
    (left.list, left.place) < (right.list, right.place)
  }
}

/// The places of one purpose that were ever given: never twice, not even after a purge.
struct UsedPlaces: Sendable, Hashable {
  private var lists: [Int: Bits] = [:]

  /// The newest list, from 1.
  private var last: Int { lists.keys.max() ?? 1 }

  func contains(_ index: StatusIndex) -> Bool { lists[index.list]?.contains(index.place) ?? false }

  mutating func insert(_ index: StatusIndex) {
    lists[index.list, default: Bits()].insert(index.place)
  }

  /// A place never given, drawn with `random`, which gives a number from 0 below its argument.
  func free(random: (_ bound: Int) -> Int) -> StatusIndex {
    let isHalfUsed = 2 * (lists[last]?.count ?? 0) >= StatusIndex.placesPerList
    let list = isHalfUsed ? last + 1 : last
    let bits = lists[list] ?? Bits()
    var place = 0
    // Half is free: sixty-four draws fail only when `random` is not random.
    for _ in 0..<64 {
      place = Int(random(StatusIndex.placesPerList).magnitude % UInt(StatusIndex.placesPerList))
      if !bits.contains(place) { return StatusIndex(list: list, place: place) }
    }
    while bits.contains(place) { place = (place + 1) % StatusIndex.placesPerList }
    return StatusIndex(list: list, place: place)
  }
}

/// The places of one list, a bit each.
private struct Bits: Sendable, Hashable {
  private var words = [UInt64](repeating: 0, count: StatusIndex.placesPerList / 64)
  private(set) var count = 0

  func contains(_ place: Int) -> Bool { words[place / 64] >> UInt64(place % 64) & 1 == 1 }

  mutating func insert(_ place: Int) {
    guard !contains(place) else { return }
    words[place / 64] |= 1 << UInt64(place % 64)
    count += 1
  }
}
