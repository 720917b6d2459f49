import Course
import Testing

@Suite("Q02, the longest option is the right one") struct Q02LongestOptionTests {
  private static func departure(
    _ name: String, _ line: Int, _ draft: Draft, extra: String = "refs : RU01"
  ) -> Departure {
    Departure(
      name, "Q02", .warning, line, options: draft.options, type: draft.type, extra: extra)
  }

  private static let broken = [
    departure("29 characters, 20 at most elsewhere", 11, .lengths(29, 20, 9, marks: "x..")),
    departure("on the third line", 13, .lengths(5, 10, 15, marks: "..x")),
    departure("of two options", 12, .lengths(10, 15, marks: ".x")),
  ]

  private static let allowed = [
    departure("28 characters, 20 at most elsewhere", 11, .lengths(28, 20, 9, marks: "x..")),
    departure("a wrong option is the longest", 11, .lengths(10, 30, 10, marks: "x..")),
    departure("several right options", 11, .lengths(30, 9, 9, marks: "xx.", type: "multiple")),
    departure(
      "admitted", 11, .lengths(29, 20, 9, marks: "x.."),
      extra: "refs : RU01\nadmis : Q02 le nom du service est long"),
  ]

  @Test("more than 1.4 times as long is advice, at the option", arguments: broken)
  func found(departure: Departure) {
    #expect(departure.marks == [departure.mark])
  }

  @Test("up to 1.4 times, elsewhere, or admitted, nothing is said", arguments: allowed)
  func quiet(departure: Departure) {
    #expect(departure.marks == [])
  }

  @Test("lessons and situations are looked at too")
  func everywhere() {
    let long = "J’écris une demande générale, sans le nom ni la rue de cet habitant."
    let lesson = Miniature.lesson.replacing("J’écris une demande générale.", with: long)
    let scenarios = Miniature.scenarios.replacing("Une demande sans le nom.", with: long)
    let changes: [String: String?] = [
      "01-essai/1-debut.md": lesson, "01-essai/scenarios.md": scenarios,
    ]
    #expect(
      Miniature.marks("Q02", changes) == [
        "avertissement 01-essai/1-debut.md:24", "avertissement 01-essai/scenarios.md:27",
      ])
  }

  /// `longest` questions in which the right option is the longest, then others, all of `options`.
  private static func bank(_ longest: Int, of count: Int, options: Int) -> [Draft] {
    let marks = "x" + String(repeating: ".", count: options - 1)
    let texts = Array(repeating: Draft.text(10), count: options - 2)
    return (0..<count).map { index in
      let (right, wrong) = index < longest ? (12, 11) : (11, 12)
      return Draft(marks: marks, texts: [Draft.text(right), Draft.text(wrong)] + texts)
    }
  }

  /// Questions, options, and the most that chance reaches 99 times in a hundred, by hand.
  private static let bounds = [
    (4, 4, 3), (5, 4, 4), (7, 4, 5), (11, 4, 6), (14, 4, 8), (22, 4, 10), (9, 3, 6), (12, 2, 10),
  ]

  @Test("the bound of a bank is the binomial's at 99 %", arguments: bounds)
  func bound(count: Int, options: Int, bound: Int) {
    #expect(Chances.binomialBound(count, oneIn: options, level: 99) == bound)
    let allowed = Miniature.bank(Self.bank(bound, of: count, options: options))
    #expect(Miniature.marks("Q02", allowed) == [])
    let broken = Miniature.bank(Self.bank(bound + 1, of: count, options: options))
    let found = Miniature.findings(broken).filter { $0.rule == "Q02" }
    #expect(found.map(\.severity) == [.error])
    #expect(found.map(\.place) == [Place(file: Miniature.bankPath, line: 1)])
    #expect(found.allSatisfy { $0.problem.contains("\(bound + 1) fois sur \(count)") })
    #expect(found.allSatisfy { $0.advice.contains("\(bound) au plus") })
  }

  @Test("a bank of three questions is never too regular")
  func small() {
    #expect(Miniature.marks("Q02", Miniature.bank(Self.bank(3, of: 3, options: 4))) == [])
  }

  @Test(
    "questions of different sizes have each its own chance", arguments: [(4, 4, 0), (2, 5, 1)])
  func mixed(fours: Int, threes: Int, twos: Int) throws {
    let drafts =
      Self.bank(fours, of: fours, options: 4) + Self.bank(threes, of: threes, options: 3)
      + Self.bank(twos, of: twos, options: 2)
    let chances =
      Array(repeating: 1.0 / 4, count: fours) + Array(repeating: 1.0 / 3, count: threes)
      + Array(repeating: 1.0 / 2, count: twos)
    let bound = Chances.enumeratedBound(chances, level: 0.99)
    let found = try #require(
      Miniature.findings(Miniature.bank(drafts)).first { $0.rule == "Q02" })
    #expect(found.advice.contains("à \(bound) au plus"))
  }

  @Test("a tie at the top is not the longest")
  func tie() {
    let drafts = Array(repeating: Draft.lengths(12, 12, 9, 9, marks: "x..."), count: 9)
    #expect(Miniature.marks("Q02", Miniature.bank(drafts)) == [])
  }

  @Test("an error on a bank is never admitted")
  func neverAdmitted() {
    let bank = Miniature.bank(Self.bank(9, of: 9, options: 4), admitting: "Q02 une raison")
    #expect(Miniature.marks("Q02", bank) == ["erreur 01-essai/banque.md:1"])
  }
}
