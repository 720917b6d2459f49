import Display
import Glibc
import Testing

@Suite("Columns of a text")
struct TextWidthTests {
  @Test(
    "a text takes the columns a terminal gives it",
    arguments: [
      ("", 0), ("a", 1), ("é", 1), ("e\u{301}", 1), ("œuvre", 5), ("« à »", 5), ("漢字", 4),
      ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("👍", 2), ("👍🏽", 2), ("👩‍👩‍👧", 2), ("▸━─", 3),
      ("\u{A0}\u{202F}", 2), ("\u{200B}", 0), ("\u{1B}", 0), ("ﬁ", 1), ("Ａ", 2),
    ])
  func width(text: String, columns: Int) {
    #expect(text.columns == columns)
  }

  @Test("each scalar that may be shown is as wide as for the C library, by which curses counts")
  func outsideOpinion() throws {
    // glibc shows neither the function nor the mask to Swift; LC_CTYPE_MASK is 1 << LC_CTYPE.
    let symbol = try #require(dlsym(nil, "wcwidth"))
    let wcwidth = unsafeBitCast(symbol, to: (@convention(c) (wchar_t) -> Int32).self)
    let locale = try #require(newlocale(1 << LC_CTYPE, "C.UTF-8", nil))
    let before = uselocale(locale)
    defer {
      uselocale(before)
      freelocale(locale)
    }
    let differing = (UInt32(0x20)...0x2FFFF).filter { value in
      guard let scalar = Unicode.Scalar(value) else { return false }
      let text = String(Character(scalar))
      let theirs = Int(wcwidth(wchar_t(value)))
      return theirs >= 0 && text.printable == text && text.columns != theirs
    }
    // None on Debian 12; elsewhere, signs newer than one of the two tables.
    #expect(differing.count < 40, "\(differing.map { String($0, radix: 16) })")
    #expect(differing.allSatisfy { $0 > 0x2FF && !(0x2000...0x25FF).contains($0) })
  }
}

@Suite("Printable text")
struct PrintableTests {
  @Test(
    "what would act on a terminal is neutralised, the rest is kept",
    arguments: [
      ("à « l'été » : œuvre — 5 €", "à « l'été » : œuvre — 5 €"), ("\u{1B}[31mx", "[31mx"),
      ("a\tb", "a b"), ("a\nb", "a b"), ("a\r\nb", "a b"), ("a\u{2028}b", "a b"),
      ("\u{7}\u{0}\u{7F}", ""), ("\u{9B}2J", "2J"), ("a\u{202E}b\u{2066}c\u{2069}", "abc"),
      ("\u{200E}\u{61C}a\u{AD}b\u{200B}\u{FEFF}", "ab"), ("e\u{301}", "\u{E9}"),
      ("C\u{327}a", "\u{C7}a"), ("👩‍👩‍👧", "👩"), ("👍🏽", "👍"), ("🇫🇷", "FR"), ("❤️", "❤"), ("1️⃣", "1⃣"),
      ("\u{301}a", "a"), ("漢字", "漢字"), ("\u{378}", "\u{FFFD}"), ("", ""),
      ("a\u{A0}:\u{202F}b", "a\u{A0}:\u{202F}b"),
    ])
  func neutralised(text: String, expected: String) {
    #expect(Array(text.printable.unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test("neutralising twice is neutralising once", arguments: Hostile.texts)
  func idempotent(text: String) {
    #expect(Array(text.printable.unicodeScalars) == Array(text.printable.printable.unicodeScalars))
  }

  @Test(
    "no character is left without a column, nor with a crowd of marks", arguments: Hostile.texts)
  func columns(text: String) {
    #expect(text.printable.allSatisfy { $0.columns > 0 && $0.unicodeScalars.count < 8 })
  }
}
