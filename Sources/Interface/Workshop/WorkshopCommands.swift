import Display
import Workshop

// The words and keys of a workshop, by stage.
extension WorkshopPage {
  func commands(in session: Session) -> [Command] {
    let own: [Command] =
      switch stage {
      case .cover, .reading, .decision, .reason: [.advance()]
      case .asked: [Self.noting, Self.passing, Self.explaining] + amending + [Self.voting]
      case .noted: [Self.closing] + amending + [Self.voting]
      case .shown(1): [.advance(), Self.second, Self.explaining] + amending
      case .shown: [.advance(help: "Explique les propositions.")] + amending + [Self.explaining]
      case .discussed: [Self.voteAgain, Self.explaining] + amending
      case .explained: [.advance()]
      case .plan: [.answering, .choosing]
      case .ending: []
      }
    return own + [Self.back, Self.plan, Self.finish]
  }

  /// What can be taken back, once there is a vote.
  private var amending: [Command] {
    guard !ballot.rounds.isEmpty else { return [] }
    return [
      Command(.undo, Binding("annuler", help: "Annule le dernier vote de cette question.")),
      Command(.reset, Binding("effacer", help: "Efface tous les votes de cette question.")),
    ]
  }

  private static let noting = Command(
    .answer, Binding("noter", keys: [.enter], help: "Note les totaux tapés : A:4 B:11 C:2."))

  private static let voting = Command(
    .vote,
    Binding("vote", aliases: ["totaux"], help: "Note les totaux : vote A:4 B:11.", isQuiet: true))

  private static let passing = Command(
    .advance, Binding("suite", aliases: ["passer"], help: "Passe sans voter."))

  private static let closing = Command(
    .closeVote,
    Binding(
      "fermer", aliases: ["suite"], keys: [.enter], help: "Ferme le vote et montre les résultats."))

  private static let second = Command(
    .secondVote, Binding("second", help: "Repose la question pour le second vote."))

  private static let voteAgain = Command(
    .secondVote,
    Binding(
      "second", aliases: ["suite"], keys: [.enter], label: "second vote",
      help: "Repose la question pour le second vote."))

  private static let explaining = Command(
    .explain, Binding("expliquer", help: "Explique chaque proposition, une par écran."))

  private static let back = Command(
    .back,
    Binding(
      "retour", aliases: ["précédent"], keys: [.left],
      help: "Revient en arrière."))

  private static let plan = Command(
    .plan, Binding("plan", aliases: ["menu"], help: "Montre les étapes de l’atelier."))

  private static let finish = Command(
    .finish, Binding("fin", help: "Termine l’atelier et écrit le compte rendu."))
}
