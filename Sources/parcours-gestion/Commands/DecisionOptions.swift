import ArgumentParser
import Ledger

/// What every decision on badges is told.
struct DecisionOptions: ParsableArguments {
  @OptionGroup var issuer: IssuerOptions
  @OptionGroup var badges: BadgeOptions
  @Option(name: .customLong("motif"), help: "Motif, gardé au registre seulement.")
  var reason: String?

  func folder() throws(Complaint) -> IssuerFolder { try IssuerFolder(issuer.folder) }

  /// Takes the decision on each badge; `done` counts them, one and several.
  ///
  /// Throws when one badge at least was left as it was.
  func take(
    _ issuer: IssuerFolder, _ done: (singular: String, plural: String),
    _ event: (_ id: String, _ reason: String) -> LedgerEvent
  ) throws {
    _ = try issuer.requiredAddress("ses badges ne peuvent pas être retirés")
    let names = try badges.names(reason: reason)
    var refused = names.refused
    var ledger = try issuer.ledger()
    let now = Machine().now
    var count = 0
    for row in names.rows {
      do throws(Complaint) {
        let badge = try ledger.state.badge(row.badge)
        try ledger.enter(event(badge.issued.id, row.reason), at: now)
        count += 1
        if let next = badge.renewedBy {
          tellPerson(["\(row.badge.text) a été renouvelé ; ceci ne touche pas \(next)."])
        }
      } catch {
        guard error.kind != .unusable else { throw error }
        tellPerson([error.sentence])
        refused += 1
      }
    }
    tellPerson(["\(count) \(count > 1 ? done.plural : done.singular)."])
    if count > 0 { tellPerson(["Publiez de nouveau le site pour le faire savoir."]) }
    if refused > 0 { throw ExitCode(ExitStatus.refused) }
  }
}
