import Course
import Testing

@Suite("Q19, a right answer that another statement gives") struct Q19GivenAwayTests {
  private static let answer = Draft(
    id: "RU01-001", marks: "x..",
    texts: ["Je préviens le service informatique.", "Je réponds.", "Je classe."])
  private static let word = Draft(
    id: "RU01-001", type: "texte", marks: "x", texts: ["invention"])

  /// The answer's question, then one of this statement; where Q19 speaks.
  private static func marks(
    _ statement: String, to answer: Draft = answer, fiche: String = "niveau : 2\nrefs : RU01",
    plan: String = "RU01 : 1"
  ) -> [String] {
    let other = Draft(
      id: "RU01-002", fiche: fiche, prompt: statement, marks: "x..",
      texts: ["Oui.", "Non.", "Plus tard."])
    var changes = Miniature.bank([answer, other])
    changes["evaluation.md"] = "# E\n<!--\nseuil : 4/5\n-->\n\n- \(plan)\n"
    return Miniature.marks("Q19", changes)
  }

  // The answer's question takes lines 3 to 14, a short one lines 3 to 12.
  @Test(
    "a statement that holds every long word of the answer is advised against, at its question",
    arguments: [
      "Je préviens le service informatique. Et ensuite ?",
      "Que dit le service informatique quand je préviens ?",
      "Les services informatiques. Je préviens.",
    ])
  func sentence(statement: String) {
    #expect(Self.marks(statement) == ["avertissement 01-essai/banque.md:15"])
  }

  @Test("it names the question whose answer it gives")
  func said() {
    let other = Draft(
      id: "RU01-002", prompt: "Je préviens le service informatique. Et ensuite ?", marks: "x..",
      texts: ["Oui.", "Non.", "Plus tard."])
    let found = Miniature.findings(Miniature.bank([Self.answer, other])).filter {
      $0.rule == "Q19"
    }
    #expect(found.map(\.problem) == ["Cet énoncé donne la réponse de RU01-001."])
  }

  @Test(
    "a word that is missing gives nothing away",
    arguments: [
      "Je préviens le service. Et ensuite ?", "Le service informatique répond. Et ensuite ?", "",
    ])
  func missing(statement: String) {
    #expect(Self.marks(statement) == [])
  }

  @Test("an answer of two long words is too short to be recognised")
  func twoStems() {
    var short = Self.answer
    short.texts[0] = "Je préviens le service."
    #expect(Self.marks("Je préviens le service. Et ensuite ?", to: short) == [])
  }

  @Test("a question may repeat its own answer")
  func itself() {
    var own = Self.answer
    own.prompt = "Je préviens le service informatique. Pourquoi ?"
    #expect(Self.marks("Que faire ensuite ?", to: own) == [])
  }

  @Test(
    "a short answer is looked for as a word",
    arguments: [
      ("Une invention arrive. Que faire ?", 1), ("Les inventions arrivent. Que faire ?", 0),
      ("INVENTION. Que faire ?", 1),
    ])
  func short(statement: String, findings: Int) {
    let marks = Self.marks(statement, to: Self.word)
    #expect(marks == (findings == 0 ? [] : ["avertissement 01-essai/banque.md:13"]))
  }

  @Test("four letters, or two words, are not looked for", arguments: ["faux", "fausse route"])
  func tooShort(answer: String) {
    var word = Self.word
    word.texts = [answer]
    #expect(Self.marks("Voici un faux, une fausse route.", to: word) == [])
  }

  private static let statement = "Je préviens le service informatique. Et ensuite ?"

  @Test(
    "banks of one line of the exam are read together, others apart",
    arguments: [
      ("RU01 : 1\n- DP : 1", 0), ("RU01, DP : 1", 1), ("DP : 1", 0), ("RU01, DP, SANDI : 2", 1),
    ])
  func strata(plan: String, findings: Int) {
    let fiche = "niveau : 2\nrefs : DP"
    #expect(Self.marks(Self.statement, fiche: fiche, plan: plan).count == findings)
  }

  @Test("the question that gives the answer may admit it")
  func admitted() {
    let fiche = "niveau : 2\nrefs : RU01\nadmis : Q19 les mots sont ceux de la charte"
    #expect(Self.marks(Self.statement, fiche: fiche) == [])
  }

  @Test("without an exam there is nothing to give away")
  func noPlan() {
    var changes = Miniature.bank([Self.answer, Self.answer])
    changes["evaluation.md"] = .some(nil)
    #expect(Miniature.marks("Q19", changes) == [])
  }
}
