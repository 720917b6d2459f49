import ArgumentParser
import Course
import Ledger
import Reports

/// `emetteur cle compromise`: a key in other hands; what it signed is signed again.
struct CompromisedKey: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compromise",
    abstract: "Déclarer une clé compromise et signer de nouveau ses badges.",
    discussion: "Relancée, la commande finit les badges qui manquent.")

  @OptionGroup var issuer: IssuerOptions
  @OptionGroup var passphrase: PassphraseOptions
  @Argument(help: ArgumentHelp("Nom de la clé, comme ed25519-1.", valueName: "cle"))
  var fragment: String
  @Option(
    name: .customLong("depuis"),
    help: ArgumentHelp("Premier jour du risque, comme 2026-11-21.", valueName: "jour"))
  var since: String?
  @OptionGroup var output: OutputOptions

  func run() throws {
    let issuer = try IssuerFolder(issuer.folder)
    let machine = Machine()
    var asked = AskedPassphrase(passphrase.source)
    try declare(issuer, machine, &asked)
    var issuing = try BadgeIssuing(issuer, machine, &asked)
    let signing = issuing.signing
    let badges = issuing.ledger.state.signed(by: fragment).filter {
      !$0.isAwaited && signing.signers(of: $0.issued).contains(fragment)
    }
    let unfinished = issuing.ledger.state.badges.filter {
      !$0.isDelivered && $0.wasSignedAgain && !$0.isAwaited
    }
    let output = try BadgeOutput(output.folder, issuer)
    var count = 0
    for badge in badges where badge.isStillGood(at: machine.now) {
      let (next, signed) = try issuing.reissue(badge.issued)
      try finish(next.id, signed, output, &issuing)
      count += 1
    }
    for badge in unfinished where badge.isStillGood(at: machine.now) {
      try finish(badge.issued.id, try issuing.resume(badge.issued), output, &issuing)
      count += 1
    }
    tellPerson(
      [
        "Badges signés par \(fragment.plain) : \(badges.count).",
        "Badges signés de nouveau : \(count), dans « \(output.path.plain) ».",
      ] + (count > 0 ? ["Publiez de nouveau le site, puis remettez ces badges."] : []))
    let others = issuing.ledger.state.keys.filter { !$0.isCompromised }
      .map(\.fragment).filter { name in
        badges.contains { signing.signers(of: $0.issued).contains(name) }
      }
    if !others.isEmpty {
      tellPerson([
        "Les anciens fichiers signés par \(others.joined(separator: ", ")) restent valables.",
        "Si tout le coffre a été copié, déclarez aussi ces clés.",
      ])
    }
  }

  private func finish(
    _ id: String, _ badge: SignedBadge, _ output: BadgeOutput, _ issuing: inout BadgeIssuing
  ) throws(Complaint) {
    let name = try output.write(badge, in: "resigne-\(badge.fingerprint)")
    try issuing.deliver(id)
    try writeOutput(Array("\(id)\t\(name)\n".utf8))
  }

  /// Enters the compromise once, with a new key when this one was active.
  private func declare(
    _ issuer: IssuerFolder, _ machine: Machine, _ asked: inout AskedPassphrase
  ) throws(Complaint) {
    var ledger = try issuer.ledger()
    guard let key = ledger.state.key(fragment) else {
      throw Complaint(LedgerError.refused(.unknownKey(fragment)))
    }
    guard !key.isCompromised else { return }
    let since =
      try since.map { text throws(Complaint) in Instant(try Day(asked: text)) } ?? machine.now
    guard since <= machine.now else {
      throw Complaint("Le jour du risque est dans l’avenir. Corrigez --depuis.")
    }
    // The new key first: a stop in between leaves an issuer that can still sign.
    if key.state == .active {
      _ = try KeyChange(issuer: issuer, now: machine.now).add(key.kind, &ledger, &asked)
    }
    try ledger.enter(.keyCompromised(fragment: fragment, since: since), at: machine.now)
  }
}

extension LedgerBadge {
  /// Whether it may still be signed again: neither revoked nor ended.
  func isStillGood(at now: Instant) -> Bool {
    if case .revoked = status { return false }
    return issued.validUntil > now
  }

  /// Whether its demande is still in the depot: `delivrer --depot` signs it again and returns it.
  var isAwaited: Bool { !isDelivered && issued.draw != nil }

  var wasSignedAgain: Bool { issued.validFrom != issued.awarded }
}

extension LedgerKey {
  fileprivate var isCompromised: Bool { if case .compromised = state { true } else { false } }
}
