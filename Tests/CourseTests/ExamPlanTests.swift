import Course
import Testing

@Suite struct ExamPlanTests {
  private func stratum(_ line: String) throws -> Stratum {
    let text = "# E\n<!--\nseuil : 24/30\n-->\n\n- \(line)\n"
    let plan = try #require(try Miniature.course(["evaluation.md": text]).examPlan())
    return try #require(plan.strata.first)
  }

  private static let place = Place(file: "evaluation.md", line: 6)

  @Test(
    "a stratum is written in the words of format.md §5",
    arguments: [
      ("RU01 : 2", Stratum(banks: ["RU01"], count: 2, place: place)),
      ("RU01\u{A0}: 2", Stratum(banks: ["RU01"], count: 2, place: place)),
      ("RU01: 2", Stratum(banks: ["RU01"], count: 2, place: place)),
      (
        "RU01 : 2 (niveau 2, puis 1 ou 3)",
        Stratum(banks: ["RU01"], count: 2, levels: [[2], [1, 3]], place: place)
      ),
      (
        "RU01 : 3 (niveau 1, puis niveau 2, puis 3)",
        Stratum(banks: ["RU01"], count: 3, levels: [[1], [2], [3]], place: place)
      ),
      (
        "SANDI : 4 (lettres différentes)",
        Stratum(banks: ["SANDI"], count: 4, distinctLetters: true, place: place)
      ),
      (
        "SANDI : 4 (niveau 2 ; lettres différentes), seuil 3/4",
        Stratum(
          banks: ["SANDI"], count: 4, levels: [[2]], distinctLetters: true,
          threshold: Threshold(3, outOf: 4), place: place)
      ),
      (
        "DP : 6, seuil 5/6",
        Stratum(banks: ["DP"], count: 6, threshold: Threshold(5, outOf: 6), place: place)
      ),
      (
        "TRANSVERSE, NOTIONS, TECHNO : 2",
        Stratum(banks: ["TRANSVERSE", "NOTIONS", "TECHNO"], count: 2, place: place)
      ),
    ])
  func read(line: String, expected: Stratum) throws {
    #expect(try stratum(line) == expected)
  }

  @Test(
    "what cannot be drawn is refused",
    arguments: [
      "RU01 : 0", "RU01 : deux", "RU01 : -1", " : 2", "RU01 : 1000", "RU01 : 2 (niveau 4)",
      "RU01 : 2 (niveau)", "RU01 : 2, seuil 3", "RU01 : 2, seuil 0/2", "RU01 : 2, seuil 1/0",
      "RU01 : 2, seuil 1/2/3", "RU01 : 2, seuil 9999/9999", "RU01 : 2 questions",
    ])
  func refused(line: String) {
    let error = #expect(throws: ContentError.self) { try stratum(line) }
    #expect(error?.place == Self.place)
  }

  @Test("a plan is read with what is said before it, and nothing after")
  func presentation() throws {
    let text = "# E\n<!--\nseuil : 1/2\n-->\n\nUn.\n\nDeux.\n\n- RU01 : 1\n"
    let plan = try #require(try Miniature.course(["evaluation.md": text]).examPlan())
    #expect(plan.presentation.plainText == "Un.\nDeux.")
    #expect(plan.threshold == Threshold(1, outOf: 2))
  }

  @Test(
    "a missing threshold, a missing list and a part too many are refused",
    arguments: [
      ("# E\n\n- RU01 : 1\n", 1), ("# E\n<!--\nseuil : 1/2\n-->\n\nUn.\n", 1),
      ("# E\n<!--\nseuil : 1/2\n-->\n\n- RU01 : 1\n\n## F\n\nUn.\n", 8),
    ])
  func incomplete(text: String, line: Int) throws {
    let course = try Miniature.course(["evaluation.md": text])
    let error = #expect(throws: ContentError.self) { try course.examPlan() }
    #expect(error?.place == Place(file: "evaluation.md", line: line))
  }
}
