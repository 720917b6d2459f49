import Display
import Testing

@Suite("Terminals that show less")
struct PlainTextTests {
  @Test(
    "French in ASCII stays readable",
    arguments: [
      ("L'été à Noël, ça y est", "L'ete a Noel, ca y est"), ("ŒUVRE œuvre Æ", "OEUVRE oeuvre AE"),
      ("« oui » dit-il…", "\"oui\" dit-il..."), ("«\u{202F}oui\u{202F}»", "\"oui\""),
      ("l’outil “x”", "l'outil \"x\""), ("a\u{A0}: b\u{202F}!", "a : b !"), ("— – ‑", "- - -"),
      ("▸ ━━── ›", "> ==-- >"), ("• 4 · 5", "- 4 . 5"), ("e\u{301}te\u{301}", "ete"),
      ("12 €", "12 EUR"),
      ("É À Ç", "E A C"), ("漢字", "??"), ("x\u{302}", "x"), ("Żółć", "Zolc"), ("abc", "abc"),
      ("", ""),
      ("↑↓ ← →", "^v <- ->"),
    ])
  func ascii(text: String, expected: String) {
    #expect(text.ascii == expected)
  }

  @Test("any text becomes ASCII", arguments: Hostile.texts)
  func total(text: String) {
    #expect(text.ascii.utf8.allSatisfy { $0 < 0x80 })
    #expect(Glyphs.ascii.fit(text).utf8.allSatisfy { (0x20..<0x7F).contains($0) })
  }

  @Test(
    "the Linux console keeps its accents and gets signs of its font",
    arguments: [
      ("▸ été", "> été"), ("━━──", "==──"), ("a\u{202F}!", "a\u{A0}!"),
      ("l’outil ‘x’", "l'outil 'x'"),
      ("« œuvre »", "« œuvre »"), ("abc", "abc"),
    ])
  func limited(text: String, expected: String) {
    #expect(text.limitedGlyphs == expected)
  }

  @Test("every choice of glyphs leaves nothing a terminal would obey", arguments: Hostile.texts)
  func fit(text: String) {
    for glyphs in Glyphs.allCases {
      let fitted = glyphs.fit(text)
      #expect(fitted.printable == fitted)
    }
  }
}
