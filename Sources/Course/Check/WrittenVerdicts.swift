/// Verdicts at the head of the feedback: there where format.md §4 wants them, never against `[x]`.
enum WrittenVerdicts {
  static func findings(_ corpus: Corpus) -> [Finding] {
    corpus.questions.flatMap { question in
      question.feedbacks.compactMap { finding($0, of: question) }
    }
  }

  private static func finding(_ feedback: Feedback, of question: Question) -> Finding? {
    guard !feedback.blocks.isEmpty || feedback.writtenVerdict != nil else { return nil }
    guard question.body.kind.writesVerdicts else { return unexpected(feedback) }
    guard let verdict = feedback.writtenVerdict else {
      return Finding(
        .error, rule: nil, place: feedback.place, problem: "Ce retour n’a pas de verdict.",
        advice: "Commencez-le par « Juste. », « Oui. », « Non. » ou « En partie. ».")
    }
    guard feedback.isRight != ["Juste.", "Oui."].contains(verdict) else { return nil }
    return Finding(
      .error, rule: nil, place: feedback.place,
      problem: "Le verdict \(quoted(verdict)) contredit la case "
        + (feedback.isRight ? "cochée." : "vide."),
      advice: feedback.isRight
        ? "Écrivez « Juste. » ou « Oui. », ou videz la case."
        : "Écrivez « Non. » ou « En partie. », ou cochez la case.")
  }

  /// The program says its own verdict: another beside it would contradict it half of the time.
  private static func unexpected(_ feedback: Feedback) -> Finding? {
    guard let verdict = feedback.writtenVerdict else { return nil }
    return Finding(
      .warning, rule: nil, place: feedback.place,
      problem: "Ce retour commence par \(quoted(verdict)), que ce type de question ne prévoit pas.",
      advice: "Dites seulement pourquoi.")
  }
}
