import AppendLog
import Testing

@Suite("Lines that end with their checksum") struct SealedLineTests {
  private let line = SealedLine.sealing(Array(#"{"v":1,"n":1}"#.utf8))

  /// The checksum by zlib.
  @Test("the checksum is the last member")
  func form() {
    #expect(String(decoding: line, as: UTF8.self) == #"{"v":1,"n":1,"c":"e29c1efe"}"#)
    #expect(SealedLine.isSealed(line))
  }

  @Test("no byte can change, go or come")
  func changed() {
    for index in line.indices {
      var other = line
      other[index] ^= 1
      #expect(!SealedLine.isSealed(other))
      #expect(!SealedLine.isSealed(Array(line[..<index])))
      other = line
      other.insert(0x20, at: index)
      #expect(!SealedLine.isSealed(other))
    }
  }

  @Test("what is no object is not sealed, and sealing nothing fails on nothing")
  func strange() {
    for text in ["", "{", "}", "{}", #","c":"00000000"}"#, #"{,"c":"00000000"}"#] {
      #expect(!SealedLine.isSealed(Array(text.utf8)))
    }
    #expect(!SealedLine.isSealed(SealedLine.sealing([])))
  }
}
