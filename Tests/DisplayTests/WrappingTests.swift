import Display
import Testing

@Suite("Wrapping")
struct WrappingTests {
  @Test(
    "lines break where French allows it",
    arguments: [
      ("un deux trois", 8, ["un deux", "trois"]), ("un deux trois", 7, ["un deux", "trois"]),
      ("un  deux", 8, ["un  deux"]), ("  un deux  ", 4, ["un", "deux"]), ("", 5, []),
      ("   ", 5, []), ("un peut-être", 8, ["un peut-", "être"]), ("RU04-009", 6, ["RU04-0", "09"]),
      ("vu --aide", 6, ["vu", "--aide"]), ("un deux\u{A0}!", 8, ["un", "deux\u{A0}!"]),
      ("un deux !", 8, ["un", "deux !"]), ("dit « oui » fort", 8, ["dit", "« oui »", "fort"]),
      ("un\u{202F}mot si", 7, ["un\u{202F}mot", "si"]), ("abcdefgh", 3, ["abc", "def", "gh"]),
      ("« abcdef »", 4, ["«", "abcd", "ef »"]), ("ab 漢字漢字", 4, ["ab", "漢字", "漢字"]),
      ("漢字漢", 5, ["漢字", "漢"]), ("a漢", 1, ["a", "漢"]), ("abc", 0, ["a", "b", "c"]),
      ("abc", -4, ["a", "b", "c"]), ("e\u{301}e\u{301}e\u{301}", 2, ["éé", "é"]),
    ] as [(String, Int, [String])])
  func breaks(text: String, width: Int, lines: [String]) {
    #expect(Text(text).wrapped(at: width).map(\.plain) == lines)
  }

  @Test("roles go with their words, across lines")
  func roles() {
    let text = Text([Run("un ", .plain), Run("mot important ici", .strong), Run("."), Run(" fin")])
    #expect(
      text.wrapped(at: 10) == [
        Text([Run("un "), Run("mot", .strong)]), Text("important", .strong),
        Text([Run("ici", .strong), Run(". fin")]),
      ])
  }

  @Test("no line is wider than asked, and nothing but spaces is lost", arguments: Hostile.texts)
  func widths(text: String) {
    for width in [2, 3, 7, 34, 66] {
      let lines = Text(text).wrapped(at: width).map(\.plain)
      #expect(lines.allSatisfy { $0.columns <= width })
      #expect(lines.joined().filter { $0 != " " } == text.printable.filter { $0 != " " })
    }
  }
}
