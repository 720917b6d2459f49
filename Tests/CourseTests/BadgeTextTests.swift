import Course
import Testing

@Suite struct BadgeTextTests {
  private static let source = """
    # Un badge {{essai}
    <!--
    alternative : Badge d’essai, délivré par {emetteur}.
    mots : esprit critique, RGPD , service public
    -->

    Il atteste un **essai**
    sur deux lignes.

    Délivré par {emetteur}.

    ## Critères

    La personne a :

    1. terminé : {modules} ;
    2. réussi {questions} questions ({seuils}).

    - Sans limite.

    ## Preuve

    Version {version}, le {date}, {modalite}.

    ## Alignements

    - [Cadre un](https://un.example/a) — Référentiel, 1.2
    - [Cadre deux](https://deux.example)

    """

  private static func text(_ source: String) throws -> BadgeText {
    try BadgeText(markdown: Array(source.utf8), file: "badge.md")
  }

  @Test("a badge is read with its variables kept for later")
  func read() throws {
    let text = try Self.text(Self.source)
    #expect(text.description == "Il atteste un essai sur deux lignes.\n\nDélivré par {emetteur}.")
    #expect(
      text.criteria
        == "La personne a :\n\n1. terminé : {modules} ;\n2. réussi {questions} questions ({seuils}).\n\n- Sans limite."
    )
    #expect(text.evidence == "Version {version}, le {date}, {modalite}.")
    #expect(text.tags == ["esprit critique", "RGPD", "service public"])
    #expect(
      text.alignments == [
        BadgeText.Alignment(
          targetName: "Cadre un", targetURL: "https://un.example/a", framework: "Référentiel",
          code: "1.2"),
        BadgeText.Alignment(
          targetName: "Cadre deux", targetURL: "https://deux.example", framework: nil, code: nil),
      ])
  }

  @Test("filling replaces each variable once, values being inert")
  func filled() throws {
    let text = try Self.text(Self.source)
    let values = [
      "emetteur": "Ville de {date} {{", "modules": "M1", "questions": "30", "seuils": "24/30",
      "version": "1.0.0", "date": "21 novembre 2026", "modalite": "en autonomie",
    ]
    let filled = text.filled(values)
    #expect(filled.name == "Un badge {essai}")
    #expect(filled.description.hasSuffix("Délivré par Ville de {date} {{."))
    #expect(filled.imageAlt == "Badge d’essai, délivré par Ville de {date} {{.")
    #expect(filled.criteria.contains("réussi 30 questions (24/30)"))
    #expect(filled.evidence == "Version 1.0.0, le 21 novembre 2026, en autonomie.")
  }

  @Test(
    "what a badge may not say is refused at its line",
    arguments: [
      ("délivré par {emetteur}", "délivré par {charte}", 3),
      ("Délivré par {emetteur}", "Délivré par {collectivite}", 10),
      ("alternative : Badge d’essai, délivré par {emetteur}.", "", 2),
      ("https://un.example/a", "javascript:alert(1)", 27),
      (" — Référentiel", " et Référentiel", 27),
      ("## Preuve", "## Épreuve", 21), ("## Critères\n", "## Critères\n\n<b>oui</b>\n", 14),
      ("mots :", "couleurs :", 4), ("# Un badge", "Un badge", 1), ("{date}", "{date", 23),
    ])
  func refused(part: String, replacement: String, line: Int) throws {
    let source = Self.source.replacing(part, with: replacement)
    #expect(source != Self.source)
    let error = #expect(throws: ContentError.self) { try Self.text(source) }
    #expect(error?.place.file == "badge.md")
    // A missing part is said at the title.
    #expect(error?.place.line == line || error?.place.line == 1)
  }

  @Test("an empty file is refused")
  func empty() {
    #expect(throws: ContentError.self) { try Self.text("") }
  }
}
