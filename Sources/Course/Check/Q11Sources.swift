/// Q11 — sources that exist, points of law verified within 24 months.
enum Q11Sources {
  static func findings(_ corpus: Corpus) -> [Finding] {
    unknown(corpus) + corpus.questions.compactMap { stale($0, today: corpus.today) }
  }

  private static func unknown(_ corpus: Corpus) -> [Finding] {
    let known = Set(corpus.sources.map(\.key))
    return corpus.documents.flatMap { document in
      document.reader.fiches.flatMap { fiche in
        fiche.list("sources").filter { !known.contains($0) }.map { source in
          Finding(
            .error, rule: "Q11", place: document.reader.place(fiche.line(of: "sources")),
            problem: "La source \(quoted(source)) n’est pas dans sources.md.",
            advice: "Corrigez la clé, ou ajoutez la source.")
        }
      }
    }
  }

  private static func stale(_ question: Question, today: Day) -> Finding? {
    guard question.rule == .law else { return nil }
    guard let verified = question.verified else {
      return question.finding(
        .warning, "Q11", question.place, "Ce point de droit n’a pas de date de vérification.",
        "Ajoutez « verifie : » et la date.")
    }
    guard verified.adding(months: 24) < today else { return nil }
    return question.finding(
      .warning, "Q11", question.place, "Ce point de droit est vérifié depuis plus de 24 mois.",
      "Relisez le texte en vigueur, puis changez la date.")
  }
}
