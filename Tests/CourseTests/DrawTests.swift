import Course
import Testing

extension Sample {
  /// The exam of the blueprint: thirty questions in twelve strata.
  fileprivate static let examPlan = plan(
    (1...9).map { stratum("RU0\($0)", count: 2, levels: [[2], [1, 3]]) } + [
      stratum("SANDI", count: 4, distinctLetters: true),
      stratum("DP", count: 6, threshold: Threshold(5, outOf: 6)),
      stratum("TRANSVERSE", "NOTIONS", "TECHNO", count: 2),
    ])

  fileprivate static let examBanks =
    (1...9).flatMap { bank("RU0\($0)", count: 42) }
    + bank("SANDI", count: 20, letters: ["S", "A", "N", "D", "I"])
    + bank("DP", count: 36) + bank("TRANSVERSE", count: 12) + bank("NOTIONS", count: 6)
    + bank("TECHNO", count: 6)
}

extension ExamDraw {
  fileprivate init(_ questions: [Question], _ stratum: Stratum, avoiding avoided: Set<String> = [])
  {
    self.init(
      plan: Sample.plan([stratum]), questions: questions, avoiding: avoided, today: Sample.today)
  }

  /// The ids drawn with that seed.
  fileprivate func ids(_ seed: UInt64) -> [String] {
    var random = SplitMix64(seed: seed)
    return draw(with: &random).map(\.question)
  }
}

private func bank(of id: String) -> String { String(id.prefix { $0 != "-" }) }

@Suite("The draw of a whole exam") struct ExamDrawTests {
  private static let full = ExamDraw(
    plan: Sample.examPlan, questions: Sample.examBanks, today: Sample.today)
  private static let byID = Dictionary(uniqueKeysWithValues: Sample.examBanks.map { ($0.id, $0) })

  private func questions(_ seed: UInt64) -> [Question] {
    Self.full.ids(seed).compactMap { Self.byID[$0] }
  }

  @Test(
    "each stratum gives its number of questions, none twice", arguments: 0..<20 as Range<UInt64>)
  func counts(seed: UInt64) {
    let ids = Self.full.ids(seed)
    #expect(ids.count == 30)
    #expect(Set(ids).count == 30)
    let counts = Dictionary(grouping: ids, by: bank(of:)).mapValues(\.count)
    for number in 1...9 { #expect(counts["RU0\(number)"] == 2) }
    #expect(counts["SANDI"] == 4)
    #expect(counts["DP"] == 6)
    let others = ["TRANSVERSE", "NOTIONS", "TECHNO"].reduce(0) { $0 + (counts[$1] ?? 0) }
    #expect(others == 2)
  }

  @Test(
    "levels are those of the plan: one of level 2, one of level 1 or 3",
    arguments: 0..<20 as Range<UInt64>)
  func levels(seed: UInt64) {
    for (bank, questions) in Dictionary(grouping: questions(seed), by: \.bank)
    where bank.hasPrefix("RU") {
      #expect(questions.count { $0.level == 2 } == 1, "\(bank)")
    }
  }

  @Test("SANDI letters differ", arguments: 0..<20 as Range<UInt64>)
  func letters(seed: UInt64) {
    #expect(Set(questions(seed).compactMap(\.letter)).count == 4)
  }

  @Test("strata are mixed and no order of theirs shows")
  func mixed() {
    let firsts = Set((0..<40).compactMap { Self.full.ids($0).first.map(bank(of:)) })
    #expect(firsts.count > 6)
  }

  @Test(
    "a seed gives one draw, whatever the order of the banks", arguments: [0, 7, .max] as [UInt64])
  func deterministic(seed: UInt64) {
    var random = SplitMix64(seed: 1)
    let mixed = ExamDraw(
      plan: Sample.examPlan, questions: random.shuffled(Sample.examBanks), today: Sample.today)
    var first = SplitMix64(seed: seed)
    var second = SplitMix64(seed: seed)
    #expect(Self.full.draw(with: &first) == mixed.draw(with: &second))
    #expect(first == second)
    #expect(Self.full.ids(seed) != Self.full.ids(seed &+ 1))
  }

  @Test("each question comes with an order it accepts")
  func orders() {
    let questions = Sample.everyKind.map { question in
      var question = question
      question.bank = "DP"
      return question
    }
    let draw = ExamDraw(questions, Sample.stratum("DP", count: 9))
    for seed in 0..<100 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let drawn = draw.draw(with: &random)
      #expect(drawn.count == 9)
      for drawn in drawn {
        let question = questions.first { $0.id == drawn.question }
        #expect(question?.accepts(order: drawn.order) == true)
        if drawn.question == "ordonner" { #expect(question?.grade(drawn.order) == .wrong) }
      }
    }
  }

  @Test("two attempts share what chance gives, and nothing when the first is avoided")
  func sharing() {
    var shared = 0
    var previous = Set(Self.full.ids(1000))
    for seed in 1001...1300 as ClosedRange<UInt64> {
      let ids = Set(Self.full.ids(seed))
      shared += ids.intersection(previous).count
      previous = ids
    }
    // A question drawn with probability p is shared with p²:
    // 9 × (1/14 + 1/28) + 20 × (4/20)² + 36 × (6/36)² + 24 × (2/24)² ≈ 2.93.
    let average = Double(shared) / 300
    #expect((2.6...3.3).contains(average), "\(average)")

    for seed in 0..<20 as Range<UInt64> {
      let first = Set(Self.full.ids(seed))
      let again = ExamDraw(
        plan: Sample.examPlan, questions: Sample.examBanks, avoiding: first, today: Sample.today)
      let second = again.ids(seed)
      #expect(second.count == 30)
      #expect(first.isDisjoint(with: second))
    }
  }
}

@Suite("The draw of a stratum") struct StratumDrawTests {
  private static let seeds = 0..<60 as Range<UInt64>

