import OpenBadges
import Testing

private typealias Purpose = StatusList.Purpose

private func encoded(_ compressed: [UInt8]) -> String { "u" + Forge.letters(compressed) }

private func list(_ encoded: String) throws -> StatusList {
  try StatusList(.revocation, encoded: encoded)
}

@Suite("Status lists, by published vectors") struct StatusVectorTests {
  /// The example of Bitstring Status List v1.0, §2.2: no bit is set.
  private static let empty =
    "uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA"
  /// The test list of 1EdTech's public validator: index 23 is set.
  private static let twentyThree =
    "uH4sIAAAAAAAA_-3BMQEAAAzDoMy_6cnoA9QFAAAAAAAAAAAAAAAAAAAAbD3uPa2cAEAAAA"

  @Test("the standard's empty list is read")
  func emptyList() throws {
    let list = try list(StatusVectorTests.empty)
    #expect(list.count == 131_072)
    #expect(list.indexes.isEmpty)
    #expect(list == StatusList(.revocation))
  }

  @Test("the validator's list has index 23, and is written byte for byte")
  func validatorList() throws {
    let read = try list(StatusVectorTests.twentyThree)
    #expect(read.indexes == [23])
    var made = StatusList(.revocation)
    try made.set(23)
    #expect(try made.encoded() == StatusVectorTests.twentyThree)
  }

  @Test("the empty list differs from the standard's by the byte that names the system")
  func emptyBytes() throws {
    let ours = try #require(
      Base64URL.decoded(String(StatusList(.revocation).encoded().dropFirst())))
    let theirs = try #require(Base64URL.decoded(String(StatusVectorTests.empty.dropFirst())))
    #expect(ours[9] == 255)
    #expect(theirs[9] == 3)
    #expect(ours[..<9] == theirs[..<9])
    #expect(ours[10...] == theirs[10...])
  }
}

@Suite("Status lists") struct StatusListTests {
  @Test(
    "index 0 is the highest bit of the first byte",
    arguments: [(0, 0, 0x80), (7, 0, 0x01), (8, 1, 0x80), (131_071, 16_383, 0x01)])
  func order(_ index: Int, _ place: Int, _ byte: UInt8) throws {
    var bytes = [UInt8](repeating: 0, count: 16_384)
    bytes[place] = byte
    #expect(try list(encoded(ZlibMaker.compressed(bytes))).indexes == [index])
    var made = StatusList(.revocation)
    try made.set(index)
    #expect(try made == list(encoded(ZlibMaker.compressed(bytes))))
  }

  @Test("bits are set, read, cleared, and come back from their text")
  func roundTrip() throws {
    var draw = Draw(state: 7)
    var made = try StatusList(.suspension, indexes: 200_000)
    var chosen: Set<Int> = []
    for _ in 0..<5000 { chosen.insert(draw.number(below: 200_000)) }
    for index in chosen { try made.set(index) }
    #expect(made.indexes == chosen.sorted())
    let again = try StatusList(.suspension, encoded: made.encoded())
    #expect(again == made)
    #expect(try again.encoded() == made.encoded())
    for index in chosen {
      #expect(try made.holds(index))
      try made.set(index, to: false)
      #expect(try !made.holds(index))
    }
    #expect(try made == StatusList(.suspension, indexes: 200_000))
    #expect(made != (try StatusList(.revocation, indexes: 200_000)))
  }

  @Test(
    "an index outside the list is refused, never taken for a good badge",
    arguments: [-1, 131_072, 131_073, .min, .max])
  func outside(_ index: Int) throws {
    var list = StatusList(.revocation)
    #expect(throws: StatusRefusal.indexOutside) { try list.holds(index) }
    #expect(throws: StatusRefusal.indexOutside) { try list.set(index) }
    #expect(list.indexes.isEmpty)
  }

  @Test(
    "a list is made within the limits only",
    arguments: [
      (0, StatusRefusal.tooShort), (131_064, .tooShort), (131_073, .tooShort), (-8, .tooShort),
      (.min, .tooShort), (8_388_616, .tooLarge), (.max - 7, .tooLarge),
    ])
  func limits(_ indexes: Int, _ refusal: StatusRefusal) {
    #expect(throws: refusal) { try StatusList(.revocation, indexes: indexes) }
  }

  @Test("the largest list is written and read")
  func largest() throws {
    var made = try StatusList(.revocation, indexes: 8_388_608)
    try made.set(8_388_607)
    #expect(try list(made.encoded()).indexes == [8_388_607])
  }

  @Test("a free index is never a used one, and falls everywhere")
  func freeIndex() throws {
    let list = StatusList(.revocation)
    var numbers = SplitMix(state: 1)
    var used: Set<Int> = []
    for _ in 0..<20_000 {
      let index = try #require(list.freeIndex(besides: used, using: &numbers))
      #expect((0..<list.count).contains(index))
      #expect(used.insert(index).inserted)
    }
    for part in 0..<16 {
      let found = used.count { $0 / 8192 == part }
      // 1 250 in each sixteenth, with a deviation of 34: seven of them.
      #expect((1010...1490).contains(found), "part \(part): \(found)")
    }
  }

  @Test("the last free indexes are found, then none")
  func lastIndexes() throws {
    let list = StatusList(.revocation)
    var numbers = SplitMix(state: 2)
    var used = Set(0..<list.count).subtracting([5, 77_777])
    let first = try #require(list.freeIndex(besides: used, using: &numbers))
    #expect([5, 77_777].contains(first))
    used.insert(first)
    #expect(list.freeIndex(besides: used, using: &numbers) == 77_782 - first)
    used.formUnion([5, 77_777])
    #expect(list.freeIndex(besides: used, using: &numbers) == nil)
  }
}

