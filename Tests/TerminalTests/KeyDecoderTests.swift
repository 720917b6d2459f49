import Display
import Terminal
import Testing

@Suite("Keys from bytes")
struct KeyDecoderTests {
  @Test(
    "each known sequence is one key",
    arguments: [
      ("\u{1B}OA", .up), ("\u{1B}[A", .up), ("\u{1B}OB", .down), ("\u{1B}[B", .down),
      ("\u{1B}OC", .right), ("\u{1B}[C", .right), ("\u{1B}OD", .left), ("\u{1B}[D", .left),
      ("\u{1B}OH", .home), ("\u{1B}[H", .home), ("\u{1B}[1~", .home), ("\u{1B}[7~", .home),
      ("\u{1B}OF", .end), ("\u{1B}[F", .end), ("\u{1B}[4~", .end), ("\u{1B}[8~", .end),
      ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown), ("\u{1B}[3~", .delete),
      ("\u{7F}", .backspace), ("\u{8}", .backspace), ("\t", .tab), ("\r", .enter), ("\n", .enter),
      ("\u{1B}OM", .enter), ("\u{1B}Op", .character("0")), ("\u{1B}Oy", .character("9")),
      ("\u{3}", .interrupt), ("\u{4}", .endOfInput), ("\u{1}", .home), ("\u{5}", .end),
      ("\u{2}", .left), ("\u{6}", .right), ("\u{10}", .up), ("\u{E}", .down), ("\u{C}", .resize),
      // The modifiers of a keyboard change nothing.
      ("\u{1B}[1;5C", .right), ("\u{1B}[1;2A", .up), ("\u{1B}[3;5~", .delete),
      ("\u{1B}O5C", .right),
      ("\u{1B}[5;1~", .pageUp),
    ] as [(String, Key)])
  func known(bytes: String, key: Key) {
    #expect(keys(bytes) == [key])
  }

  @Test(
    "a sequence that is no key types nothing",
    arguments: [
      "\u{1B}[2~", "\u{1B}[15~", "\u{1B}[[A", "\u{1B}OP", "\u{1B}[Z", "\u{1B}[I", "\u{1B}[?62;22c",
      "\u{1B}[>1;2c", "\u{1B}[24;80R", "\u{1B}[<0;1;2M", "\u{1B}[;~", "\u{1B}[~", "\u{1B}[999999~",
      "\u{1B}[" + String(repeating: "9;", count: 500) + "~", "\u{0}", "\u{13}", "\u{1B}[11",
      "\u{85}", "\u{1B}O",
    ])
  func unknown(bytes: String) {
    #expect(keys(bytes + "z").filter { $0 != .character("z") }.isEmpty)
    #expect(keys(bytes).isEmpty)
  }

  @Test(
    "text is its characters, ć like the others",
    arguments: ["aéœçÀ", "ć", "€", "«\u{A0}oui\u{202F}»", "😀", "日本", "e\u{301}", "?1é"])
  func text(_ text: String) {
    #expect(keys(text) == text.unicodeScalars.map { .character(Character($0)) })
  }

  @Test(
    "bytes that are no UTF-8 take nothing with them",
    arguments: [
      ([0xE9, 0x61], "\u{FFFD}a"), ([0xC3, 0x61], "\u{FFFD}a"), ([0x80], "\u{FFFD}"),
      ([0xC0, 0x80], "\u{FFFD}\u{FFFD}"), ([0xED, 0xA0, 0x80, 0x62], "\u{FFFD}b"),
      ([0xF4, 0x90, 0x80, 0x80, 0x62], "\u{FFFD}b"), ([0xFF, 0xFE, 0x62], "\u{FFFD}\u{FFFD}b"),
      ([0xE2, 0x82], "\u{FFFD}"), ([0xE2, 0x1B, 0x5B, 0x41, 0x62], "\u{FFFD}b"),
    ] as [([UInt8], String)])
  func invalid(bytes: [UInt8], text: String) {
    let typed = decode(bytes).compactMap { key in
      if case .character(let character) = key { character } else { nil }
    }
    #expect(String(typed) == text)
  }

  @Test("ISO 8859-15 is read as such, its controls left out")
  func latin9() {
    var decoder = KeyDecoder(.latin9)
    decoder.feed([0xE9, 0xBD, 0xA4, 0x85, 0x61])
    #expect(
      taken(&decoder) == [.character("é"), .character("œ"), .character("€"), .character("a")])
  }

  @Test("a character cut between two reads waits for its rest, without any delay")
  func cutCharacter() {
    var decoder = KeyDecoder()
    decoder.feed([0xC3])
    #expect(decoder.next() == nil)
    #expect(decoder.patience == nil)
    decoder.feed([0xA9])
    #expect(decoder.next() == .character("é"))
  }

  @Test("a lone escape is a key after 25 ms, and never before")
  func loneEscape() {
    var decoder = KeyDecoder()
    decoder.feed([0x1B])
    #expect(decoder.patience == 25)
    #expect(decoder.next() == nil)
    decoder.giveUp()
    #expect(decoder.next() == .escape)
    #expect(decoder.patience == nil)
  }

  @Test("an escape and a letter delivered together are two keys")
  func escapeThenLetter() {
    #expect(keys("\u{1B}a") == [.escape, .character("a")])
    #expect(keys("\u{1B}\u{1B}[A") == [.escape, .up])
    #expect(keys("\u{1B}\r") == [.escape, .enter])
  }

  @Test("a slow arrow is an arrow, not letters")
  func slowArrow() {
    var decoder = KeyDecoder()
    decoder.feed([0x1B, 0x5B])
    #expect((decoder.patience ?? 0) >= 100)
    decoder.feed([0x41])
    #expect(taken(&decoder) == [.up])
  }

  @Test("keys do not depend on how the bytes are cut", arguments: 0..<40)
  func cuts(seed: UInt64) {
    var random = Draw(seed)
    let bytes = (0..<400).map { _ in random.byte() }
    var whole = KeyDecoder()
    whole.feed(bytes)
    var cut = KeyDecoder()
    for byte in bytes { cut.feed([byte]) }
    let expected = taken(&whole)
    #expect(taken(&cut) == expected)
    #expect(whole.patience == cut.patience)
    for case .character(let character) in expected {
      #expect(character.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
    }
  }

  private func keys(_ text: String) -> [Key] { decode(Array(text.utf8)) }

  private func decode(_ bytes: [UInt8]) -> [Key] {
    var decoder = KeyDecoder()
    decoder.feed(bytes)
    decoder.giveUp()
    return taken(&decoder)
  }
}

/// Every key that is ready.
func taken(_ decoder: inout KeyDecoder) -> [Key] {
  var keys: [Key] = []
  while let key = decoder.next() { keys.append(key) }
  return keys
}

/// Bytes among those that mean something to a terminal, the same for the same seed.
struct Draw {
  private static let meaning =
    Array("\u{1B}\u{1B}[O~;0123456789AzM\r\n\u{3}é€😀".utf8) + [0xFF, 0xC3]
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 2 &+ 1 }

  mutating func byte() -> UInt8 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Self.meaning[Int(state >> 33) % Self.meaning.count]
  }
}
