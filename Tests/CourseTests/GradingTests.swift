import Course
import Testing

/// A question's name, an answer in source order, its verdict.
typealias Graded = (name: String, answer: [Int], verdict: Verdict)

extension Sample {
  fileprivate static func named(_ name: String) throws -> Question {
    try #require(everyKind.first { $0.id == name })
  }
}

@Suite("Grading") struct GradingTests {
  static let table: [Graded] = [
    ("unique", [2], .right), ("unique", [1], .wrong), ("unique", [3], .wrong),
    ("multiple", [1, 3], .right), ("multiple", [3, 1], .right), ("multiple", [1], .partly),
    ("multiple", [1, 2, 3], .partly), ("multiple", [1, 2, 3, 4], .partly),
    ("multiple", [2, 4], .wrong), ("multiple", [2], .wrong),
    ("vrai-faux", [1, 0, 0], .right), ("vrai-faux", [0, 0, 0], .partly),
    ("vrai-faux", [1, 1, 0], .partly), ("vrai-faux", [0, 1, 1], .wrong),
    ("reperer", [2, 3], .right), ("reperer", [2], .partly), ("reperer", [1, 2, 3], .partly),
    ("reperer", [1, 4], .wrong),
    ("ordonner", [1, 2, 3, 4], .right), ("ordonner", [1, 3, 2, 4], .right),
    ("ordonner", [4, 3, 2, 1], .wrong), ("ordonner", [1, 2, 4, 3], .wrong),
    ("associer", [1, 3], .right), ("associer", [1, 2], .partly), ("associer", [3, 3], .partly),
    ("associer", [3, 1], .wrong), ("associer", [2, 2], .wrong),
    ("texte", [1], .right), ("texte", [2], .partly), ("texte", [0], .wrong),
    ("reecrire", [], .noted), ("reecrire", [1], .noted),
    ("cas", [1, 3], .right), ("cas", [1, 1], .partly), ("cas", [2, 3], .partly),
    ("cas", [2, 2], .wrong),
  ]

  @Test("an answer is worth what its kind says", arguments: table)
  func grades(row: Graded) throws {
    let question = try Sample.named(row.name)
    #expect(question.grade(row.answer) == row.verdict)
    #expect(question.isRight(row.answer) == (row.verdict == .noted ? nil : row.verdict == .right))
  }

