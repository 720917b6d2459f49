/// Q22 — a screen holds in 12 lines of 66 columns.
enum Q22ScreenHeight {
  static func findings(_ corpus: Corpus) -> [Finding] {
    (lessons(corpus) + modules(corpus) + scenarios(corpus) + statements(corpus)).compactMap {
      let lines = ScreenLines().count($0.blocks)
      guard lines > ScreenLines.height else { return nil }
      return Finding(
        .error, rule: "Q22", place: $0.place,
        problem: "\($0.what) occupe \(lines) lignes de \(ScreenLines.width) colonnes.",
        advice: "Restez à \(ScreenLines.height) lignes : partagez, ou coupez.")
    }
  }

  private typealias Part = (what: String, blocks: [Block], place: Place)

  private static func lessons(_ corpus: Corpus) -> [Part] {
    corpus.lessons.flatMap(\.screens).compactMap { screen in
      guard case .reading(let blocks) = screen.content else { return nil }
      return ("Cet écran", blocks, screen.place)
    }
  }

  private static func modules(_ corpus: Corpus) -> [Part] {
    corpus.modules.flatMap { module in
      [
        ("La situation d’ouverture", module.opening, module.place),
        ("La partie « Je retiens »", module.takeaways, module.place),
      ]
    }
  }

  private static func scenarios(_ corpus: Corpus) -> [Part] {
    corpus.scenarios.flatMap { scenario in
      [
        ("La situation", scenario.situation, scenario.place),
        ("La décision", scenario.decision, scenario.place),
        ("La partie « Pourquoi »", scenario.reason, scenario.place),
      ]
    }
  }

  private static func statements(_ corpus: Corpus) -> [Part] {
    corpus.questions.map { ("L’énoncé", $0.prompt, $0.place) }
  }
}