  @Test("is frozen: the pool, the chosen, then the options are shuffled in turn")
  func frozen() {
    let draw = ExamDraw(Sample.bank("B", count: 4), Sample.stratum("B", count: 2))
    let expected: [UInt64: [DrawnQuestion]] = [
      0: [
        DrawnQuestion(question: "B-2", order: [3, 1, 2]),
        DrawnQuestion(question: "B-3", order: [2, 1, 3]),
      ],
      2026: [
        DrawnQuestion(question: "B-1", order: [3, 2, 1]),
        DrawnQuestion(question: "B-2", order: [3, 2, 1]),
      ],
    ]
    for (seed, questions) in expected {
      var random = SplitMix64(seed: seed)
      #expect(draw.draw(with: &random) == questions)
    }
  }

  @Test("every question comes as often as another")
  func even() {
    let draw = ExamDraw(Sample.bank("B", count: 12), Sample.stratum("B", count: 3))
    var counts: [String: Int] = [:]
    for seed in 0..<2_400 as Range<UInt64> {
      for id in draw.ids(seed) { counts[id, default: 0] += 1 }
    }
    #expect(counts.count == 12)
    #expect(counts.values.allSatisfy { (500...700).contains($0) })
  }

  @Test("two variants of one situation never meet, even from two strata")
  func families() {
    let questions = ["A", "B"].flatMap { bank in
      (0..<12).map { index in
        Sample.question(
          .single(Sample.options("x.")), id: "\(bank)-\(index)", family: "f\(index / 2)", bank: bank
        )
      }
    }
    let plan = Sample.plan([Sample.stratum("A", count: 3), Sample.stratum("B", count: 3)])
    let families = Dictionary(uniqueKeysWithValues: questions.map { ($0.id, $0.family) })
    let draw = ExamDraw(plan: plan, questions: questions, today: Sample.today)
    for seed in Self.seeds {
      let ids = draw.ids(seed)
      #expect(ids.count == 6)
      #expect(Set(ids.compactMap { families[$0] }).count == 6)
    }
  }

  @Test("the last level written serves the places after it")
  func lastLevel() {
    let stratum = Sample.stratum("B", count: 5, levels: [[2], [3]])
    let draw = ExamDraw(Sample.bank("B", count: 30), stratum)
    for seed in Self.seeds {
      let levels = draw.ids(seed).compactMap { Int($0.dropFirst(2)) }.map { ($0 - 1) % 3 + 1 }
      #expect(levels.sorted() == [2, 3, 3, 3, 3])
    }
  }

  @Test("another level is taken when the one wanted is missing")
  func missingLevel() {
    let easy = (0..<4).map {
      Sample.question(.single(Sample.options("x.")), id: "B-\($0)", level: 1, bank: "B")
    }
    #expect(ExamDraw(easy, Sample.stratum("B", count: 3, levels: [[2], [3]])).ids(1).count == 3)
  }

  @Test("a letter comes twice only when there are no more letters")
  func fewLetters() {
    let bank = Sample.bank("SANDI", count: 10, letters: ["S", "A"])
    let draw = ExamDraw(bank, Sample.stratum("SANDI", count: 4, distinctLetters: true))
    for seed in Self.seeds {
      let ids = draw.ids(seed)
      let letters = bank.filter { ids.contains($0.id) }.compactMap(\.letter)
      #expect(letters.count == 4)
      #expect(Set(letters) == ["S", "A"])
    }
  }

  @Test("letters may meet when the plan says nothing of them")
  func freeLetters() {
    let bank = Sample.bank("SANDI", count: 10, letters: ["S", "A", "N", "D", "I"])
    let draw = ExamDraw(bank, Sample.stratum("SANDI", count: 4))
    let met = Self.seeds.contains { seed in
      let ids = draw.ids(seed)
      return Set(bank.filter { ids.contains($0.id) }.compactMap(\.letter)).count < 4
    }
    #expect(met)
  }

  /// Five questions; the first `expired` are past their review date.
  private func bank(expired: Int) -> [Question] {
    (0..<5).map {
      Sample.question(
        .single(Sample.options("x.")), id: "B-\($0)", bank: "B",
        review: Day(number: Sample.today.number + ($0 < expired ? -1 : 0)))
    }
  }