  @Test(
    "an answer of the wrong shape is wrong",
    arguments: [
      ("unique", [[], [2, 2], [2, 1], [0], [4], [-2]]),
      ("multiple", [[], [1, 1, 3], [1, 3, 5], [0, 1, 3], [1, 3, -1]]),
      ("vrai-faux", [[], [1], [1, 0], [1, 0, 0, 0], [7, 8, 9]]),
      ("reperer", [[], [2, 2, 3], [2, 3, 9]]),
      ("ordonner", [[], [1, 2, 3], [1, 2, 3, 4, 5], [0, 1, 2, 3], [1, 1, 1, 1]]),
      ("associer", [[], [1], [1, 3, 2], [0, 0], [9, 9]]),
      ("texte", [[], [1, 1], [1, 2], [3], [-1]]),
      ("cas", [[], [1], [1, 3, 1], [0, 0], [3, 4]]),
    ])
  func misshapen(name: String, answers: [[Int]]) throws {
    let question = try Sample.named(name)
    for answer in answers { #expect(question.grade(answer) == .wrong, "\(answer)") }
  }

  @Test("a true-false value that is neither 1 nor 0 is not taken for false")
  func oddTruth() throws {
    #expect(try Sample.named("vrai-faux").grade([1, 7, -1]) == .partly)
  }

  @Test("no answer of an edited journal traps", arguments: Sample.everyKind)
  func hostile(question: Question) {
    for first in hostileIntegers {
      for answer in [[first], [first, first], [1, first], [first, 1, 1], [1, 0, first, 2]] {
        #expect(question.grade(answer) != .right, "\(answer)")
        #expect(question.fingerprint(of: answer).utf8.count == 4)
      }
    }
    let many = Array(repeating: 1, count: 10_000)
    #expect(question.isRight(many) != true)
    #expect(question.fingerprint(of: many).utf8.count == 4)
  }

  @Test(
    "a question without propositions has no right answer",
    arguments: [
      .single([]), .multiple([]), .spot([]), .trueFalse([]), .match([]), .short([]), .steps([]),
      .multiple(Sample.options("...")), .match([Sample.pair(nil, "leurre")]),
      .steps([Step(title: "", prompt: [], options: [])]),
    ] as [QuestionBody])
  func empty(body: QuestionBody) {
    let question = Sample.question(body)
    for answer in [[], [0], [1], [0, 0]] { #expect(question.grade(answer) == .wrong) }
  }

  @Test("an element is numbered from 1, and no number traps")
  func numbered() {
    let letters = ["a", "b"]
    #expect((0...3).map { letters.numbered($0) } == [nil, "a", "b", nil])
    #expect((-1...2).map { letters.at($0) } == [nil, "a", "b", nil])
    for number in [Int.min, -1, .max] {
      #expect(letters.numbered(number) == nil)
      #expect(letters.at(number) == nil)
    }
  }
}

@Suite("Fingerprint of an answer") struct FingerprintTests {
  private let single = Sample.question(.single([Sample.option("Un"), Sample.option("Été")]))

  @Test(
    "is FNV-1a of the chosen texts, folded to four hex digits",
    arguments: [([], "f011"), ([1], "3aaf"), ([2], "4a2c"), ([3], "f011")] as [([Int], String)])
  func frozen(answer: [Int], expected: String) {
    #expect(single.fingerprint(of: answer) == expected)
  }

  @Test("is frozen for the kinds whose meaning is more than a text")
  func frozenKinds() {
    let options = ["Un", "Deux", "Trois"].map { Sample.option($0) }
    #expect(Sample.question(.multiple(options)).fingerprint(of: [1, 3]) == "0432")
    #expect(
      Sample.question(.order(options, alsoAccepted: [])).fingerprint(of: [3, 1]) == "486d")
    #expect(Sample.question(.trueFalse(options)).fingerprint(of: [1, 0]) == "1e98")
    let pairs = [Sample.pair("A", "Un"), Sample.pair("B", "Deux")]
    #expect(Sample.question(.match(pairs)).fingerprint(of: [1, 2]) == "387d")
  }

  @Test("does not change when the propositions move")
  func moved() {
    let options = ["Un", "Deux", "Trois"].map { Sample.option($0) }
    let moved = Sample.question(.single([options[2], options[0], options[1]]))
    #expect(
      Sample.question(.single(options)).fingerprint(of: [1]) == moved.fingerprint(of: [2]))
  }

  @Test("changes with the wording of what was chosen, and of nothing else")
  func wording() throws {
    let before = Sample.question(.multiple(["Un", "Deux", "Trois"].map { Sample.option($0) }))
    let after = Sample.question(.multiple(["Un", "Deux !", "Trois"].map { Sample.option($0) }))
    #expect(before.fingerprint(of: [1, 2]) != after.fingerprint(of: [1, 2]))
    #expect(before.fingerprint(of: [1, 3]) == after.fingerprint(of: [1, 3]))
  }

  @Test("changes with the wording of either side of a pair")
  func pairs() {
    func print(_ left: String, _ right: String) -> String {
      Sample.question(.match([Sample.pair(left, right)])).fingerprint(of: [1])
    }
    #expect(Set([print("A", "un"), print("B", "un"), print("A", "deux")]).count == 3)
  }

  @Test("tells a true affirmation from a false one, and a step from another")
  func sides() throws {
    let truths = try Sample.named("vrai-faux")
    #expect(truths.fingerprint(of: [1, 0, 0]) != truths.fingerprint(of: [0, 0, 0]))
    let steps = try Sample.named("cas")
    #expect(steps.fingerprint(of: [1, 3]) != steps.fingerprint(of: [2, 3]))
  }

  @Test("says nothing of a rewritten text")
  func rewriting() throws {
    let question = try Sample.named("reecrire")
    #expect(question.fingerprint(of: []) == question.fingerprint(of: [1, 2, 3]))
  }

  @Test("rarely meets another: a thousand texts keep nearly a thousand marks")
  func spread() {
    let marks = (0..<1000).map {
      Sample.question(.single([Sample.option("Proposition \($0)")])).fingerprint(of: [1])
    }
    // 1000 of 65 536: about 7.6 pairs meet by chance.
    #expect(Set(marks).count > 970)
  }
}
