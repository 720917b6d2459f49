import Course
import Testing

@Suite("Q13, multiple choices that always have as many right options") struct Q13CountTests {
  private static func marks(_ boxes: [String], admitting: String? = nil) -> [String] {
    let drafts = boxes.map { Draft.boxes($0, type: "multiple") }
    return Miniature.marks("Q13", Miniature.bank(drafts, admitting: admitting))
  }

  @Test(
    "three with as many are advice, on the first line of the bank",
    arguments: [["xx.", "xx..", ".xx"], ["x..", ".x.", "..x", "x..."]])
  func found(boxes: [String]) {
    #expect(Self.marks(boxes) == ["avertissement 01-essai/banque.md:1"])
  }

  @Test(
    "two, or one that differs, say nothing",
    arguments: [["xx.", "xx."], ["xx.", "xx.", "x.."], ["xx.", "xx.", "xx.", "xxx."]])
  func quiet(boxes: [String]) {
    #expect(Self.marks(boxes) == [])
  }

  @Test("questions of one right option are not counted")
  func single() {
    let drafts = ["xx.", "xx."].map { Draft.boxes($0, type: "multiple") } + [.boxes("x..")]
    #expect(Miniature.marks("Q13", Miniature.bank(drafts)) == [])
  }

  @Test("what is said gives the number; the fiche of the bank may admit it")
  func admitted() {
    let drafts = Array(repeating: Draft.boxes("xx.", type: "multiple"), count: 3)
    let found = Miniature.findings(Miniature.bank(drafts)).filter { $0.rule == "Q13" }
    #expect(found.map { $0.problem.hasSuffix("toujours 2 bonnes réponses.") } == [true])
    #expect(Self.marks(["xx.", "xx.", "xx."], admitting: "Q13 trois questions seulement") == [])
  }
}

@Suite("Q14, affirmations too often true, or too often false") struct Q14ShareTests {
  /// `right` true affirmations out of `all`, four a question.
  private static func bank(_ right: Int, of all: Int, admitting: String? = nil) -> [String: String?]
  {
    let boxes = (0..<all).map { $0 < right ? "x" : "." }
    let drafts = stride(from: 0, to: all, by: 4).map { start in
      Draft.boxes(boxes[start..<min(start + 4, all)].joined(), type: "vrai-faux")
    }
    return Miniature.bank(drafts, admitting: admitting)
  }

  @Test("advice begins outside of 40 to 60 %, from ten affirmations on", arguments: 9...16)
  func share(all: Int) {
    for right in 0...all {
      let share = Double(right) / Double(all)
      let isFine = all < 10 || (0.4...0.6).contains(share)
      let marks = Miniature.marks("Q14", Self.bank(right, of: all))
      #expect(marks == (isFine ? [] : ["avertissement 01-essai/banque.md:1"]), "\(right) / \(all)")
    }
  }

  @Test("what is said gives both numbers; the fiche of the bank may admit it")
  func admitted() {
    let found = Miniature.findings(Self.bank(7, of: 10)).filter { $0.rule == "Q14" }
    #expect(found.map { $0.problem.hasSuffix("7 affirmations sur 10 sont vraies.") } == [true])
    #expect(Miniature.marks("Q14", Self.bank(7, of: 10, admitting: "Q14 voulu")) == [])
  }

  @Test("boxes of other kinds are no affirmations")
  func otherKinds() {
    let drafts = Array(repeating: Draft.boxes("xxx.", type: "multiple"), count: 4)
    #expect(Miniature.marks("Q14", Miniature.bank(drafts)) == [])
  }
}
