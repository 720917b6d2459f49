/// Q21 — what fiches and options refer to exists.
enum Q21References {
  /// Recommendations and obligations a course may cite besides the banks and the principles.
  private static let recommendations: Set<String> = [
    "RDP01", "RDP02", "RDP03", "RTR01", "RPI01", "RPI02", "RNR01", "RR01", "RR02", "RCOMP01",
    "RCOMP02", "RCOMP03", "RCOMP04", "RCOMP05", "RT07", "RT08",
  ]

  static func findings(_ corpus: Corpus) -> [Finding] {
    let refs = recommendations.union(Bank.names).union(corpus.principles.map(\.key))
    let trades = Set(corpus.trades.map(\.key)).union(["tous", "multi"])
    return corpus.documents.flatMap { document in
      document.reader.fiches.flatMap { fiche in
        unknown("refs", fiche, refs, "La référence", document)
          + unknown("metier", fiche, trades, "Le métier", document)
      }
    } + misconceptions(corpus)
  }

  private static func unknown(
    _ key: String, _ fiche: Fiche, _ known: Set<String>, _ what: String,
    _ document: Corpus.Document
  ) -> [Finding] {
    fiche.list(key).filter { !known.contains($0) }.map { value in
      Finding(
        .error, rule: "Q21", place: document.reader.place(fiche.line(of: key)),
        problem: "\(what) \(quoted(value)) n’existe pas.",
        advice: key == "metier" ? "Prenez une clé de metiers.md." : "Corrigez la référence.")
    }
  }

  private static func misconceptions(_ corpus: Corpus) -> [Finding] {
    let known = Set(corpus.misconceptions.map(\.key))
    return corpus.questions.flatMap { question in
      question.misconceptions.filter { !known.contains($0.key) }.map { key, place in
        question.finding(
          .error, "Q21", place, "L’idée fausse \(quoted(key)) n’existe pas.",
          "Prenez un numéro de idees-fausses.md.")
      }
    }
  }
}
