import Course
import Display

/// The final exam: presentation, questions without a verdict, recap, confirmation.
struct ExamPage: Page {
  private enum Stage: Equatable {
    case presenting, asking, recap, confirming
    /// Handed in: the result waits for the journal.
    case handedIn(ExamResult)
  }

  private let plan: ExamPlan
  private let questions: [String: Question]
  private var stage = Stage.presenting
  private var index = 0
  private var flow: QuestionFlow?

  private init(plan: ExamPlan, questions: [Question]) {
    self.plan = plan
    self.questions = Dictionary(questions.map { ($0.id, $0) }) { first, _ in first }
  }

  /// The exam when it is open, else the sentence that says what is left to do.
  static func open(in session: inout Session) -> Turn {
    if session.progress.attempt == nil, !session.progression.isExamOpen {
      let numbers = session.progression.modulesBeforeExam.map(\.number)
      return .say(
        "L’examen s’ouvre après les modules. Il reste : \(numbers.joined(separator: ", ")).")
    }
    do throws(ContentError) {
      guard let plan = try session.course.examPlan() else {
        return .say("Ce parcours n’a pas d’examen.")
      }
      var page = ExamPage(plan: plan, questions: try session.course.banks())
      if session.progress.attempt != nil { page.resume(in: session) }
      return .push(page)
    } catch {
      return .push(ContentFaultPage(error: error))
    }
  }

  private func drawn(in session: Session) -> [DrawnQuestion] {
    session.progress.attempt?.drawn ?? []
  }

  // MARK: What it says

  func document(in session: Session) -> Document {
    let count = drawn(in: session).count
    var document = Document(
      place: .init(long: "Examen final", short: "Examen", spoken: "Examen final"),
      title: stage == .asking ? nil : "Examen final", blocks: [])
    switch stage {
    case .presenting: document.blocks = presentation(in: session)
    case .asking:
      document.place.counter = .init("question", index + 1, of: max(1, count))
      document.progress = Double(index + 1) / Double(max(1, count))
      flow?.fill(&document, line: session.line, today: session.today)
    case .recap:
      let items = recap(in: session)
      document.title = "Récapitulatif"
      document.blocks = [.menu(items, selected: session.menuSelection(in: items))]
      document.question = "Un numéro pour revenir à une question, ou remettre pour terminer"
    case .confirming:
      let left = recap(in: session).count { $0.state != "répondu" }
      document.title = "Remettre l’examen"
      document.blocks =
        left == 0
        ? .paragraphs("Vous avez répondu à toutes les questions.")
        : .paragraphs("Il reste \(left) question\(left > 1 ? "s" : "") sans réponse.")
      document.question = "Remettre l’examen ? Tapez oui ou non"
    case .handedIn: document.blocks = .paragraphs("Votre examen est remis.")
    }
    return document
  }

  private func presentation(in session: Session) -> [Document.Block] {
    let draw = ExamDraw(plan: plan, questions: Array(questions.values), today: session.today)
    let count = draw.strata.reduce(0) { $0 + $1.count }
    var rules = [
      "Il y a \(count) questions. Il faut \(plan.threshold.required(of: count)) réponses justes."
    ]
    for stratum in draw.strata {
      guard let threshold = stratum.threshold else { continue }
      rules.append(
        "Dont \(threshold.required(of: stratum.count)) sur \(stratum.count) pour \(session.course.theme(stratum))."
      )
    }
    let help =
      session.progress.failedAttempts >= 2
      ? [
        "Vous pouvez aussi en parler avec un conseiller numérique : \(session.local("referent_ia"))."
      ] : []
    return [Document.Block](plan.presentation) + (rules + help).map { .paragraph(Text($0)) }
  }

  private func recap(in session: Session) -> [Document.MenuItem] {
    drawn(in: session).enumerated().map { place, drawn in
      let answered = session.progress.attempt?.answers[drawn.question] != nil
      let title =
        questions[drawn.question]?.prompt.plainText.split(separator: "\n").first.map(String.init)
        ?? drawn.question
      return Document.MenuItem(
        key: String(place + 1), title: String(title.prefix(40)),
        state: answered ? "répondu" : "sans réponse")
    }
  }

  func commands(in session: Session) -> [Command] {
    let recap = Command(
      .recap, Binding("récapitulatif", help: "Montre les questions répondues ou non."))
    switch stage {
    case .presenting: return [.advance("commencer", help: "Tire les questions."), .backShown]
    case .asking:
      let clear = Command(.clear, Binding("effacer", help: "Recommence la réponse en cours."))
      return [
        .answering, .choosing,
        Command(.skip, Binding("passer", help: "Laisse cette question pour plus tard.")),
        Command(
          .previous, Binding("précédente", keys: [.left], help: "Revient à la question d’avant.")),
        recap,
      ] + (flow?.canClear == true ? [clear] : [])
    case .recap:
      return [Command(.submit, Binding("remettre", help: "Termine l’examen, après confirmation."))]
    case .confirming: return [recap]
    case .handedIn: return []
    }
  }