  @Test("a question past its review date comes last, and never blocks")
  func expired() {
    for seed in Self.seeds {
      let ids = ExamDraw(bank(expired: 3), Sample.stratum("B", count: 2)).ids(seed)
      #expect(ids.sorted() == ["B-3", "B-4"])
      let more = ExamDraw(bank(expired: 3), Sample.stratum("B", count: 4)).ids(seed)
      #expect(Set(more).isSuperset(of: ["B-3", "B-4"]))
      #expect(more.count == 4)
      #expect(ExamDraw(bank(expired: 5), Sample.stratum("B", count: 4)).ids(seed).count == 4)
    }
  }

  @Test("the review date itself is not past")
  func reviewDay() {
    let question = bank(expired: 1)
    #expect(question[0].isExpired(on: Sample.today))
    #expect(!question[1].isExpired(on: Sample.today))
    #expect(!Sample.question(.single([])).isExpired(on: Sample.today))
  }

  @Test("a question past its review date is preferred to one already met")
  func expiredBeforeMet() {
    let draw = ExamDraw(
      bank(expired: 3), Sample.stratum("B", count: 2), avoiding: ["B-3", "B-4"])
    var drawn: Set<String> = []
    for seed in Self.seeds {
      let ids = draw.ids(seed)
      #expect(ids.count == 2)
      drawn.formUnion(ids)
    }
    #expect(drawn == ["B-0", "B-1", "B-2"])
  }

  @Test("those already met come back when the others are not enough, the fresh ones first")
  func metAtLast() {
    let draw = ExamDraw(
      bank(expired: 2), Sample.stratum("B", count: 4), avoiding: ["B-0", "B-1", "B-4"])
    for seed in Self.seeds {
      let ids = draw.ids(seed)
      #expect(ids.count == 4)
      // B-2 and B-3 are new, B-4 was met in time, one of B-0 and B-1 is met and expired.
      #expect(Set(ids).isSuperset(of: ["B-2", "B-3", "B-4"]))
    }
  }

  @Test("three attempts in a row: none meets the one before it, long after all has expired")
  func attempts() {
    let late = Day(number: Sample.today.number + 9_000)
    let plan = Sample.plan([Sample.stratum("B", count: 5)])
    let bank = Sample.bank("B", count: 12).map { question in
      var question = question
      question.review = Sample.today
      return question
    }
    for seed in Self.seeds {
      var previous: Set<String> = []
      for attempt in 0..<3 as Range<UInt64> {
        let draw = ExamDraw(plan: plan, questions: bank, avoiding: previous, today: late)
        let ids = Set(draw.ids(seed &* 3 &+ attempt))
        #expect(ids.count == 5 && ids.isDisjoint(with: previous))
        previous = ids
      }
    }
  }

  @Test("what was drawn before is avoided even at the price of another level")
  func avoidedBeforeLevel() {
    let draw = ExamDraw(
      Sample.bank("B", count: 6), Sample.stratum("B", count: 2, levels: [[2]]),
      avoiding: ["B-2", "B-5"])
    for seed in Self.seeds { #expect(Set(draw.ids(seed)).isDisjoint(with: ["B-2", "B-5"])) }
  }

  @Test("a bank too small for two attempts repeats as little as it can", arguments: [2, 3, 4, 5])
  func smallBank(size: Int) {
    let bank = Sample.bank("B", count: size)
    let stratum = Sample.stratum("B", count: 2)
    for seed in Self.seeds {
      let first = Set(ExamDraw(bank, stratum).ids(seed))
      let second = ExamDraw(bank, stratum, avoiding: first).ids(seed)
      #expect(second.count == 2)
      #expect(first.intersection(second).count == max(0, 4 - size))
    }
  }

  @Test("a bank too short gives what it has")
  func short() {
    #expect(ExamDraw(Sample.bank("B", count: 1), Sample.stratum("B", count: 6)).ids(1) == ["B-1"])
    let plenty = Sample.stratum("B", count: .max, levels: [[2], [1]], distinctLetters: true)
    #expect(ExamDraw(Sample.bank("B", count: 5), plenty).ids(1).count == 5)
    #expect(ExamDraw([], plenty).ids(1) == [])
    for count in [0, -1, .min] {
      #expect(ExamDraw(Sample.bank("B", count: 5), Sample.stratum("B", count: count)).ids(1) == [])
    }
  }

  @Test("a stratum without a question of the exam does not exist")
  func strata() {
    let questions =
      Sample.bank("A", count: 3)
      + [Sample.question(.single([]), id: "B-1", bank: "B", isForExam: false)]
    let plan = Sample.plan([
      Sample.stratum("A", count: 2), Sample.stratum("B", count: 2),
      Sample.stratum("C", count: 2), Sample.stratum("C", "A", count: 1),
    ])
    let draw = ExamDraw(plan: plan, questions: questions, today: Sample.today)
    #expect(draw.strata.map(\.name) == ["A", "C, A"])
    #expect(draw.ids(1).sorted() == ["A-1", "A-2", "A-3"])
    #expect(ExamDraw(plan: Sample.plan([]), questions: questions, today: Sample.today).ids(1) == [])
  }
}
