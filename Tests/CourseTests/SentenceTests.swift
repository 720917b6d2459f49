import Course
import Testing

/// Sentences and screens are measured through the findings they give.
@Suite struct SentenceTests {
  /// The number of words said of the only long sentence of a text, or nil.
  private func words(_ text: String) -> String? {
    let long = Miniature.findings(Miniature.screen(text)).filter { $0.rule == "Q15" }
    #expect(long.count <= 1)
    return long.first?.problem.split(separator: " ").first { $0.allSatisfy(\.isNumber) }.map(
      String.init)
  }

  private static let ten = Array(repeating: "mot", count: 10).joined(separator: " ")

  @Test(
    "a sentence ends at a mark followed by a capital, never at a colon or a semicolon",
    arguments: [
      ("\(ten) fin. \(ten) Fin.", Optional("22")), ("\(ten) fin. Et \(ten).", nil),
      ("\(ten) fin\u{A0}: et \(ten).", "22"), ("\(ten) fin\u{202F}; et \(ten).", "22"),
      ("\(ten) fin… et \(ten).", "22"), ("\(ten) fin… Et \(ten).", nil),
      ("\(ten) fin\u{202F}? Et \(ten).", nil), ("\(ten) L. 311 et \(ten).", "23"),
      ("\(ten) l’art. 4 et \(ten).", "23"), ("\(ten) 3.5 et \(ten).", "22"),
      ("«\u{202F}\(ten) fin.\u{202F}» Et \(ten).", nil),
      ("\(ten) «\u{202F}fin\u{202F}?\u{202F}» et \(ten).", "22"),
      ("\(ten) 40\u{202F}000 et \(ten).", "22"), ("\(ten) aujourd’hui l’IA et \(ten).", "23"),
      ("\(ten)\n\(ten) fin.", "21"), ("- \(ten)\n- \(ten) et la fin.", nil),
    ])
  func sentences(text: String, expected: String?) {
    #expect(words(text) == expected)
  }

  private func height(_ text: String) -> Bool {
    Miniature.findings(Miniature.screen(text)).contains {
      $0.rule == "Q22" && $0.severity == .error
    }
  }

  /// `count` times the same block, or item, and what stands between.
  struct Rows: Sendable {
    var row: String
    var count: Int
    var separator = "\n\n"
    var isTooHigh: Bool

    var text: String { Array(repeating: row, count: count).joined(separator: separator) }
  }

  private static func letters(_ count: Int, _ letter: String = "a") -> String {
    String(repeating: letter, count: count)
  }

  private static let rows: [Rows] = [
    Rows(row: "- Un.", count: 12, separator: "\n", isTooHigh: false),
    Rows(row: "- Un.", count: 13, separator: "\n", isTooHigh: true),
    // Six paragraphs and five blank lines are eleven lines.
    Rows(row: "Un.", count: 6, isTooHigh: false),
    Rows(row: "Un.", count: 7, isTooHigh: true),
    Rows(row: letters(66), count: 6, isTooHigh: false),
    Rows(row: letters(67), count: 6, isTooHigh: true),
    // A list takes three columns: 63 letters hold, 64 do not.
    Rows(row: "- " + letters(63), count: 12, separator: "\n", isTooHigh: false),
    Rows(row: "- " + letters(64), count: 7, separator: "\n", isTooHigh: true),
    // A line breaks at a space, but not at a no-break space.
    Rows(row: letters(33) + " " + letters(32), count: 6, isTooHigh: false),
    Rows(row: letters(40) + "\u{A0}a " + letters(40), count: 4, isTooHigh: false),
    Rows(row: letters(40) + " a\u{A0}" + letters(40), count: 4, isTooHigh: false),
    Rows(row: letters(30) + " " + letters(30) + "\u{A0}" + letters(30), count: 4, isTooHigh: false),
    // Wide characters take two columns.
    Rows(row: letters(33, "漢"), count: 6, isTooHigh: false),
    Rows(row: letters(34, "漢"), count: 6, isTooHigh: true),
    // Two spaces at the end force a line.
    Rows(row: "Un.  ", count: 13, separator: "\n", isTooHigh: true),
    Rows(row: "Un.", count: 13, separator: "\n", isTooHigh: false),
  ]

  @Test("twelve lines of 66 columns hold, a thirteenth does not", arguments: rows)
  func screens(rows: Rows) {
    #expect(height(rows.text) == rows.isTooHigh)
  }
}
