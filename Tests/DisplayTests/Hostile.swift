import Display

/// Texts that nobody should type, and somebody will.
enum Hostile {
  static let texts: [String] = [
    "", " ", "\u{1B}[31mrouge\u{1B}[0m", "\u{1B}]0;titre\u{7}", "avant\rapr\u{E8}s", "a\tb\nc\r\nd",
    "\u{0}\u{1}\u{7F}\u{9B}31m\u{85}", "e\u{301}te\u{301} no\u{308}e\u{308}l", "\u{301}seul",
    "👩‍👩‍👧‍👦 famille 🇫🇷 ❤️ 1️⃣ 👍🏽", "\u{1F3FB}", "漢字かな交じり文を書く", "한국어 \u{1112}\u{1161}\u{11AB}",
    "क्षेत्र", "مرحبا \u{202E}abc\u{202C}\u{2066}x\u{2069}", "a\u{200B}b\u{FEFF}c\u{AD}d\u{2060}e",
    "z" + String(repeating: "\u{334}\u{301}", count: 90), String(repeating: "long", count: 30),
    String(repeating: "漢", count: 50), String(repeating: "mot ", count: 90),
    "« Bonjour » : oui ; non ! vraiment ?", "peut-être RU04-009 --aide 2026-11-21",
    "\u{2028}\u{2029}\u{E000}\u{10FFFF}\u{FFFE}\u{378}", "A → B ≥ 5 • ▸ › ━ ─ █ ☑ ✓ ⇒",
    "\u{A0}\u{202F}collé\u{202F}:\u{A0}là", "<b>&amp;\"'</b>",
    "<\u{338}script>\"\u{301}&\u{301}lt;", "-", "--", "«", "»", ":",
    "🇫", "\u{200D}\u{200D}", "\u{E0067}\u{E007F}",
  ]

  /// A page with a text in every field.
  static func page(_ text: String) -> Document {
    let runs = Text(Role.allCases.map { Run(text, $0) })
    let inner: [Document.Block] = [
      .paragraph(runs), .list(ordered: true, [[.paragraph(runs), .paragraph(runs)], []]),
    ]
    return Document(
      place: Document.Place(
        long: text, short: text, spoken: text,
        counter: Document.Counter(text, .max, of: .min)),
      progress: .infinity, title: text,
      blocks: [
        .heading(runs), .paragraph(runs), .list(ordered: false, [inner, [], inner]), .quote(inner),
        .quote([]), .menu(menu(text), selected: 1), .menu([], selected: 7),
        .paragraph(runs), .choices(choices(text)), .choices([]),
        .facts([Document.Fact(text, text), Document.Fact("", text)]), .facts([]),
        .verdict(.right, runs), .verdict(.wrong, ""), .verdict(.partly, runs),
        .verdict(.noted, runs), .sample(.contrast, runs), nested(40),
        .bars([]), .bars(bars(text)),
      ],
      notice: runs, question: text, input: InputLine(text),
      bindings: [
        Binding(text, keys: [.enter], label: text, help: text),
        Binding(text, keys: [.character("?")], label: text, help: text),
        Binding(text, help: text), Binding(text, help: text, disabled: text),
      ])
  }

  private static func menu(_ text: String) -> [Document.MenuItem] {
    [
      Document.MenuItem(key: text, title: text, state: text, note: text),
      Document.MenuItem(key: "12345678901234567890", title: text, state: text, startsGroup: true),
      Document.MenuItem(key: "", title: ""),
    ]
  }

  private static func bars(_ text: String) -> [Document.Bar] {
    [
      Document.Bar(text, Text(text), value: .max, of: .min, before: .init(.min, of: .max)),
      Document.Bar("", value: 3, of: 0, before: .init(-4, of: 0)),
      Document.Bar(text, value: .max, of: 1),
    ]
  }

  private static func choices(_ text: String) -> [Document.Choice] {
    let marks: [Document.Choice.Mark] = [
      .none, .checked(true), .rank(.min), .rank(nil), .word(text), .word(nil),
    ]
    return marks.map { mark in
      Document.Choice(label: text, text: Text(text), mark: mark, isSelected: mark == .word(nil))
    }
  }

  private static func nested(_ depth: Int) -> Document.Block {
    (0..<depth).reduce(.paragraph("fond")) { block, level in
      level.isMultiple(of: 2) ? .list(ordered: false, [[block]]) : .quote([block])
    }
  }

  static let sizes: [(Int, Int)] = [
    (1, 1), (1, 40), (2, 2), (3, 60), (39, 24), (80, 11), (40, 12), (59, 15), (60, 16), (80, 24),
    (200, 60), (0, 0), (-5, -9),
  ]
}
