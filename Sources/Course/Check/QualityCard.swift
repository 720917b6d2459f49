/// The quality card of a content folder: what the rules measure, in figures (format.md §6).
///
/// It depends on the content alone, not on the day: its exams are drawn from fixed seeds, on the
/// day of the latest verification. `Modules/QUALITE.md` is this text.
package struct QualityCard: Sendable {
  /// The whole text, in Markdown; ends with a line feed.
  package let markdown: String

  /// Measures the common content; local additions are left out.
  package init(_ files: ContentFiles) {
    let common = ContentFiles(common: files.common)
    let corpus = Corpus(common, today: Day(number: 0))
    markdown = FrenchSpaces.put(into: QualityCard.lines(corpus).joined(separator: "\n") + "\n")
  }

  /// The day of the latest verification of a question.
  private static func day(_ corpus: Corpus) -> Day {
    corpus.bankQuestions.compactMap(\.verified).max() ?? Day(number: 0)
  }

  private static func lines(_ corpus: Corpus) -> [String] {
    let day = day(corpus)
    return [
      "# Carte de qualité", "",
      "Ce fichier est écrit par `parcours contenu verifier --ecrire`. Je ne le modifie pas.",
      "Les mesures sont celles des règles Q01 à Q22. Les examens sont tirés au "
        + "\(day.french), avec des graines fixes.", "", "## Le contenu", "",
    ] + contents(corpus) + ["", "## L’examen", ""] + exam(corpus, day)
      + ["", "## Les devineurs", ""] + guessers(corpus) + ["", "## Les banques", ""]
      + banks(corpus) + ["", "## Les leçons", ""] + lessons(corpus)
      + ["", "## Les avertissements admis", ""] + admissions(corpus)
  }

  private static func contents(_ corpus: Corpus) -> [String] {
    let screens = corpus.lessons.reduce(0) { $0 + $1.screens.count }
    let asked = corpus.lessons.flatMap(\.screens).count { screen in
      if case .question = screen.content { true } else { false }
    }
    return [
      "- Modules : \(corpus.modules.count), soit "
        + "\(corpus.modules.reduce(0) { $0 + $1.minutes }) minutes annoncées.",
      "- Leçons : \(corpus.lessons.count). Écrans : \(screens), dont \(asked) questions.",
      "- Situations de travail : \(corpus.scenarios.count).",
      "- Questions des banques : \(corpus.bankQuestions.count), dont "
        + "\(corpus.bankQuestions.count(where: \.isForExam)) admises à l’examen.",
      "- Glossaire : \(corpus.glossary.count) entrées. Sources : \(corpus.sources.count). "
        + "Idées fausses : \(corpus.misconceptions.count).",
    ]
  }

  private static func exam(_ corpus: Corpus, _ day: Day) -> [String] {
    guard let plan = corpus.plan else { return ["- Ce contenu n’a pas d’examen."] }
    let rehearsal = ExamRehearsal(plan: plan, questions: corpus.bankQuestions, day: day)
    let outcome = rehearsal.run()
    let share = outcome.length == 0 ? 0 : outcome.shared / Double(outcome.length)
    let levels = outcome.levels.enumerated()
      .map { "niveau \($0.offset + 1), \($0.element.tenths)" }.joined(separator: " ; ")
    return [
      "- Un examen compte \(outcome.length) questions. En moyenne : \(levels).",
      "- Deux examens tirés à part ont en commun \(outcome.shared.tenths) questions, soit "
        + "\(share.percent) (\(rehearsal.pairs) paires).",
      outcome.repeated == 0
        ? "- Une nouvelle tentative ne reprend aucune question de la précédente."
        : "- Une nouvelle tentative reprend \(outcome.repeated) questions de la précédente, au pire.",
    ] + outcome.later.map { "- Dans \($0.months) mois, un examen en compte \($0.least)." }
  }

  private static func guessers(_ corpus: Corpus) -> [String] {
    let count = corpus.singleChoices().count
    return Q20BlindGuessers.results(corpus).map {
      "- Choisir « \($0.name) » : \($0.rate.percent). Hasard : \($0.chance.percent), "
        + "limite : \($0.limit.percent), sur \(count) questions."
    }
  }

  private static func banks(_ corpus: Corpus) -> [String] {
    corpus.banks.map { bank in
      let questions = corpus.bankQuestions.filter { $0.bank == bank }
      let choices = corpus.singleChoices(of: bank)
      let levels = (1...3).map { level in String(questions.count { $0.level == level }) }
      let (right, all) = Q14ShareOfTrue.affirmations(questions)
      let trades = Set(questions.flatMap(\.trades)).subtracting(["tous", "multi"])
      return "- \(bank) : \(questions.count) questions, \(questions.count(where: \.isForExam)) "
        + "à l’examen. Niveaux : \(levels.joined(separator: ", ")). "
        + "Types : \(kinds(questions)). Métiers : \(trades.count). "
        + "Places de la bonne réponse : \(places(choices)). La plus longue est juste "
        + "\(choices.count(where: \.keyIsLongest)) fois sur \(choices.count) "
        + "(\(Q02LongestOption.bound(choices)) au plus)."
        + (all > 0 ? " Affirmations vraies : \(right) sur \(all)." : "")
    }
  }

  private static func places(_ choices: [SingleChoice]) -> String {
    Q01KeyPlace.places(choices).observed.map(String.init).joined(separator: ", ")
  }

  private static func kinds(_ questions: [Question]) -> String {
    QuestionKind.allCases.compactMap { kind in
      let count = questions.count { $0.body.kind == kind }
      return count > 0 ? "\(count) \(kind.rawValue)" : nil
    }.joined(separator: ", ")
  }

  private static func lessons(_ corpus: Corpus) -> [String] {
    let eases = Q16Readability.eases(corpus)
    return corpus.lessons.map { lesson in
      let ease = eases.first { $0.lesson.id == lesson.id }?.ease
      return "- \(lesson.id), \(lesson.title) : \(lesson.screens.count) écrans, "
        + (ease.map { "lisibilité \(Int($0))." } ?? "texte trop court pour mesurer.")
    }
  }

  private static func admissions(_ corpus: Corpus) -> [String] {
    let admitted = corpus.documents.flatMap { document in
      document.reader.admissions.map {
        "- \(document.reader.place($0.lines.lowerBound)), \($0.rule) : \($0.reason)"
      }
    }
    return admitted.isEmpty ? ["Aucun."] : admitted
  }
}

extension Double {
  /// `4,8`, as French writes means.
  var tenths: String {
    let tenths = Int((self * 10).rounded())
    return "\(tenths / 10),\(abs(tenths % 10))"
  }
}