  func takes(_ line: String, in session: Session) -> Bool {
    switch stage {
    case .presenting, .handedIn: false
    case .asking: flow?.takes(line) ?? false
    case .recap: line.contains(where: \.isNumber)
    case .confirming: AnswerInput.yesOrNo(line) != nil
    }
  }

  func line(after line: String, by offset: Int, in session: Session) -> String? {
    switch stage {
    case .asking: flow?.line(after: line, by: offset)
    case .recap: MenuLine.next(after: line, keys: recap(in: session).map(\.key), by: offset)
    case .presenting, .confirming, .handedIn: nil
    }
  }

  // MARK: What it does

  mutating func answer(_ line: String, in session: inout Session) -> Turn {
    switch stage {
    case .asking: return answerQuestion(line)
    case .recap: return go(to: line, in: session)
    case .confirming: return confirm(line, in: &session)
    case .presenting, .handedIn: return .stay
    }
  }

  mutating func perform(_ action: Action, argument: String, in session: inout Session) -> Turn {
    switch action {
    case .answer: return answerQuestion("")
    case .advance: return draw(in: &session)
    case .skip: return step(by: 1, in: session)
    case .previous: return step(by: -1, in: session)
    case .clear:
      flow?.clear()
      return .say("La réponse en cours est effacée.")
    case .recap:
      stage = .recap
      return .stay
    case .submit:
      stage = .confirming
      return .stay
    default: return .back
    }
  }

  mutating func receive(_ report: Report, in session: inout Session) -> Turn {
    guard case .recorded(let stamped) = report else { return .stay }
    switch stamped.event {
    case .examDrawn:
      resume(in: session)
      return .stay
    case .examAnswered: return step(by: 1, in: session)
    case .completed: return .record(.examSubmitted)
    case .examSubmitted:
      guard case .handedIn(let result) = stage else { return .stay }
      return .replace(ResultPage(result: result, reading: Rereading(result, in: session)))
    default: return .stay
    }
  }

  private func draw(in session: inout Session) -> Turn {
    let draw = ExamDraw(
      plan: plan, questions: questions.values.sorted { $0.id < $1.id },
      avoiding: session.progress.previousDraw, today: session.today)
    let drawn = draw.draw(with: &session.random)
    guard !drawn.isEmpty else { return .say("Ce parcours n’a pas encore de question d’examen.") }
    return .record(.examDrawn(drawn))
  }

  /// At the first question without an answer, or at the recap.
  private mutating func resume(in session: Session) {
    let answers = session.progress.attempt?.answers ?? [:]
    if let open = drawn(in: session).firstIndex(where: { answers[$0.question] == nil }) {
      show(open, in: session)
    } else {
      stage = .recap
    }
  }

  private mutating func show(_ place: Int, in session: Session) {
    index = place
    stage = .asking
    let drawn = drawn(in: session).at(place)
    flow = drawn.flatMap { drawn in
      questions[drawn.question].map { QuestionFlow($0, order: drawn.order, isExam: true) }
    }
  }

  private mutating func step(by offset: Int, in session: Session) -> Turn {
    let next = index + offset
    guard drawn(in: session).indices.contains(next) else {
      if offset < 0 { return .say("C’est la première question.") }
      stage = .recap
      return .stay
    }
    show(next, in: session)
    return .stay
  }

  private mutating func answerQuestion(_ line: String) -> Turn {
    guard let question = flow?.question, let outcome = flow?.take(line) else {
      return .say("Cette question n’existe plus. Tapez passer.")
    }
    switch outcome {
    case .misread(let sentence): return .say(sentence)
    case .partial: return .stay
    case .answer(let answer):
      return .record(
        .examAnswered(question: question.id, answer: answer, hash: question.fingerprint(of: answer))
      )
    }
  }

  private mutating func go(to line: String, in session: Session) -> Turn {
    do throws(AnswerInput.Misread) {
      show(try AnswerInput.one(line, of: drawn(in: session).count) - 1, in: session)
      return .stay
    } catch {
      return .say(error.sentence)
    }
  }

  private mutating func confirm(_ line: String, in session: inout Session) -> Turn {
    guard let yes = AnswerInput.yesOrNo(line) else { return .say("Tapez oui ou non.") }
    guard yes, let attempt = session.progress.attempt else {
      stage = .recap
      return .stay
    }
    let result = ExamResult(attempt, plan: plan, questions: Array(questions.values))
    stage = .handedIn(result)
    // One fact after the other: an exam is not submitted before its success is kept.
    return Turn(
      .stay, effects: [result.isPassed ? .recordCompletion(.alone) : .record(.examSubmitted)])
  }
}
