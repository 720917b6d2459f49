import Course
import Testing

@Suite("Q16, lessons that are hard to read") struct Q16ReadabilityTests {
  /// A lesson whose title and only heading are « Le pot »: 4 words, 4 syllables, 2 sentences.
  private static func lesson(_ text: String, admitting: String? = nil) -> [String: String?] {
    let admitted = admitting.map { "\nadmis : \($0)" } ?? ""
    return [
      "01-essai/1-debut.md": """
      # Le pot
      <!--
      identifiant : L1.1
      duree : 5\(admitted)
      -->

      ## Le pot

      \(text)

      """
    ]
  }

  /// Sentences that share these words, the first of each with its capital.
  private static func sentences(_ words: [String], _ count: Int) -> String {
    let length = words.count / count
    return (0..<count).map { index in
      let part = words[(index * length)..<(index + 1) * length].joined(separator: " ")
      return part.prefix(1).uppercased() + part.dropFirst() + "."
    }.joined(separator: " ")
  }

  /// 96 words in three sentences, the first `long` of two syllables, the others of one.
  private static func text(long: Int) -> String {
    sentences((0..<96).map { $0 < long ? "tapis" : "pot" }, 3)
  }

  private static func said(_ changes: [String: String?]) -> String? {
    QualityCard.lines(Miniature.files(changes), "- L1.1, ").first
  }

  // 100 words, 5 sentences, 172 syllables: 207 − 1.015 × 20 − 73.6 × 1.72 = 60.108.
  // One syllable more: 59.372.
  @Test("from 60 up a lesson is plain, below it is advised against, at its title")
  func threshold() {
    #expect(Miniature.marks("Q16", Self.lesson(Self.text(long: 72))) == [])
    #expect(Self.said(Self.lesson(Self.text(long: 72)))?.hasSuffix("lisibilité 60.") == true)
    let hard = Self.lesson(Self.text(long: 73))
    #expect(Miniature.marks("Q16", hard) == ["avertissement 01-essai/1-debut.md:1"])
    #expect(Self.said(hard)?.hasSuffix("lisibilité 59.") == true)
    let found = Miniature.findings(hard).first { $0.rule == "Q16" }
    #expect(found?.problem.contains("(indice 59, 60 au moins)") == true)
  }

  @Test("the fiche of the lesson may admit it")
  func admitted() {
    let changes = Self.lesson(Self.text(long: 96), admitting: "Q16 les noms des services")
    #expect(Miniature.marks("Q16", changes) == [])
  }

  // « Le chat dort sur le tapis. »: 6 words, 7 syllables.
  @Test("a text of less than a hundred words is not measured")
  func short() {
    let sixteen = Array(repeating: "Le chat dort sur le tapis.", count: 16).joined(separator: " ")
    // 100 words, 18 sentences, 116 syllables: 207 − 5.639 − 85.376 = 115.985.
    #expect(Self.said(Self.lesson(sixteen))?.hasSuffix("lisibilité 115.") == true)
    let less = sixteen.replacing("le tapis.", with: "tapis.", maxReplacements: 1)
    #expect(Self.said(Self.lesson(less))?.hasSuffix("texte trop court pour mesurer.") == true)
    let hard = Array(repeating: "administration", count: 95).joined(separator: " ")
    #expect(Miniature.marks("Q16", Self.lesson(hard + ".")) == [])
    #expect(Miniature.marks("Q16", Self.lesson(hard + " administration.")).count == 1)
  }

  @Test(
    "syllables are those that are heard, a final silent one left out",
    arguments: [
      ("chat", 1), ("table", 1), ("tables", 1), ("vie", 1), ("idée", 2), ("données", 2),
      ("système", 2), ("Rennes", 1), ("œuvre", 1), ("agent", 2), ("l’agent", 2), ("tapis", 2),
      ("relecture", 3), ("vérifier", 3), ("aujourd’hui", 3), ("organisation", 5),
      ("e\u{301}te\u{301}", 2), ("RU04", 1),
    ])
  func syllables(word: String, count: Int) {
    // 96 times the word in one sentence: 100 words, 3 sentences, 4 + 96 n syllables.
    let text = Array(repeating: word, count: 96).joined(separator: " ") + "."
    let ease = 207 - 1.015 * 100 / 3 - 73.6 * Double(4 + 96 * count) / 100
    let said = Self.said(Self.lesson(text))
    #expect(said?.hasSuffix("lisibilité \(Int(ease)).") == true, "\(said ?? "")")
  }

  @Test("the questions of a lesson are read with it, those of the banks are not")
  func questions() {
    let hard = Array(repeating: "administration", count: 100).joined(separator: " ")
    let asked = Miniature.lesson.replacing("Que faire de ce courriel", with: hard)
    #expect(Miniature.marks("Q16", ["01-essai/1-debut.md": asked]).count == 1)
    let bank = Miniature.bank.replacing("L’outil cite un article de loi", with: hard)
    #expect(Miniature.marks("Q16", [Miniature.bankPath: bank]) == [])
  }
}
