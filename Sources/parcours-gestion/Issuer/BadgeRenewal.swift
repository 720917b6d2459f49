import Ledger

/// A new badge for an old one; one that was cut short is finished.
struct BadgeRenewal: ~Copyable {
  let output: BadgeOutput
  var issuing: BadgeIssuing

  /// The folder of the new badge.
  mutating func renew(_ reference: BadgeReference) throws(Complaint) -> String {
    let old = try issuing.ledger.state.badge(reference)
    let source = sha256(Array("renouvellement \(old.issued.id)".utf8)).hexadecimal
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
    BadgeOrder(
      statement: old.achievement, recipient: old.recipient, awarded: issuing.machine.now,
      modality: old.modality, evidence: old.evidence, source: source)
  }
}