/// SplitMix64, so that a failure can be seen again.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

@Suite("Status lists that are damaged or lie") struct StatusHostileTests {
  private static let good = ZlibMaker.compressed(0, count: 16_384)

  @Test(
    "what is not u and strict base64url is refused",
    arguments: [
      "", "u", "H4sI", "z6Mk", "UH4sI", "u=", "u H4sI", "uH4sI\n", "uH4s+", "uH4s/", "uA",
    ])
  func letters(_ text: String) {
    let refusal: StatusRefusal = text == "u" || text == "uH4sI" ? .compression : .encoding
    #expect(throws: refusal) { try list(text) }
  }

  @Test("padding, and stray bits in the last letter, are refused")
  func padding() throws {
    let text = encoded(StatusHostileTests.good)
    #expect(throws: StatusRefusal.encoding) { try list(text + "=") }
    #expect(throws: StatusRefusal.encoding) { try list(text + "==") }
    let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    let accepted = alphabet.filter { (try? list(text.dropLast() + String($0))) != nil }
    #expect(accepted == String(text.suffix(1)))
  }

  @Test("a gzip cut anywhere is refused")
  func cut() {
    let good = StatusHostileTests.good
    for count in 0..<good.count {
      #expect(throws: StatusRefusal.compression, "\(count) bytes") {
        try list(encoded(Array(good.prefix(count))))
      }
    }
  }

  @Test("a changed bit is refused, or changes nothing that the list says", arguments: 0..<8)
  func bits(_ bit: Int) throws {
    var made = StatusList(.revocation)
    var draw = Draw(state: 3)
    for _ in 0..<200 { try made.set(draw.number(below: made.count)) }
    let good = try #require(Base64URL.decoded(String(made.encoded().dropFirst())))
    var refused = 0
    for place in good.indices {
      var altered = good
      altered[place] ^= 1 << bit
      let read = try? list(encoded(altered))
      #expect(read == nil || read == made, "byte \(place)")
      refused += read == nil ? 1 : 0
    }
    // The date and the two notes of the header mean nothing here.
    #expect(refused > good.count - 40)
  }

  @Test("nothing may follow the gzip, not even another")
  func trailing() {
    let good = StatusHostileTests.good
    for tail in [[0], [0x1F, 0x8B], good, Array("x".utf8)] as [[UInt8]] {
      #expect(throws: StatusRefusal.compression) { try list(encoded(good + tail)) }
    }
  }

  @Test("zlib, bare deflate and no compression are not gzip")
  func otherForms() {
    for window in [15, -15] as [Int32] {
      let bytes = ZlibMaker.compressed(0, count: 16_384, window: window)
      #expect(throws: StatusRefusal.compression) { try list(encoded(bytes)) }
    }
    #expect(throws: StatusRefusal.compression) {
      try list(encoded([UInt8](repeating: 0, count: 16_384)))
    }
  }

  @Test("every level of compression is read", arguments: 0...9 as ClosedRange<Int32>)
  func levels(_ level: Int32) throws {
    #expect(
      try list(encoded(ZlibMaker.compressed(0, count: 16_384, level: level)))
        == StatusList(.revocation))
  }

  @Test("a list that is too short is refused", arguments: [0, 1, 8192, 16_383])
  func short(_ count: Int) {
    #expect(throws: StatusRefusal.tooShort) {
      try list(encoded(ZlibMaker.compressed(0, count: count)))
    }
  }

  @Test("a list of one mebibyte is read, one byte more is not")
  func limit() throws {
    #expect(try list(encoded(ZlibMaker.compressed(0, count: 1 << 20))).count == 8_388_608)
    #expect(throws: StatusRefusal.tooLarge) {
      try list(encoded(ZlibMaker.compressed(0, count: 1 << 20 + 1)))
    }
    #expect(throws: StatusRefusal.tooLarge) {
      try list(encoded(ZlibMaker.compressed(0xFF, count: (1 << 20) + 1)))
    }
  }

  @Test("a bomb of 256 mebibytes stops at the first one")
  func bomb() {
    let text = encoded(ZlibMaker.compressed(0, count: 1 << 28, level: 1))
    let clock = ContinuousClock()
    let time = clock.measure {
      #expect(throws: StatusRefusal.tooLarge) { try list(text) }
    }
    #expect(time < .seconds(1))
  }

  @Test("random bytes after the gzip magic never make a list")
  func noise() {
    var draw = Draw(state: 99)
    for _ in 0..<2000 {
      let noise = (0..<draw.number(below: 100)).map { _ in UInt8(draw.number(below: 256)) }
      #expect(throws: (any Error).self) { try list(encoded([0x1F, 0x8B, 8, 0] + noise)) }
    }
  }

  @Test("each refusal has its own words, twenty at most", arguments: StatusRefusal.allCases)
  func sentences(_ refusal: StatusRefusal) {
    for sentence in refusal.sentence.split(separator: ". ") {
      #expect(sentence.split(separator: " ").count <= 20, "\(sentence)")
    }
    #expect(refusal.sentence.hasSuffix("."))
    #expect(StatusRefusal.allCases.count { $0.sentence == refusal.sentence } == 1)
  }
}
