import Course

/// A whole course in a few lines, without a single finding; tests spoil one file at a time.
enum Miniature {
  static let today = Day(iso: "2026-11-22") ?? Day(number: 0)

  static let texts: [String: String] = [
    "parcours.md": """
    # Petit parcours
    <!--
    format : 1
    identifiant : mini
    version : 1.2.0
    licence : CC-BY-SA-4.0
    badge : essai
    -->

    Bienvenue à {collectivite}.

    1. [Essai](01-essai/module.md)

    """,
    "collectivite.md": Variables.all.map { "## \($0)\n\nla valeur de \($0)\n" }
      .reduce("# Ma collectivité\n\n") { $0 + $1 + "\n" },
    "principes.md": """
    # Les principes

    ## RU01
    <!--
    titre : Je conserve l’esprit critique
    -->

    Je juge la réponse.

    ## SANDI

    - **Source**\u{A0}: d’où vient-elle\u{202F}?

    """,
    "idees-fausses.md": "# Idées\n\n## MC-21\n\nSans le nom, c’est anonyme.\n",
    "metiers.md": "# Métiers\n\n## accueil\n\nAccueil du public\n",
    "glossaire.md": """
    # Glossaire

    ## IA générative
    <!--
    alias : IAG, outil
    -->

    Programme qui écrit.

    """,
    "sources.md": """
    # Sources

    ## cours
    <!--
    statut : vérifié
    verifie : 2026-11-21
    adresse : https://exemple.example/page
    -->

    Proposition de ce cours.

    ## douteuse
    <!--
    statut : à vérifier
    -->

    Texte encore à relire.

    """,
    "evaluation.md": """
    # L’examen
    <!--
    seuil : 4/5
    -->

    Je prends mon temps.

    - RU01 : 1 (niveau 2, puis 1 ou 3), seuil 1/2

    """,
    "01-essai/module.md": """
    # Essai
    <!--
    identifiant : M1
    duree : 15
    refs : RU01
    -->

    Lundi, je reçois un courriel.

    1. [Je commence](1-debut.md)

    ## Je retiens

    - Je relis avant d’envoyer.

    """,
    "01-essai/1-debut.md": lesson,
    "01-essai/scenarios.md": scenarios,
    "01-essai/banque.md": bank,
  ]

  /// The course with some files replaced, added, or removed (nil), and local additions.
  static func files(
    _ changes: [String: String?] = [:], local: [String: String] = [:]
  ) -> ContentFiles {
    var all = texts
    for (path, text) in changes { all[path] = text }
    return ContentFiles(
      all.mapValues { Array($0.utf8) }, local: local.mapValues { Array($0.utf8) })
  }

  static func course(
    _ changes: [String: String?] = [:], local: [String: String] = [:]
  ) throws -> Course {
    try Course(files(changes, local: local))
  }

  static func findings(
    _ changes: [String: String?] = [:], local: [String: String] = [:]
  ) -> [Finding] {
    ContentCheck.findings(in: files(changes, local: local), at: today)
  }

  enum Variables {
    static let all = [
      "collectivite", "dpo_contact", "outil_autorise", "liste_usages_interdits", "charte",
      "guichet_numerique", "referent_ia", "mention_type", "contact_badge",
      "contact_accessibilite",
    ]
  }

  /// A bank of one question: its body starts on line 11, its fiche on line 4.
  static func question(
    _ body: String, type: String = "unique", extra: String = "refs : RU01"
  ) -> [String: String?] {
    [
      "01-essai/banque.md": """
      # Banque

      ## RU01-001
      <!--
      type : \(type)
      niveau : 1
      \(extra)
      -->
      Que faire de ce document reçu hier\u{202F}?

      \(body)

      """
    ]
  }

  /// A lesson of one screen: its text starts on line 10.
  static func screen(_ text: String) -> [String: String?] {
    [
      "01-essai/1-debut.md": """
      # Je commence
      <!--
      identifiant : L1.1
      duree : 5
      refs : RU01
      -->

      ## La situation

      \(text)

      """
    ]
  }
}

/// A value is not of the kind a test wants.
struct WrongKind: Error {}

extension ContentFiles {
  /// The same files but one.
  mutating func put(_ bytes: [UInt8], at path: String) {
    let before = common
    common = Folder(names: before.names.union([path])) { $0 == path ? bytes : before.read($0) }
  }
}
