import ArgumentParser
import Course
import Ledger
import Reports

/// `emetteur renouveler`: new badges that take over from others, which stay as they are.
struct RenewBadges: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "renouveler", abstract: "Renouveler des badges pour 24 mois.",
    aliases: ["renew"])

  @OptionGroup var issuer: IssuerOptions
  @OptionGroup var passphrase: PassphraseOptions
  @OptionGroup var badges: BadgeOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let issuer = try IssuerFolder(issuer.folder)
    let names = try badges.names(reason: nil)
    var asked = AskedPassphrase(passphrase.source)
    var renewal = BadgeRenewal(
      output: try BadgeOutput(output.folder, issuer),
      issuing: try BadgeIssuing(issuer, Machine(), &asked))
    var counts = (done: 0, refused: names.refused)
    for row in names.rows {
      do throws(Complaint) {
        let name = try renewal.renew(row.badge)
        tellPerson(["\(row.badge.text) → \(name)"])
        counts.done += 1
      } catch {
        guard error.status == ExitStatus.refused else { throw error }
        tellPerson([error.sentence])
        counts.refused += 1
      }
    }
    let word = counts.done > 1 ? "badges renouvelés" : "badge renouvelé"
    tellPerson(["\(counts.done) \(word) dans « \(renewal.output.path.plain) »."])
    if counts.refused > 0 { throw Complaint("", status: ExitStatus.refused) }
  }
}

extension BadgeReference {
  /// As a person would type it.
  var text: String {
    switch self {
    case .id(let text), .fingerprint(let text): text
    }
  }
}

/// A new badge for an old one; one that was cut short is finished.
struct BadgeRenewal: ~Copyable {
  let output: BadgeOutput
  var issuing: BadgeIssuing

  /// The folder of the new badge.
  mutating func renew(_ reference: BadgeReference) throws(Complaint) -> String {
    let old = try issuing.ledger.state.badge(reference)
    let source = Chance.hexadecimal(Chance.sha256(Array("renouvellement \(old.issued.id)".utf8)))
    let renewal: IssuedBadge
    let signed: SignedBadge
    if let known = issuing.ledger.state.badge(source: source), !known.isDelivered {
      renewal = known.issued
      signed = try issuing.resume(renewal)
    } else {
      try check(old)
      (renewal, signed) = try issuing.issue(order(old.issued, source))
    }
    if old.renewedBy == nil {
      try issuing.record(.renewed(old: old.issued.id, new: renewal.id))
    }
    let name = try output.write(signed, in: "renouvele-\(signed.fingerprint)")
    try issuing.deliver(renewal.id)
    return name
  }

  private func check(_ old: LedgerBadge) throws(Complaint) {
    do throws(LedgerRefusal) {
      try issuing.ledger.state.checkRenewable(old.issued.id)
      let end = issuing.machine.now.adding(months: BadgeIssuing.months)
      guard end > old.issued.validUntil else { throw .endsNoLater(old.issued.id) }
    } catch {
      throw Complaint(LedgerError.refused(error))
    }
  }

  /// The same statement, holder and evidence, from now on.
  private func order(_ old: IssuedBadge, _ source: String) -> BadgeOrder {
    let how: Modality = old.modality == Modality.alone.evidence ? .alone : .supervised
    return BadgeOrder(
      statement: old.achievement, recipient: old.recipient, awarded: issuing.machine.now,
      how: how, evidence: old.evidence, source: source)
  }
}
