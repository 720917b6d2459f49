import Course
import Testing

@Suite("Q01, a right option often at the same place") struct Q01KeyPlaceTests {
  /// Counts of the right option by place, with χ² by hand and what it must exceed.
  private static let under = [
    [10, 2],  // 5.333 for 6.635
    [8, 4, 0],  // 8 for 9.210
    [8, 2, 1, 1],  // 11.333 for 11.345
    [8, 4, 1, 1, 1],  // 12.667 for 13.277
    [9, 2, 2, 2, 2, 1],  // 14.667 for 15.086
    [11, 0, 0],  // fewer than twelve questions
    [3, 3, 3, 3],
  ]
  private static let over = [
    [11, 1],  // 8.333 for 6.635
    [9, 2, 1],  // 9.5 for 9.210
    [8, 2, 2, 0],  // 12 for 11.345
    [8, 4, 2, 1, 0],  // 13.333 for 13.277
    [9, 3, 2, 2, 1, 1],  // 15.333 for 15.086
    [0, 0, 12],
  ]

  /// As many questions as the counts say, each with as many options as there are places.
  private static func bank(_ counts: [Int], options: Int? = nil) -> [Draft] {
    counts.enumerated().flatMap { place, count in
      let marks = (0..<(options ?? counts.count)).map { $0 == place ? "x" : "." }.joined()
      return Array(repeating: Draft.boxes(marks), count: count)
    }
  }

  private static func marks(_ counts: [Int], admitting: String? = nil) -> [String] {
    Miniature.marks("Q01", Miniature.bank(bank(counts), admitting: admitting))
  }

  @Test("places that chance could well give are left alone", arguments: under)
  func even(counts: [Int]) {
    #expect(Self.marks(counts) == [])
  }

  @Test("others are advice, on the first line of the bank", arguments: over)
  func uneven(counts: [Int]) {
    #expect(Self.marks(counts) == ["avertissement 01-essai/banque.md:1"])
  }

  @Test("the advice gives the counts, place by place")
  func said() {
    let found = Miniature.findings(Miniature.bank(Self.bank([9, 2, 1]))).filter { $0.rule == "Q01" }
    #expect(found.map { $0.problem.contains("(9, 2, 1)") } == [true])
    #expect(found.map { $0.problem.hasPrefix("RU01") } == [true])
  }

  @Test("the table of χ² agrees with its closed forms", arguments: 2...6)
  func closedForm(places: Int) {
    var random = SplitMix64(seed: UInt64(places))
    for _ in 0..<12 {
      var counts = Array(repeating: 0, count: places)
      // The lower of two draws: even enough to be left alone one time in two.
      for _ in 0..<(12 + random.number(below: 12)) {
        counts[min(random.number(below: places), random.number(below: places))] += 1
      }
      let chance = Chances.exceeding(Chances.distance(counts), freedom: places - 1)
      #expect(Self.marks(counts).isEmpty == (chance >= 0.01), "\(counts), \(chance)")
    }
  }

  @Test(
    "a place that few questions have is expected less often",
    arguments: [([8, 3, 1, 0], 0), ([9, 2, 1, 0], 1)])
  func mixed(counts: [Int], findings: Int) {
    // Six questions of three options and six of four: 3.5, 3.5, 3.5 and 1.5 expected.
    let drafts = Self.bank(counts, options: 3)
    let mixed = drafts.enumerated().map { index, draft in
      index.isMultiple(of: 2) ? draft : .boxes(draft.marks + ".")
    }
    // χ² is 9.14, then 12.57, for 11.345.
    #expect(Miniature.marks("Q01", Miniature.bank(mixed)).count == findings)
  }

  @Test("other kinds of question are not counted")
  func otherKinds() {
    let drafts = Array(repeating: Draft.boxes("x..", type: "multiple"), count: 12)
    #expect(Miniature.marks("Q01", Miniature.bank(drafts)) == [])
  }

  @Test("each bank is counted for itself")
  func banks() {
    let drafts = Self.bank([0, 0, 24]).enumerated().map { index, draft in
      var draft = draft
      draft.fiche = "niveau : 2\nrefs : \(index < 11 ? "RU01" : "DP")"
      return draft
    }
    let found = Miniature.findings(Miniature.bank(drafts)).filter { $0.rule == "Q01" }
    #expect(found.map { $0.problem.prefix(4) } == ["DP\u{A0}:"])
  }

  @Test("the fiche of the bank may admit it")
  func admitted() {
    #expect(Self.marks([12, 0, 0], admitting: "Q01 le papier est mélangé") == [])
    #expect(Self.marks([12, 0, 0], admitting: "Q02 autre chose").count == 1)
  }
}
