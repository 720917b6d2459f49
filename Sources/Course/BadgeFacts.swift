extension Course {
  /// What a badge states of the modules and the exam, by the variables of its text (format.md §2):
  /// `modules`, `questions` and `seuils`, as an exam drawn on that day asks them.
  package func badgeFacts(on day: Day) throws(ContentError) -> [String: String] {
    guard let plan = try examPlan() else {
      throw ContentError(
        Place(file: "evaluation.md", line: 1), "Ce parcours n’a pas d’examen.",
        "Écrivez evaluation.md pour décerner un badge.")
    }
    let draw = ExamDraw(plan: plan, questions: try banks(), today: day)
    let count = draw.strata.reduce(0) { $0 + $1.count }
    let themes = draw.strata.compactMap { stratum in
      stratum.threshold.map {
        "au moins \($0.required(of: stratum.count)) sur \(stratum.count) pour \(theme(stratum))"
      }
    }
    let whole = "au moins \(plan.threshold.required(of: count)) réponses justes sur \(count)"
    return [
      "questions": String(count), "seuils": ([whole] + themes).joined(separator: ", dont "),
      "modules": modules.filter(\.counts).map { "«\u{202F}\($0.title)\u{202F}»" }
        .joined(separator: ", "),
    ]
  }

  /// What people call a line of the exam's plan: the one module that teaches it, or its own name.
  package func theme(_ stratum: Stratum) -> String {
    let taught = modules.filter { !Set($0.refs).isDisjoint(with: stratum.banks) }
    guard stratum.banks.count == 1, taught.count == 1 else { return stratum.name }
    return "«\u{202F}\(taught[0].title)\u{202F}»"
  }
}
