package import Course
package import Display

/// Something to know before going on: a repaired journal, a disk that cannot be written.
package struct RemarkPage: Page {
  private let title: String
  private let sentences: [String]
  private let isUnsaved: Bool

  /// A remark, and Entrée to go on.
  package init(_ sentence: String) {
    title = "À savoir"
    sentences = [sentence]
    isUnsaved = false
  }

  /// Nothing can be kept: go on all the same, or quit.
  package init(unsaved complaint: Complaint) {
    title = "Rien ne peut être enregistré"
    sentences = [
      complaint.problem, complaint.advice, "Vous pouvez continuer sans enregistrer, ou quitter.",
    ]
    isUnsaved = true
  }

  package func document(in session: Session) -> Document {
    Document(
      place: .init(long: title, short: "À savoir", spoken: "À savoir"), title: title,
      blocks: sentences.map { .paragraph(Text($0)) })
  }

  package func commands(in session: Session) -> [Command] {
    [
      .advance(
        isUnsaved ? "continuer sans enregistrer" : "suite",
        help: isUnsaved ? "Continue ; rien ne sera gardé." : "Continue.")
    ]
  }

  package mutating func perform(
    _ action: Action, argument: String, in session: inout Session
  ) -> Turn {
    guard isUnsaved else { return .back }
    session.isSaving = false
    return Turn(.back, effects: [.stopSaving])
  }
}

/// The clock is behind the last event or a year past it: old answers are not removed unasked.
package struct ClockPage: Page {
  private let doubt: String
  private let question: String
  private let losses: [String]

  /// What is doubtful, the question that settles it, and what a « oui » would lose.
  package init(_ doubt: String, question: String, losing progress: Progress? = nil) {
    self.doubt = doubt
    self.question = question
    losses = progress.map(Self.losses) ?? []
  }

  /// The badge, asked for or received: the only thing beyond one's own place in the course.
  private static func losses(_ progress: Progress) -> [String] {
    if progress.requestFile != nil, !progress.isRequestAnswered {
      return [
        "Votre demande de badge sera oubliée aussi : la réponse n’arrivera plus ici.",
        "Pour voir d’abord si le badge est arrivé, tapez non, puis ouvrez la page Badge.",
      ]
    }
    return progress.award == nil
      ? [] : ["Votre badge reste dans votre dossier. La page Badge ne le saura plus."]
  }

  package func document(in session: Session) -> Document {
    Document(
      place: .init(long: "Horloge", short: "Horloge", spoken: "Horloge du poste"),
      title: "L’horloge de ce poste surprend",
      blocks: ([doubt] + losses + [question]).map { .paragraph(Text($0)) },
      question: "Tapez oui ou non")
  }

  package func takes(_ line: String, in session: Session) -> Bool {
    AnswerInput.yesOrNo(line) != nil
  }

  package mutating func answer(_ line: String, in session: inout Session) -> Turn {
    guard let yes = AnswerInput.yesOrNo(line) else { return .say("Tapez oui ou non.") }
    return yes ? Turn(.back, effects: [.purge]) : Turn(.back, notice: "Rien n’est effacé.")
  }
}

/// Where the command line may enter.
package enum Entrance {
  /// A module by its name, or the first; nil when there is none.
  package static func module(_ name: String?, in course: Course) -> (any Page)? {
    guard let name else { return course.modules.first.map { ModulePage(module: $0) } }
    return course.module(named: name).map { ModulePage(module: $0) }
  }

  /// The attestation or the badge, once the course is completed.
  package static func page(isBadge: Bool, in session: Session) -> (any Page)? {
    let turn = isBadge ? BadgePage.open(in: session) : AttestationPage.open(in: session)
    guard case .push(let page) = turn.navigation else { return nil }
    return page
  }
}
