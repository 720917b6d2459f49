import Terminal
import Testing

@Suite("Lines from bytes")
struct LineBufferTests {
  @Test(
    "a line holds what can be read of it",
    arguments: [
      ("oui", "oui"), ("", ""), ("oui\r", "oui"), ("a\tb", "a b"), ("é œ «\u{A0}»", "é œ «\u{A0}»"),
      ("\u{1B}[Aoui", "oui"), ("\u{1B}OAoui\u{7}", "oui"), ("a\u{0}b\u{8}c", "abc"),
      ("x\u{1B}", "x"),
      ("\u{1B}[200~a\rb\u{1B}[201~c", "a bc"), ("\u{4}\u{3}n", "n"),
    ])
  func cleaned(typed: String, line: String) {
    var buffer = LineBuffer()
    buffer.append((typed + "\n").utf8)
    #expect(buffer.next() == line)
    #expect(buffer.next() == nil)
    #expect(buffer.rest() == nil)
  }

  @Test("what is no UTF-8 is replaced")
  func invalid() {
    var buffer = LineBuffer()
    buffer.append([0x61, 0xE9, 0x62, 0x0A])
    #expect(buffer.next() == "a\u{FFFD}b")
  }

  @Test("lines come in order however the bytes are cut, and the last needs no end")
  func order() {
    var buffer = LineBuffer()
    for byte in "un\ndeux\n\ntr".utf8 { buffer.append([byte]) }
    #expect([buffer.next(), buffer.next(), buffer.next()] == ["un", "deux", ""])
    #expect(buffer.next() == nil)
    buffer.append("ois".utf8)
    #expect(buffer.rest() == "trois")
    #expect(buffer.rest() == nil)
  }

  @Test("an over-long line is cut at 64 KB and the next one is whole")
  func long() {
    var buffer = LineBuffer()
    buffer.append(repeatElement(UInt8(ascii: "a"), count: LineBuffer.limit + 10_000))
    buffer.append("\nb\n".utf8)
    #expect(buffer.next()?.utf8.count == LineBuffer.limit)
    #expect(buffer.next() == "b")
  }

  @Test("ISO 8859-15 is read as such")
  func latin9() {
    var buffer = LineBuffer(.latin9)
    buffer.append([0xE9, 0xBD, 0x0A])
    #expect(buffer.next() == "éœ")
  }
}
