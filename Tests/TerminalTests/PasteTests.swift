import Display
import Terminal
import Testing

@Suite("Bracketed paste")
struct PasteTests {
  private let start = "\u{1B}[200~"
  private let end = "\u{1B}[201~"

  @Test(
    "a paste is one key, its line ends kept, its controls left out",
    arguments: [
      ("bonjour", "bonjour"), ("a\rb", "a\nb"), ("a\r\nb\nc", "a\nb\nc"), ("", ""),
      ("a\tb", "a b"), ("é€😀", "é€😀"), ("x\u{1B}[31my", "x[31my"), ("\u{3}\u{4}z", "z"),
      ("\u{1B}[20", "[20"), ("\u{1B}\u{1B}[201", "[201"), ("\u{1B}[200~a", "[200~a"),
    ])
  func texts(pasted: String, text: String) {
    #expect(keys(start + pasted + end + "x") == [.paste(text), .character("x")])
  }

  @Test("an end mark right after an escape is still the end")
  func escapeBeforeEnd() {
    #expect(keys(start + "a\u{1B}" + end + "x") == [.paste("a"), .character("x")])
  }

  @Test(
    "what exceeds 64 KB is dropped, and no character is cut in two",
    arguments: ["a", "é", "€", "😀"])
  func long(character: String) {
    let pasted = String(repeating: character, count: 70_000)
    let found = keys(start + pasted + end + "\r")
    #expect(found.count == 2 && found.last == .enter)
    guard case .paste(let text) = found.first else {
      Issue.record("no paste")
      return
    }
    #expect(text.utf8.count <= KeyDecoder.pasteLimit)
    #expect(text.utf8.count > KeyDecoder.pasteLimit - 4)
    #expect(pasted.hasPrefix(text))
  }

  @Test("a paste whose end never comes is given after a second")
  func endless() {
    var decoder = KeyDecoder()
    decoder.feed((start + "abc\r").utf8)
    #expect(decoder.next() == nil)
    #expect(decoder.patience == 1000)
    decoder.giveUp()
    decoder.feed("d".utf8)
    #expect(taken(&decoder) == [.paste("abc\n"), .character("d")])
  }

  @Test("a paste in ISO 8859-15 is read as such")
  func latin9() {
    var decoder = KeyDecoder(.latin9)
    decoder.feed(Array(start.utf8) + [0xE9, 0x0D, 0xA4] + Array(end.utf8))
    #expect(taken(&decoder) == [.paste("é\n€")])
  }

  private func keys(_ text: String) -> [Key] {
    var decoder = KeyDecoder()
    decoder.feed(text.utf8)
    return taken(&decoder)
  }
}
