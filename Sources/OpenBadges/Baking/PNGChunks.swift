/// A strict walk through the chunks of a PNG (second edition, §5); offsets count bytes from 0.
struct PNGChunks {
  /// One chunk whose length and checksum are right.
  struct Chunk {
    var kind: ArraySlice<UInt8>
    var data: ArraySlice<UInt8>
    /// Of the byte after its checksum.
    var end: Int

    func isOf(_ kind: StaticString) -> Bool {
      self.kind.elementsEqual(UnsafeBufferPointer(start: kind.utf8Start, count: 4))
    }
  }

  /// What every PNG starts with.
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  /// Many more than any picture of two mebibytes needs.
  static let mostChunks = 2048

  private let bytes: [UInt8]
  private var position = PNGChunks.signature.count
  private var count = 0

  init(_ bytes: [UInt8]) throws(Flaw) {
    guard bytes.count <= Container.mostBytes else { throw .tooLarge }
    guard bytes.starts(with: PNGChunks.signature) else { throw .pngMalformed }
    self.bytes = bytes
  }

  /// The next chunk; nil at the end of the bytes.
  mutating func next() throws(Flaw) -> Chunk? {
    guard position < bytes.count else { return nil }
    count += 1
    guard count <= PNGChunks.mostChunks else { throw .pngTooManyChunks }
    // Length, kind and checksum take twelve bytes.
    guard bytes.count - position >= 12 else { throw .pngMalformed }
    let length = Int(number(at: position))
    guard length <= bytes.count - position - 12 else { throw .pngMalformed }
    let (kind, data) = (position + 4, position + 8)
    let checksum = data + length
    guard bytes[kind..<data].allSatisfy(PNGChunks.isLetter),
      number(at: checksum) == CRC32.of(bytes, kind..<checksum)
    else { throw .pngMalformed }
    position = checksum + 4
    return Chunk(kind: bytes[kind..<data], data: bytes[data..<checksum], end: position)
  }

  /// Four bytes, the first being the highest.
  private func number(at place: Int) -> UInt32 {
    bytes[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 0x20) }
}
