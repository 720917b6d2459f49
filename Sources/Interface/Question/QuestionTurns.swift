import Course
import Display

/// What a page that asks a question shares: its document, its commands, its turns.
extension QuestionFlow {
  /// A practice line: a part, a mistake said, or an answer sent to the journal.
  mutating func answerTurn(_ line: String) -> Turn {
    switch take(line) {
    case .misread(let sentence): return .say(sentence)
    case .partial: return .stay
    case .answer(let answer):
      stage = .saving(answer)
      return .record(
        .answered(
          question: question.id, answer: answer, hash: question.fingerprint(of: answer),
          ok: question.isRight(answer)))
    }
  }

  /// Whether a report is the journal's word on this question.
  mutating func receives(_ report: Report) {
    guard case .recorded(let stamped) = report, case .answered(let id, _, _, _) = stamped.event,
      id == question.id
    else { return }
    recorded()
  }

  /// Fills a page's document with the question or its feedback.
  func fill(_ document: inout Document, line: String, today: Day) {
    if case .answered(let answer) = stage {
      document.blocks = feedback(answer)
      document.continues = true
    } else {
      document.blocks = blocks(line: line)
      document.question = prompt
      // A part of the answer is given: what follows belongs to the same screen.
      if !given.isEmpty { document.continues = true }
      if question.isExpired(on: today), let day = question.verified {
        document.blocks.append(.paragraph(Text("Question vérifiée le \(day.french).", .quiet)))
      }
    }
  }

  /// What works while the question is asked, then once it is answered.
  func commands() -> [Command] {
    let sources = Command(
      .sources, Binding("sources", help: "Dit sur quoi s’appuie la question."))
    guard case .asking = stage else {
      return [
        .advance(),
        Command(.retry, Binding("refaire", help: "Repose la même question.")),
        sources,
        Command(.report, Binding("signaler", help: "Explique comment signaler une erreur.")),
      ]
    }
    let clear = Command(.clear, Binding("effacer", help: "Recommence la réponse en cours."))
    return [.answering] + (isFreeText ? [] : [.choosing]) + (canClear ? [clear] : []) + [
      sources
    ]
  }

  /// The question's own commands; nil when the page must see to it.
  mutating func turn(for action: Action, in session: inout Session) -> Turn? {
    switch action {
    case .answer: return answerTurn("")
    case .clear:
      clear()
      return .say("La réponse en cours est effacée.")
    case .retry:
      self = QuestionFlow(question, in: &session)
      return .stay
    case .sources: return .push(TermsPage.sources(of: question, in: session))
    case .report: return .push(ReportPage(id: question.id))
    default: return nil
    }
  }
}
