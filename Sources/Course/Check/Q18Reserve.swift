/// Q18 — enough questions for two exams in a row without one in common.
enum Q18Reserve {
  static func findings(_ corpus: Corpus) -> [Finding] {
    (corpus.plan?.strata ?? []).flatMap { stratum -> [Finding] in
      let questions = corpus.bankQuestions.filter { stratum.banks.contains($0.bank) }
      // « Une strate sans banque n’existe pas »: the exam goes without it.
      guard !questions.isEmpty else { return [ignored(stratum)] }
      let admitted = questions.filter(\.isForExam)
      return [reserve(stratum, admitted), letters(stratum, admitted)].compactMap { $0 }
    }
  }

  private static func ignored(_ stratum: Stratum) -> Finding {
    Finding(
      .warning, rule: "Q18", place: stratum.place,
      problem: "\(stratum.name) n’a pas encore de questions : l’examen se fait sans.",
      advice: "Écrivez sa banque, ou retirez la ligne.")
  }

  private static func reserve(_ stratum: Stratum, _ admitted: [Question]) -> Finding? {
    let families = Set(admitted.map(\.family)).count
    let needed = 2 * stratum.count
    guard families < needed else { return nil }
    return Finding(
      .error, rule: "Q18", place: stratum.place,
      problem: "\(stratum.name) a \(families) questions différentes admises à l’examen.",
      advice: "Il en faut \(needed), une par famille.")
  }

  private static func letters(_ stratum: Stratum, _ admitted: [Question]) -> Finding? {
    let letters = Set(admitted.compactMap(\.letter)).count
    guard stratum.distinctLetters, letters < stratum.count else { return nil }
    return Finding(
      .error, rule: "Q18", place: stratum.place,
      problem: "\(stratum.name) a \(letters) lettres pour \(stratum.count) questions.",
      advice: "Écrivez des questions sur les autres lettres.")
  }
}
