import Course
import Display

/// The badge, always optional: what it says, whom it names, who signs it.
struct BadgePage: Page {
  enum Stage {
    case choosing
    case naming
    case mailing
    /// With an issuer, nothing is written before this « oui ».
    case confirming(BadgeIdentity)
    case done(AwardedBadge)
    case requested(RequestedBadge)
    /// A demande was made before: its answer is looked for.
    case waiting(file: String)
    /// A demande was made before, to be handed over: nothing comes back by itself.
    case handing(file: String)
    case returned(folder: String, files: [String])
    /// The badge was received, and its file is nowhere to be found.
    case missing
    case refused(String)
    /// The answers of the exam are gone: there is nothing to ask with.
    case tooLate
    /// The issuer's card cannot be read.
    case closed(card: String)
  }

  private(set) var stage: Stage

  static func open(in session: Session) -> Turn {
    guard session.progress.completion != nil else {
      return .say("Le badge s’ouvre après l’examen final.")
    }
    return .push(BadgePage(stage: stage(in: session)))
  }

  /// Where one stands, by the journal: the same when the page is opened again.
  private static func stage(in session: Session) -> Stage {
    let progress = session.progress
    guard session.installation.issuer != .local else { return .choosing }
    guard let file = progress.requestFile else { return asking(in: session) }
    if progress.isRequestAnswered { return .missing }
    return session.installation.hasDepot ? .waiting(file: file) : .handing(file: file)
  }

  /// The choice, or why it is of no use to make it.
  private static func asking(in session: Session) -> Stage {
    if case .unreadable(let card) = session.installation.issuer { return .closed(card: card) }
    guard session.progress.passed != nil else { return .tooLate }
    return .choosing
  }

  /// What the map says of the badge once the course is completed.
  static func state(in progress: Progress) -> String {
    if progress.requestFile != nil, !progress.isRequestAnswered { return "demandé" }
    return progress.award == nil ? "facultatif" : "reçu"
  }

  func document(in session: Session) -> Document { BadgeWording(session).document(stage) }

  /// The depot is looked at wherever the page comes from, as long as nothing is being typed.
  func arrival(in session: Session) -> [Effect] {
    guard session.installation.issuer != .local, !session.progress.requests.isEmpty else {
      return []
    }
    switch stage {
    case .naming, .mailing, .confirming, .done, .requested: return []
    default: return [.collectBadge]
    }
  }

  var isReadBeforeAnswering: Bool {
    switch stage {
    case .choosing, .confirming: true
    default: false
    }
  }

  var isFreeText: Bool {
    switch stage {
    case .naming, .mailing: true
    default: false
    }
  }

  func commands(in session: Session) -> [Command] {
    switch stage {
    case .naming, .mailing, .confirming: return []
    case .handing where Self.mayAskAgain(session), .refused where Self.mayAskAgain(session):
      return [Self.leaving, Self.asksAgain]
    default: return [Self.leaving]
    }
  }

  private static let leaving = Command.advance("la carte", help: "Revient à la carte du parcours.")
  private static let asksAgain = Command(
    .retry, Binding("refaire", aliases: ["redemander"], help: "Prépare une nouvelle demande."))

  /// The answers of the exam are still there, and so is somebody to ask.
  static func mayAskAgain(_ session: Session) -> Bool {
    if case .choosing = asking(in: session) { return true }
    return false
  }

  func takes(_ line: String, in session: Session) -> Bool {
    switch stage {
    case .choosing: line.contains(where: \.isNumber) || AnswerInput.yesOrNo(line) != nil
    case .confirming: AnswerInput.yesOrNo(line) != nil
    default: false
    }
  }

  mutating func answer(_ line: String, in session: inout Session) -> Turn {
    switch stage {
    case .choosing: return choose(line, session)
    case .naming:
      guard !line.isEmpty, line.count <= 100 else {
        return .say("Écrivez un nom de 1 à 100 caractères.")
      }
      return take(.name(line), session)
    case .mailing:
      let parts = line.split(separator: "@", omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."), line.count <= 254,
        !line.contains(" ")
      else {
        return .say("Cette adresse ne ressemble pas à un courriel. Exemple : prenom@ville.example")
      }
      return take(.email(line), session)
    case .confirming(let identity): return confirm(line, identity)
    default: return .stay
    }
  }

  private mutating func choose(_ line: String, _ session: Session) -> Turn {
    switch AnswerInput.yesOrNo(line) {
    case false?:
      return Turn(.home, notice: "Pas de badge pour l’instant. Vous pourrez changer d’avis.")
    case true?: return .say("Choisissez 1, 2 ou 3. Entrée seule : pas de badge.")
    case nil: break
    }
    do throws(AnswerInput.Misread) {
      switch try AnswerInput.one(line, of: 3) {
      case 1: return take(.none, session)
      case 2: stage = .naming
      default: stage = .mailing
      }
      return .stay
    } catch {
      return .say(error.sentence)
    }
  }

  /// This machine signs at once; for an issuer, the person reads first what leaves.
  private mutating func take(_ identity: BadgeIdentity, _ session: Session) -> Turn {
    guard session.installation.issuer != .local else {
      return Turn(.stay, effects: [.award(identity)])
    }
    stage = .confirming(identity)
    return .stay
  }

  private mutating func confirm(_ line: String, _ identity: BadgeIdentity) -> Turn {
    guard let yes = AnswerInput.yesOrNo(line) else { return .say("Tapez oui ou non.") }
    guard !yes else { return Turn(.stay, effects: [.award(identity)]) }
    stage = .choosing
    return .say("Aucune demande n’est faite. Choisissez encore, ou tapez non.")
  }

  mutating func perform(_ action: Action, argument: String, in session: inout Session) -> Turn {
    guard action == .retry else { return Turn(.home) }
    stage = .choosing
    return .stay
  }

  mutating func receive(_ report: Report, in session: inout Session) -> Turn {
    switch report {
    case .awarded(let badge):
      stage = .done(badge)
      return .record(.awarded(id: badge.id, fingerprint: badge.fingerprint))
    case .requested(let request):
      stage = .requested(request)
      return .record(.requested(file: request.file))
    case .collected(let badge):
      stage = .returned(folder: badge.folder, files: badge.files)
      return keep(badge, session.progress)
    case .held(let folder, let files): stage = .returned(folder: folder, files: files)
    case .refused(let sentence): stage = .refused(sentence)
    default: break
    }
    return .stay
  }

  /// The same badge found again is no new fact.
  private func keep(_ badge: ReturnedBadge, _ progress: Progress) -> Turn {
    let isKnown = progress.award?.id == badge.id && progress.award?.fingerprint == badge.fingerprint
    // A demande that still waits is settled by its badge, even one that was known before.
    guard !isKnown || progress.requestFile != nil && !progress.isRequestAnswered else {
      return .stay
    }
    return .record(.awarded(id: badge.id, fingerprint: badge.fingerprint))
  }

  func line(after line: String, by offset: Int, in session: Session) -> String? {
    guard case .choosing = stage else { return nil }
    return MenuLine.next(after: line, keys: ["1", "2", "3"], by: offset)
  }
}
