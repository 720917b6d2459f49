/// Q21 — an identifier names one thing.
enum Q21Identifiers {
  static func findings(_ corpus: Corpus) -> [Finding] {
    twice(corpus.modules.map { ($0.id, $0.place) })
      + twice(corpus.lessons.map { ($0.id, $0.place) })
      + twice(corpus.scenarios.map { ($0.id, $0.place) })
      + twice(corpus.questions.map { ($0.id, $0.place) })
      + [
        corpus.principles, corpus.glossary, corpus.trades, corpus.sources, corpus.misconceptions,
      ].flatMap { twice($0.map { ($0.key, $0.place) }) } + misnamed(corpus.misconceptions)
  }

  private static func twice(_ named: [(id: String, place: Place)]) -> [Finding] {
    var first: [String: Place] = [:]
    return named.compactMap { id, place in
      guard let other = first[id] else {
        first[id] = place
        return nil
      }
      return Finding(
        .error, rule: "Q21", place: place,
        problem: "L’identifiant \(quoted(id)) est déjà pris, dans \(other).",
        advice: "Donnez-en un autre.")
    }
  }

  private static func misnamed(_ misconceptions: [Term]) -> [Finding] {
    misconceptions.filter { !Misconception.isKey($0.key) }.map { term in
      Finding(
        .error, rule: "Q21", place: term.place,
        problem: "\(quoted(term.key)) n’est pas un numéro d’idée fausse.",
        advice: "Écrivez par exemple MC-21.")
    }
  }
}
