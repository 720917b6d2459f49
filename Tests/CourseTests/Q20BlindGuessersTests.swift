import Course
import Testing

@Suite("Q20, people who look at the form alone") struct Q20BlindGuessersTests {
  /// A guesser, and what catches its eye rather than a plain option of the same length.
  private struct Lure: Sendable, CustomTestStringConvertible {
    var name: String
    var bright: String
    var plain: String

    var testDescription: String { name }
  }

  private static let prompt = "Une convention arrive. Que faire ?"
  private static let lures = [
    Lure(name: "la plus longue", bright: "Je relis la page.", plain: "Je relis."),
    Lure(
      name: "la plus nuancée", bright: "Je relis souvent ici.", plain: "Je relis partout ici."),
    Lure(name: "le plus d’échos", bright: "Je lis la convention.", plain: "Je lis la correction."),
  ]

  /// `caught` questions where the right option is the bright one, then others where a wrong one is.
  private static func bank(_ lure: Lure, caught: Int, of count: Int) -> [Draft] {
    (0..<count).map { index in
      Draft(
        prompt: prompt, marks: index < caught ? "x..." : ".x..",
        texts: [lure.bright, lure.plain, lure.plain, lure.plain])
    }
  }

  // Of 20 questions of four options, chance passes 8 less than once in twenty: 40 %.
  @Test("one who succeeds too often is an error of the exam", arguments: lures)
  private func found(lure: Lure) {
    #expect(Chances.binomialBound(20, oneIn: 4, level: 95) == 8)
    let changes = Miniature.bank(Self.bank(lure, caught: 9, of: 20))
    #expect(Miniature.marks("Q20", changes) == ["erreur evaluation.md:1"])
    let found = Miniature.findings(changes).first { $0.rule == "Q20" }
    let problem = found?.problem ?? ""
    #expect(problem.contains(lure.name) && problem.contains("45,0 %"), "\(problem)")
    #expect(problem.contains("25,0 % au hasard"))
    #expect(found?.advice.contains("40,0 % au plus") == true)
  }

  @Test("what chance may reach once in twenty is allowed", arguments: lures)
  private func allowed(lure: Lure) {
    let changes = Miniature.bank(Self.bank(lure, caught: 8, of: 20))
    #expect(Miniature.marks("Q20", changes) == [])
  }

  @Test("an admission changes nothing")
  func neverAdmitted() {
    var changes = Miniature.bank(
      Self.bank(Self.lures[0], caught: 20, of: 20), admitting: "Q20 une raison")
    changes["evaluation.md"] =
      "# E\n<!--\nseuil : 4/5\nadmis : Q20 une raison\n-->\n\n- RU01 : 1\n"
    #expect(Miniature.marks("Q20", changes) == ["erreur evaluation.md:1"])
  }

  private static func card(_ drafts: [Draft]) -> [String] {
    var changes = Miniature.bank(drafts)
    changes["evaluation.md"] = .some(nil)
    return QualityCard.lines(Miniature.files(changes), "- Choisir")
  }

  @Test("with many questions the limit is chance and five points")
  func manyQuestions() {
    // Of 240 questions, chance passes 71 less than once in twenty; 25 and 5 make 30 %, or 72.
    let card = Self.card(Self.bank(Self.lures[1], caught: 72, of: 240))
    #expect(
      card.first { $0.contains("nuancée") }
        == "- Choisir «\u{202F}la plus nuancée\u{202F}»\u{A0}: 30,0 %. Hasard\u{A0}: 25,0 %, limite\u{A0}: 30,0 %, sur 240 questions."
    )
  }

  @Test("a draw between several options counts for its chance")
  func ties() {
    // The right option is alone at the top, one of two, one of four, then not at the top.
    let drafts = [
      Draft.lengths(12, 9, 9, 9, marks: "x..."), .lengths(12, 12, 9, 9, marks: "x..."),
      .lengths(9, 9, 9, 9, marks: "x..."), .lengths(9, 12, 9, 9, marks: "x..."),
    ]
    // (1 + 1/2 + 1/4 + 0) / 4 = 43.75 %; at most 3 of 4, or 75 %, by chance (binomial at 95 %).
    #expect(Chances.binomialBound(4, oneIn: 4, level: 95) == 3)
    let longest = Self.card(drafts).first { $0.contains("longue") } ?? ""
    #expect(longest.contains(": 43,8 %. Hasard\u{A0}: 25,0 %, limite\u{A0}: 75,0 %"), "\(longest)")
    let echoes = Self.card(drafts).first { $0.contains("échos") } ?? ""
    #expect(echoes.contains(": 25,0 %."), "nothing echoes: a draw among four")
  }

  @Test("without a question of one right option nobody guesses")
  func empty() {
    #expect(Self.card([.boxes("xx.", type: "multiple")]) == [])
  }
}
