import Course
import Testing

@Suite("The quality card") struct QualityCardTests {
  private static func card(
    _ changes: [String: String?] = [:], local: [String: String] = [:]
  ) -> String {
    QualityCard(Miniature.files(changes, local: local)).markdown
  }

  /// The lines under a title.
  private static func part(_ title: String, _ changes: [String: String?] = [:]) -> [String] {
    let lines = card(changes).split(separator: "\n").map(String.init)
    let start = lines.firstIndex(of: "## \(title)") ?? lines.count - 1
    return lines[(start + 1)...].prefix { !$0.hasPrefix("## ") }.map { $0 }
  }

  @Test("a content has one card, and another content another")
  func deterministic() {
    #expect(Self.card() == Self.card())
    #expect(Self.card() != Self.card(Miniature.question(Departure.sound)))
    #expect(Self.card().hasPrefix("# Carte de qualité\n\n"))
    #expect(Self.card().hasSuffix("\n") && !Self.card().hasSuffix("\n\n"))
  }

  @Test("its exams are drawn on the day of the latest verification, whatever today is")
  func day() {
    #expect(Self.card().contains("tirés au 21 novembre 2026,"))
    let later = Miniature.bank.replacing("verifie : 2026-11-21", with: "verifie : 2031-02-01")
    #expect(Self.card([Miniature.bankPath: later]).contains("tirés au 1er février 2031,"))
  }

  @Test("local additions, and what is not the course, leave it as it is")
  func local() {
    let local = [
      Miniature.bankPath: "# A\n\n" + Miniature.bank.replacing("# Banque", with: ""),
      "glossaire.md": "# G\n\n## SIG\n\nUne carte.\n", "collectivite.md": "# C\n\n## charte\n\nx\n",
    ]
    #expect(Self.card([:], local: local) == Self.card())
    #expect(Self.card(["QUALITE.md": "# Carte\n", "LICENSE": "x"]) == Self.card())
  }

  // Counted by hand in MiniatureFiles.swift.
  @Test("it counts what the content holds")
  func contents() {
    #expect(
      Self.part("Le contenu") == [
        "- Modules\u{A0}: 1, soit 15 minutes annoncées.",
        "- Leçons\u{A0}: 1. Écrans\u{A0}: 2, dont 1 questions.",
        "- Situations de travail\u{A0}: 2.",
        "- Questions des banques\u{A0}: 9, dont 5 admises à l’examen.",
        "- Glossaire\u{A0}: 1 entrées. Sources\u{A0}: 2. Idées fausses\u{A0}: 1.",
      ])
    #expect(
      Self.part("Les leçons") == [
        "- L1.1, Je commence\u{A0}: 2 écrans, texte trop court pour mesurer."
      ])
  }

  @Test("it says of a bank its kinds, levels, trades, places, lengths and affirmations")
  func bank() {
    #expect(
      Self.part("Les banques") == [
        "- RU01\u{A0}: 9 questions, 5 à l’examen. Niveaux\u{A0}: 3, 4, 2. Types\u{A0}: "
          + "1 unique, 1 multiple, 1 vrai-faux, 1 reperer, 1 ordonner, 1 associer, 1 texte, "
          + "1 reecrire, 1 cas. Métiers\u{A0}: 1. Places de la bonne réponse\u{A0}: 0, 1, 0. "
          + "La plus longue est juste 0 fois sur 1 (1 au plus). Affirmations vraies\u{A0}: 2 sur 3."
      ])
  }

  @Test("it names every bank, in the order of the principles, then of the list")
  func everyBank() {
    let names =
      (1...9).map { "RU0\($0)" } + ["SANDI", "DP", "TRANSVERSE", "NOTIONS", "TECHNO"]
    let drafts = names.reversed().map { name in
      var draft = Draft.boxes("x..")
      draft.fiche = "niveau : 1\nlettre : S\nrefs : \(name)"
      return draft
    }
    let said = Self.part("Les banques", Miniature.bank(drafts))
    #expect(said.map { String($0.dropFirst(2).prefix { $0 != "\u{A0}" }) } == names)
    #expect(said.allSatisfy { $0.contains("1 questions, 1 à l’examen. Niveaux\u{A0}: 1, 0, 0.") })
  }

  @Test("it repeats what authors admit, with the place and the reason")
  func admissions() {
    #expect(Self.part("Les avertissements admis") == ["Aucun."])
    let admitted = Miniature.bank([.boxes("x..")], admitting: "Q01 tirage Q13 une seule question")
    #expect(
      Self.part("Les avertissements admis", admitted) == [
        "- 01-essai/banque.md:1, Q01\u{A0}: tirage",
        "- 01-essai/banque.md:1, Q13\u{A0}: une seule question",
      ])
  }

  @Test("an empty folder has its card, without an exam")
  func empty() {
    let card = QualityCard(ContentFiles([:])).markdown
    #expect(card.contains("Ce contenu n’a pas d’examen."))
    #expect(card.contains("- Modules\u{A0}: 0, soit 0 minutes annoncées."))
    #expect(card.contains("1er janvier 1970"))
  }

  @Test("a faulty content has its card too", arguments: Fault.all)
  func faulty(fault: Fault) {
    let card = Self.card([fault.path: fault.text])
    #expect(card.contains("\n## Les avertissements admis\n"))
  }
}
