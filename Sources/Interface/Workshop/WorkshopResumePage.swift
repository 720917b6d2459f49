import Course
import Display
import Workshop

/// The question whether to resume a workshop that was not closed.
struct WorkshopResumePage: Page {
  private let setup: WorkshopSetup
  private let request: WorkshopRequest
  /// nil when the content is no longer the one that was voted on.
  private let workshop: WorkshopSession?

  init(_ unfinished: UnfinishedWorkshop, request: WorkshopRequest, in session: Session) {
    setup = unfinished.setup
    self.request = request
    workshop = try? unfinished.session(in: session.course)
  }

  func document(in session: Session) -> Document {
    var document = Document(
      place: .init(long: "Atelier", short: "Atelier", spoken: "Atelier"), blocks: [],
      isProjected: true)
    guard let workshop else {
      document.title = "Un atelier ne peut pas être repris"
      document.blocks = .paragraphs(
        "L’atelier du \(setup.day.french), module \(number), n’était pas terminé.",
        "Le contenu a changé depuis : ses votes ne vont plus avec ses questions.")
      return document
    }
    document.title = "Un atelier n’est pas terminé"
    document.blocks = .paragraphs(
      "Reprendre l’atelier du \(setup.day.french), \(workshop.agenda.module.title), "
        + "\(workshop.whereabouts) ?",
      "Si vous tapez non, ses votes seront effacés quand l’autre atelier commencera.")
    document.question = "Tapez oui ou non"
    return document
  }

  private var number: String {
    setup.module.hasPrefix("M") ? String(setup.module.dropFirst()) : setup.module
  }

  func commands(in session: Session) -> [Command] {
    workshop == nil ? [.advance(help: "Commence un autre atelier.")] : []
  }

  func takes(_ line: String, in session: Session) -> Bool {
    workshop != nil && AnswerInput.yesOrNo(line) != nil
  }

  mutating func answer(_ line: String, in session: inout Session) -> Turn {
    guard let workshop, let yes = AnswerInput.yesOrNo(line) else {
      return .say("Tapez oui ou non.")
    }
    return .replace(
      yes ? WorkshopPage(workshop) : WorkshopSetupPage(request, in: session))
  }

  mutating func perform(_ action: Action, argument: String, in session: inout Session) -> Turn {
    action == .advance ? .replace(WorkshopSetupPage(request, in: session)) : .stay
  }
}
