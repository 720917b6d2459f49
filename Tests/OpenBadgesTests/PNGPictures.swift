/// Pictures made without the code under test, to be whatever a forger would make them.
enum PNGPictures {
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  /// One black pixel.
  static let header = chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])
  static let pixels = chunk(
    "IDAT", [0x78, 0x9C, 0x63, 0x60, 0x00, 0x00, 0x00, 0x02, 0x00, 0x01])
  static let end = chunk("IEND", [])

  /// A whole picture, with other chunks between its header and its pixels.
  static func picture(_ chunks: [UInt8]...) -> [UInt8] {
    signature + header + chunks.flatMap(\.self) + pixels + end
  }

  static func chunk(_ kind: String, _ data: [UInt8]) -> [UInt8] {
    let body = Array(kind.utf8) + data
    return number(UInt32(data.count)) + body + number(checksum(body))
  }

  /// An `iTXt` chunk: keyword, flag, method, language, translated keyword, text.
  static func text(
    _ keyword: String, _ text: String, flag: UInt8 = 0, method: UInt8 = 0, language: String = "",
    translated: String = ""
  ) -> [UInt8] {
    let head = Array(keyword.utf8) + [0, flag, method] + Array(language.utf8) + [0]
    return chunk("iTXt", head + Array(translated.utf8) + [0] + Array(text.utf8))
  }

  static func number(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) }
  }

  /// The CRC-32 of PNG §5.5, bit by bit, as its sample code in annex D has it.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(UInt32.max) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
  }
}
