import Course
import Testing

@Suite("A short answer") struct ShortAnswerTests {
  private static let question = Sample.question(
    .short([
      Sample.option("la minimisation", true), Sample.option("l’anonymisation"),
      Sample.option("le DPO", true), Sample.option("données personnelles", true),
      Sample.option("réseau", true), Sample.option("personnes"), Sample.option("registre", true),
    ]))

  @Test(
    "matches without case, accents, article, punctuation or plural",
    arguments: [
      ("minimisation", 1), ("La Minimisation.", 1), ("  la   minimisation  ", 1),
      ("minimisations", 1), ("les minimisations !", 1), ("une minimisation", 1),
      ("de la minimisation", 1), ("ANONYMISATION", 2), ("l'anonymisation", 2),
      ("L’ANONYMISATION", 2), ("dpo", 3), ("D.P.O.", 3), ("le D. P. O.", 0), ("le dpo ?", 3),
      ("un DPO", 3),
      ("donnees personnelles", 4), ("Données personnelle", 4), ("des données personnelles", 4),
      ("donnée-personnelle", 4), ("donne\u{301}es personnelles", 4), ("reseaux", 5),
      ("les réseaux", 5), ("personne", 6),
    ])
  func matches(text: String, index: Int) {
    #expect(Self.question.match(text) == index)
  }

  @Test(
    "forgives one typing error over 8 letters",
    arguments: [
      ("minimsation", 1),  // one letter missing
      ("minnimisation", 1),  // one letter too many
      ("minimization", 1),  // one letter for another
      ("minimistaion", 1),  // two neighbours swapped
      ("inimisation", 1), ("minimisatio", 1), ("minimisatione", 1), ("imnimisation", 1),
      ("donnees personeles", 0),  // two errors
      ("minimsatoin", 0), ("donées personnelles", 4), ("donneespersonnelles", 4),
      ("persones", 6),  // nine letters as written
      ("registre", 7), ("regitre", 0), ("registree", 0),  // eight letters
      ("resaux", 0),  // six letters
      ("dpp", 0), ("dp", 0),
    ])
  func typing(text: String, index: Int) {
    #expect(Self.question.match(text) == index)
  }

  @Test(
    "matches nothing else",
    arguments: [
      "", " ", "...", "🙂", "la", "le", "l'", "minimi", "minimisation des données", "0", "\u{1B}",
      String(repeating: "minimisation ", count: 1_000), String(repeating: "é", count: 10_000),
      "m" + String(repeating: "\u{301}", count: 10_000),
    ])
  func nothing(text: String) {
    #expect(Self.question.match(text) == 0)
  }

  @Test("an exact answer wins over a close one written before it")
  func exactFirst() {
    let question = Sample.question(
      .short([Sample.option("anonymiser"), Sample.option("anonymisé", true)]))
    #expect(question.match("anonymise") == 2)
    #expect(question.match("anonymiser") == 1)
  }

  @Test("an article alone is an answer when it is one")
  func articleAnswer() {
    #expect(Sample.question(.short([Sample.option("La", true)])).match("la !") == 1)
  }

  @Test("an empty proposition is never matched")
  func emptyProposition() {
    let question = Sample.question(.short([Sample.option("…", true), Sample.option("", true)]))
    #expect(["", "…", "a"].map(question.match) == [0, 0, 0])
  }

  @Test("no other kind is matched", arguments: Sample.everyKind.filter { $0.id != "texte" })
  func otherKinds(question: Question) {
    #expect(question.match("p1") == 0)
  }
}

@Suite("A rewritten request") struct RewritingTests {
  private static let rewriting = Rewriting(
    forbidden: [
      Sample.option("Mme Vasseur"), Sample.option("12 rue des Lilas"), Sample.option("née"),
    ],
    expected: [
      .init(name: "le destinataire", anyOf: ["agent", "usager"], place: Sample.place),
      .init(name: "la longueur", anyOf: ["lignes", "court", "une page"], place: Sample.place),
    ],
    checklist: [])

  private func review(_ text: String) -> ([String], [String]) {
    let review = Self.rewriting.review(text)
    return (review.present.map(\.text.plainText), review.missing.map(\.name))
  }

  @Test("finds what should have gone, by words and without accents")
  func forbidden() {
    #expect(
      review("Écrivez à MME   VASSEUR, 12, rue des lilas, une page, usager.").0
        == ["Mme Vasseur", "12 rue des Lilas"])
    #expect(review("mme vasseur").0 == ["Mme Vasseur"])
    #expect(review("Mme Vasseurs").0 == ["Mme Vasseur"], "a word may go on")
    #expect(review("Femme Vasseur").0 == [], "a word begins where it begins")
    #expect(review("Mme, puis Vasseur").0 == [], "the words of a phrase follow one another")
  }

  @Test("a forbidden word is found at the beginning of a word only")
  func beginnings() {
    #expect(review("une personne née en mai").0 == ["née"])
    #expect(review("la journée").0 == [])
    #expect(review("née").0 == ["née"])
    #expect(review("NE\u{301}E").0 == ["née"], "composed or not")
  }

  @Test("finds what is missing, any of its words being enough")
  func expected() {
    #expect(review("Une lettre courte pour un usager.").1 == [])
    #expect(review("Une lettre pour les agents.").1 == ["la longueur"])
    #expect(review("En dix lignes.").1 == ["le destinataire"])
    #expect(review("").1 == ["le destinataire", "la longueur"])
  }

  @Test("is clean only when nothing is present and nothing is missing")
  func clean() {
    #expect(Self.rewriting.review("Un mot court pour un agent.").isClean)
    #expect(!Self.rewriting.review("Un mot court pour un agent, Mme Vasseur.").isClean)
    #expect(!Self.rewriting.review("Un mot court.").isClean)
    #expect(Rewriting(forbidden: [], expected: [], checklist: []).review("x").isClean)
  }

  @Test("an empty word is never found")
  func emptyWords() {
    let rewriting = Rewriting(
      forbidden: [Sample.option("…")],
      expected: [.init(name: "rien", anyOf: ["", "!"], place: Sample.place)], checklist: [])
    let review = rewriting.review("un texte … !")
    #expect(review.present.isEmpty)
    #expect(review.missing.map(\.name) == ["rien"])
  }

  @Test(
    "no text traps",
    arguments: [
      "\u{0}\u{1B}[2J", String(repeating: "née ", count: 10_000),
      String(repeating: "\u{301}", count: 10_000), "👩‍👩‍👧‍👦", "\u{202E}een",
    ])
  func hostile(text: String) {
    let review = Self.rewriting.review(text)
    #expect(review.present.count == (text.contains("née") ? 1 : 0))
    #expect(review.missing.count == 2)
  }
}
