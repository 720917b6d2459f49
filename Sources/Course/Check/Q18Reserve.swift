/// Q18 — enough questions for two exams in a row without one in common.
enum Q18Reserve {
  static func findings(_ corpus: Corpus) -> [Finding] {
    (corpus.plan?.strata ?? []).flatMap { stratum in
      let admitted = corpus.bankQuestions.filter {
        $0.isForExam && stratum.banks.contains($0.bank)
      }
      return [reserve(stratum, admitted), letters(stratum, admitted)].compactMap { $0 }
    }
  }

  private static func reserve(_ stratum: Stratum, _ admitted: [Question]) -> Finding? {
    let families = Set(admitted.map(\.family)).count
    let needed = 2 * stratum.count
    guard families < needed else { return nil }
    return Finding(
      .error, rule: "Q18", place: stratum.place,
      problem: "\(stratum.name) n’a que \(families) questions différentes admises à l’examen.",
      advice: "Il en faut \(needed), une par famille.")
  }

  private static func letters(_ stratum: Stratum, _ admitted: [Question]) -> Finding? {
    let letters = Set(admitted.compactMap(\.letter)).count
    guard stratum.distinctLetters, letters < stratum.count else { return nil }
    return Finding(
      .error, rule: "Q18", place: stratum.place,
      problem: "\(stratum.name) n’a que \(letters) lettres pour \(stratum.count) questions.",
      advice: "Écrivez des questions sur les autres lettres.")
  }
}
