import OpenBadges
import Testing

@Suite("Base58btc") struct Base58Tests {
  @Test(
    "the examples of the draft go both ways",
    arguments: [
      (Array("Hello World!".utf8), "2NEpo7TZRRrLZSi2U"),
      (
        Array("The quick brown fox jumps over the lazy dog.".utf8),
        "USm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z"
      ),
      ([0, 0, 0x28, 0x7F, 0xB4, 0xCD], "11233QC4"), ([], ""), ([0], "1"), ([0, 0, 0], "111"),
      ([57], "z"), ([58], "21"), ([255], "5Q"), ([0, 58], "121"),
    ] as [([UInt8], String)])
  func vectors(_ bytes: [UInt8], _ text: String) {
    #expect(Base58.encoded(bytes) == text)
    #expect(Base58.decoded(text) == bytes)
  }

  @Test("bytes of every length come back, zeros in front or not", arguments: 0...80)
  func roundTrip(_ length: Int) {
    var draw = Draw(state: UInt64(length) &* 0x9E37_79B9_7F4A_7C15 | 1)
    for zeros in [0, 1, 5] {
      let bytes =
        [UInt8](repeating: 0, count: zeros)
        + (0..<length).map { _ in UInt8(draw.number(below: 256)) }
      #expect(Base58.decoded(Base58.encoded(bytes)) == bytes)
    }
    let high = [UInt8](repeating: 0xFF, count: length)
    #expect(Base58.decoded(Base58.encoded(high)) == high)
  }

  @Test(
    "letters that look alike, blanks and signs are refused",
    arguments: [
      "0", "O", "I", "l", " 2g", "2g ", "2\ng", "2+g", "2=", "z6é", "\u{0}", "２g", "\u{212A}",
    ])
  func strictness(_ text: String) {
    #expect(Base58.decoded(text) == nil)
  }

  @Test("a text of 256 letters is read, a longer one is not")
  func bound() {
    #expect(Base58.decoded(String(repeating: "z", count: 256)) != nil)
    #expect(Base58.decoded(String(repeating: "z", count: 257)) == nil)
    #expect(Base58.decoded(String(repeating: "1", count: 1 << 20)) == nil)
  }

  @Test("each of the 58 letters stands for its value")
  func alphabet() {
    let letters = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
    for (value, letter) in letters.enumerated() {
      #expect(Base58.decoded("2\(letter)") == [UInt8(58 + value)])
    }
  }
}
