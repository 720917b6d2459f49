import Course
import Display

/// A fact could not be kept: try again, or go on without keeping anything.
struct UnsavedPage: Page {
  let event: Event
  let complaint: Complaint

  func document(in session: Session) -> Document {
    Document(
      place: .init(long: "Enregistrement", short: "Enregistrement", spoken: "Enregistrement"),
      title: title, blocks: .paragraphs(complaint.problem, complaint.advice, kept))
  }

  private var title: String {
    switch event {
    case .requested: "Votre demande n’est pas encore notée ici"
    case .awarded: "Votre badge n’est pas encore noté ici"
    default: "Votre réponse n’est pas encore gardée"
    }
  }

  private var kept: String {
    switch event {
    case .requested(let file): "La demande elle-même est faite. Son fichier : \(file)"
    case .awarded: "Le badge lui-même est dans votre dossier."
    default: "Votre réponse reste à l’écran."
    }
  }

  func commands(in session: Session) -> [Command] {
    [
      Command(
        .retry,
        Binding(
          "réessayer", keys: [.enter], label: "réessayer", help: "Essaie encore d’enregistrer.")),
      Command(
        .goOnUnsaved,
        Binding(
          "continuer", aliases: ["continuer sans enregistrer"], label: "continuer sans enregistrer",
          help: "Continue, mais rien n’est gardé.")),
      Command(
        .back,
        Binding(
          "retour", keys: [.left, .escape], help: "Essaie encore d’enregistrer.", isQuiet: true)),
    ]
  }

  /// The page goes once the fact is recorded: going back would lose it, and tries again.
  mutating func perform(_ action: Action, argument: String, in session: inout Session) -> Turn {
    guard action == .goOnUnsaved else { return Turn(.stay, effects: [.record(event)]) }
    session.isSaving = false
    return Turn(
      .stay, effects: [.stopSaving, .record(event)], notice: "Vous continuez sans enregistrer.")
  }
}
