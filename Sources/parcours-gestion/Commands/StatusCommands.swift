import ArgumentParser
import Ledger
import Reports

/// The badges that a command is about: their names, or a list.
struct BadgeOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp("Badges : « urn:uuid:… » ou « E-… ».", valueName: "badge"))
  var badges: [String] = []
  @Option(
    name: .customLong("csv"),
    help: ArgumentHelp(
      "Liste avec une colonne « badge », au choix « motif ».", valueName: "fichier"))
  var list: String?

  /// The names with their reasons, and how many lines of a list were refused.
  func names(reason: String?) throws(Complaint) -> (rows: [StatusChangeList.Row], refused: Int) {
    guard badges.isEmpty != (list == nil) else {
      throw Complaint("Donnez des badges, ou --csv FICHIER, l’un des deux.")
    }
    guard let list else { return (try typed(reason), 0) }
    let name = list == "-" ? "entrée standard" : list
    let bytes = try InputFile.read(list)
    do throws(TableError) {
      let changes = try StatusChangeList(reading: bytes, file: name, reason: reason)
      tellPerson(changes.remarks.map(\.description))
      tellPerson(changes.refusals.map { "\(name.plain):\($0.line) : \($0.sentence)" })
      return (changes.rows, changes.refusals.count)
    } catch {
      throw Complaint(error.sentence(file: name))
    }
  }

  private func typed(_ reason: String?) throws(Complaint) -> [StatusChangeList.Row] {
    let reason = (reason ?? "").trimmed
    guard reason.isVisible, reason.count <= 200 else {
      throw Complaint("Le motif doit tenir sur une ligne de 200 caractères. Corrigez-le.")
    }
    var rows: [StatusChangeList.Row] = []
    for (place, text) in badges.enumerated() {
      guard let badge = BadgeReference(text) else {
        throw Complaint(
          "Le badge « \(text.plain) » n’est pas reconnu. Donnez son « urn:uuid:… » ou son « E-… ».")
      }
      let why = reason.isEmpty ? "sans motif" : reason
      rows.append(.init(line: place + 1, badge: badge, reason: why))
    }
    return rows
  }
}

/// What every decision on badges is told.
struct DecisionOptions: ParsableArguments {
  @OptionGroup var issuer: IssuerOptions
  @OptionGroup var badges: BadgeOptions
  @Option(name: .customLong("motif"), help: "Motif, gardé au registre seulement.")
  var reason: String?

  /// Takes the decision on each badge; `done` counts them, one and several.
  func take(
    _ issuer: IssuerFolder, _ done: (singular: String, plural: String),
    _ event: @escaping (_ id: String, _ reason: String) -> LedgerEvent
  ) throws(Complaint) {
    try StatusDecision(issuer: issuer, done: done, event: event).take(badges, reason: reason)
  }

  func folder() throws(Complaint) -> IssuerFolder { try IssuerFolder(issuer.folder) }
}

extension LedgerState {
  /// The badge that a person names.
  func badge(_ reference: BadgeReference) throws(Complaint) -> LedgerBadge {
    let (found, name) =
      switch reference {
      case .id(let id): (badge(id: id), id)
      case .fingerprint(let print): (badge(fingerprint: print), print)
      }
    if let found { return found }
    throw Complaint(
      "Le badge « \(name) » n’est pas au registre. Vérifiez-le : emetteur montrer --json.",
      status: ExitStatus.refused)
  }
}

/// One decision on several badges, each told.
struct StatusDecision {
  let issuer: IssuerFolder
  let done: (singular: String, plural: String)
  let event: (_ id: String, _ reason: String) -> LedgerEvent

  /// Throws when one badge at least was left as it was.
  func take(_ options: BadgeOptions, reason: String?) throws(Complaint) {
    _ = try issuer.requiredAddress("ses badges ne peuvent pas être retirés")
    let names = try options.names(reason: reason)
    var refused = names.refused
    var ledger = try issuer.ledger()
    let now = Machine().now
    var count = 0
    for row in names.rows {
      do throws(Complaint) {
        let badge = try ledger.state.badge(row.badge)
        let id = badge.issued.id
        do throws(LedgerError) {
          try ledger.record(event(id, row.reason), at: now)
          count += 1
          if let next = badge.renewedBy {
            tellPerson(["\(row.badge.text) a été renouvelé ; ceci ne touche pas \(next)."])
          }
        } catch {
          throw Complaint(error)
        }
      } catch {
        guard error.status == ExitStatus.refused else { throw error }
        tellPerson([error.sentence])
        refused += 1
      }
    }
    tellPerson(["\(count) \(count > 1 ? done.plural : done.singular)."])
    if count > 0 { tellPerson(["Publiez de nouveau le site pour le faire savoir."]) }
    if refused > 0 { throw Complaint("", status: ExitStatus.refused) }
  }
}

/// `emetteur revoquer`: withdraws badges for good.
struct RevokeBadges: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revoquer", abstract: "Retirer des badges, définitivement.",
    aliases: ["revoke"])

  @OptionGroup var decision: DecisionOptions

  func run() throws {
    try decision.take(decision.folder(), ("badge retiré", "badges retirés")) {
      .revoked(id: $0, reason: $1)
    }
  }
}

/// `emetteur suspendre`: withdraws badges until further notice.
struct SuspendBadges: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suspendre", abstract: "Suspendre des badges.", aliases: ["suspend"])

  @OptionGroup var decision: DecisionOptions

  func run() throws {
    let issuer = try decision.folder()
    guard issuer.settings.suspension else {
      throw Complaint(
        "Cet émetteur a été créé sans --suspension. Retirez le badge : emetteur revoquer.",
        status: ExitStatus.refused)
    }
    try decision.take(issuer, ("badge suspendu", "badges suspendus")) {
      .suspended(id: $0, reason: $1)
    }
  }
}

/// `emetteur retablir`: lifts a suspension.
struct ReinstateBadges: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retablir", abstract: "Rétablir des badges suspendus.", aliases: ["reinstate"])

  @OptionGroup var decision: DecisionOptions

  func run() throws {
    try decision.take(decision.folder(), ("badge rétabli", "badges rétablis")) {
      .reinstated(id: $0, reason: $1)
    }
  }
}
