import Course
import Testing

@Suite("The exams that the card rehearses") struct ExamRehearsalTests {
  /// `count` questions of RU01 whose levels turn 1, 2, 3, dated the day of the miniature course.
  private static func bank(_ count: Int, review: String = "2027-05-21") -> [Draft] {
    (0..<count).map { index in
      var draft = Draft.boxes("x..")
      draft.fiche =
        "niveau : \(index % 3 + 1)\nrefs : RU01\nverifie : 2026-11-21\nrevoir : \(review)"
      return draft
    }
  }

  private static func card(_ drafts: [Draft], plan: String) -> [String] {
    var changes = Miniature.bank(drafts)
    changes["evaluation.md"] = "# E\n<!--\nseuil : 4/5\n-->\n\n- \(plan)\n"
    let all = QualityCard(Miniature.files(changes)).markdown.split(separator: "\n").map(String.init)
    let start = all.firstIndex(of: "## L’examen") ?? 0
    return all[(start + 1)...].prefix { !$0.hasPrefix("## ") }.map { $0 }
  }

  /// The figure between two words of a card: `4,8` is 4.8.
  private static func figure(
    _ lines: [String], after head: String, before tail: String
  ) -> Double? {
    for line in lines {
      guard let start = line.ranges(of: head).first?.upperBound,
        let end = line[start...].ranges(of: tail).first?.lowerBound
      else { continue }
      return Double(line[start..<end].replacing(",", with: ".").replacing("\u{A0}", with: ""))
    }
    return nil
  }

  @Test(
    "two exams of n questions out of N share n²/N, give or take what 200 pairs leave to chance",
    arguments: [(5, 20), (3, 30), (6, 12), (2, 50), (4, 4)])
  func shared(drawn: Int, all: Int) throws {
    let card = Self.card(Self.bank(all), plan: "RU01 : \(drawn)")
    let shared = try #require(
      Self.figure(card, after: "ont en commun ", before: " questions"), "\(card)")
    let n = Double(drawn)
    let count = Double(all)
    // The hypergeometric law: its variance, over 200 pairs, four deviations, and the rounding.
    let variance = n * n / count * (1 - n / count) * (count - n) / (count - 1)
    let margin = 4 * (variance / 200).squareRoot() + 0.05
    #expect(abs(shared - n * n / count) <= margin, "\(shared) for \(n * n / count)")
    let share = try #require(Self.figure(card, after: "questions, soit ", before: " %"))
    #expect(abs(share - 100 * shared / n) <= 100 * 0.05 / n + 0.05, "\(share) %")
    #expect(card.contains { $0.contains("Un examen compte \(drawn) questions.") })
  }

  @Test(
    "a new attempt repeats nothing, unless the bank is too small for two",
    arguments: [(5, 20, 0), (6, 12, 0), (6, 11, 1), (3, 5, 1), (4, 4, 4)])
  func retry(drawn: Int, all: Int, repeated: Int) {
    let card = Self.card(Self.bank(all), plan: "RU01 : \(drawn)")
    let said = card.filter { $0.hasPrefix("- Une nouvelle tentative") }
    #expect(
      said == [
        repeated == 0
          ? "- Une nouvelle tentative ne reprend aucune question de la précédente."
          : "- Une nouvelle tentative reprend \(repeated) questions de la précédente, au pire."
      ])
  }

  @Test("levels are those of the plan, on average")
  func levels() {
    let card = Self.card(Self.bank(30), plan: "RU01 : 3 (niveau 2, puis 1, puis 3)")
    #expect(
      card.contains {
        $0.hasSuffix(
          "En moyenne\u{A0}: niveau 1, 1,0\u{202F}; niveau 2, 1,0\u{202F}; niveau 3, 1,0.")
      }, "\(card)")
  }

  @Test(
    "an exam is whole after 7, 13 and 25 months, whatever has expired",
    arguments: ["2026-12-21", "2027-06-20", "2099-11-21"])
  func later(review: String) {
    let card = Self.card(Self.bank(12, review: review), plan: "RU01 : 4")
    for months in [7, 13, 25] {
      #expect(card.contains("- Dans \(months) mois, un examen en compte 4."), "\(card)")
    }
  }

  @Test("a bank that is too short shows in the length")
  func short() {
    let card = Self.card(Self.bank(3), plan: "RU01 : 9")
    #expect(card.first?.hasPrefix("- Un examen compte 3 questions.") == true)
    #expect(card.last == "- Dans 25 mois, un examen en compte 3.")
  }

  @Test("a plan of empty banks makes an exam of nothing, and no division by it")
  func empty() {
    let card = Self.card(Self.bank(3), plan: "DP : 6")
    #expect(card.first?.hasPrefix("- Un examen compte 0 questions.") == true)
    #expect(card.contains { $0.contains("0,0 questions, soit 0,0 %") })
  }
}
