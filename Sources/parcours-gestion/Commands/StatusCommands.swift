import ArgumentParser
import Ledger

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
        .refused)
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
