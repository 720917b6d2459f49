/// One bit for each badge, and what a bit means (W3C Bitstring Status List v1.0).
public struct StatusList: Sendable, Hashable {
  /// What a set bit says of its badge.
  public enum Purpose: String, Sendable, Hashable, CaseIterable {
    /// Withdrawn for good.
    case revocation
    /// Withdrawn until further notice.
    case suspension
  }

  /// §3.1: a list is never shorter, so that one badge's bit is lost among many.
  package static let fewestIndexes = 131_072
  /// 8 388 608 badges; a list that expands beyond is refused unread.
  package static let mostBytes = 1 << 20

  /// What a set bit says.
  public let purpose: Purpose
  /// Index 0 is the highest bit of the first byte.
  private var bytes: [UInt8]

  /// A list in which no bit is set, of the shortest length allowed.
  public init(_ purpose: Purpose) {
    self.purpose = purpose
    bytes = [UInt8](repeating: 0, count: StatusList.fewestIndexes / 8)
  }

  /// A list of that many badges, none set; throws unless it is a multiple of 8 within the limits.
  public init(_ purpose: Purpose, indexes: Int) throws(StatusRefusal) {
    guard indexes >= StatusList.fewestIndexes, indexes % 8 == 0 else { throw .tooShort }
    guard indexes / 8 <= StatusList.mostBytes else { throw .tooLarge }
    self.purpose = purpose
    bytes = [UInt8](repeating: 0, count: indexes / 8)
  }

  /// The bits of a list that was read.
  init(_ purpose: Purpose, bytes: [UInt8]) throws(StatusRefusal) {
    guard bytes.count <= StatusList.mostBytes else { throw .tooLarge }
    guard bytes.count >= StatusList.fewestIndexes / 8 else { throw .tooShort }
    self.purpose = purpose
    self.bytes = bytes
  }

  /// How many badges it has room for.
  public var count: Int { bytes.count * 8 }

  /// The indexes that are set, in order.
  package var indexes: [Int] {
    bytes.indices.filter { bytes[$0] != 0 }.flatMap { place in
      (0..<8).filter { bytes[place] & 0x80 >> $0 != 0 }.map { place * 8 + $0 }
    }
  }

  /// Whether the bit of a badge is set; throws `.indexOutside`.
  public func holds(_ index: Int) throws(StatusRefusal) -> Bool {
    guard (0..<count).contains(index) else { throw .indexOutside }
    return bytes[index / 8] & (0x80 >> (index % 8)) != 0
  }

  /// Sets or clears the bit of a badge; throws `.indexOutside`.
  public mutating func set(_ index: Int, to value: Bool = true) throws(StatusRefusal) {
    guard (0..<count).contains(index) else { throw .indexOutside }
    let bit: UInt8 = 0x80 >> (index % 8)
    if value { bytes[index / 8] |= bit } else { bytes[index / 8] &= ~bit }
  }

  /// A free index, each as likely as another, or nil when `used` leaves none (§6.1 asks for chance).
  ///
  /// The generator is the caller's: a predictable one would tell the order of the badges.
  public func freeIndex(
    besides used: Set<Int>, using generator: inout some RandomNumberGenerator
  ) -> Int? {
    for _ in 0..<64 {
      let index = Int.random(in: 0..<count, using: &generator)
      if !used.contains(index) { return index }
    }
    // Nearly full: one walk costs less than more throws.
    let free = (0..<count).filter { !used.contains($0) }
    return free.randomElement(using: &generator)
  }
}

extension StatusList {
  /// `encodedList`: `u` and the base64url of the gzip of the bits, the same bytes at each run.
  ///
  /// Throws `.compression` only when memory is short.
  package func encoded() throws(StatusRefusal) -> String {
    guard let compressed = Gzip.compressed(bytes) else { throw .compression }
    return "u" + Base64URL.text(compressed)
  }

  /// Reads an `encodedList`; stops at `mostBytes`, however much the text would make.
  package init(_ purpose: Purpose, encoded: String) throws(StatusRefusal) {
    let letters = Array(encoded.utf8)
    guard letters.first == UInt8(ascii: "u"), let compressed = Base64URL.decoded(letters[1...])
    else { throw .encoding }
    switch Gzip.expanded(compressed, most: StatusList.mostBytes) {
    case .malformed: throw .compression
    case .tooLarge: throw .tooLarge
    case .bytes(let bytes): try self.init(purpose, bytes: bytes)
    }
  }
}
