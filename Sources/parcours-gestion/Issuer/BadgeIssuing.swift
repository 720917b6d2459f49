import Ledger
import OpenBadges

/// Badges into the ledger, then into files: whatever stops in between is taken up again.
///
/// A badge enters the ledger before its files are written, and is delivered once they are flushed.
struct BadgeIssuing: ~Copyable {
  let machine: Machine
  let signing: BadgeSigning
  let statements: StatementFiles
  var ledger: Ledger
  private var pictures: [String: BadgePictures] = [:]
  private var stated: [String: StatedAchievement] = [:]
  private var issued = 0

  /// Takes the ledger, and opens the keys.
  init(
    _ issuer: IssuerFolder, _ machine: Machine, _ passphrase: inout AskedPassphrase
  ) throws(Complaint) {
    let ledger = try issuer.ledger()
    let signing = try BadgeSigning(issuer, ledger.state, &passphrase)
    let statements = try StatementFiles(issuer.folder)
    self.machine = machine
    self.signing = signing
    self.statements = statements
    self.ledger = ledger
  }

  /// How many months a badge holds.
  static let months = 24

  /// Makes a badge and enters it in the ledger; its files are not written yet.
  mutating func issue(_ order: BadgeOrder) throws(Complaint) -> (IssuedBadge, SignedBadge) {
    var badge = IssuedBadge(
      id: Chance.uuid(), subject: Chance.uuid(), fingerprint: "", achievement: order.statement,
      revocation: ledger.state.freeIndex(.revocation) { Int.random(in: 0..<$0) },
      suspension: ledger.state.freeIndex(.suspension) { Int.random(in: 0..<$0) },
      keys: signing.signers(of: order.recipient), awarded: order.awarded, validFrom: order.awarded,
      validUntil: order.awarded.adding(months: BadgeIssuing.months),
      modality: order.modality, evidence: order.evidence, recipient: order.recipient,
      source: order.source, draw: order.draw)
    let signed = try seal(badge)
    badge.fingerprint = signed.fingerprint
    try record(.issued(badge))
    issued += 1
    machine.stopIfAsked(after: issued)
    return (badge, signed)
  }

  /// Makes again the files of a badge whose signature is in the ledger.
  ///
  /// Its keys must still be the active ones: otherwise it is signed again first.
  mutating func resume(_ badge: IssuedBadge) throws(Complaint) -> SignedBadge {
    guard signing.isCurrent(badge) else { return try reissue(badge).1 }
    let signed = try seal(badge)
    guard signed.fingerprint == badge.fingerprint else {
      throw Complaint(
        "Le badge \(badge.fingerprint) ne se refait pas à l’identique. "
          + "Vérifiez « \(IssuerSettings.fileName) ».", .refused)
    }
    return signed
  }

  /// The files of a badge that was delivered before: nothing enters the ledger.
  mutating func remade(_ known: LedgerBadge) throws(Complaint) -> SignedBadge {
    if case .revoked = known.status {
      throw Complaint("Ce badge a été retiré : il n’est pas refait.", .refused)
    }
    guard signing.isCurrent(known.issued) else {
      throw Complaint(
        "Ses clés ont changé : ses fichiers ne se refont pas. Passez par emetteur renouveler.",
        .refused)
    }
    return try resume(known.issued)
  }

  /// The same badge under today's keys, from now on; when it was earned stays.
  mutating func reissue(_ badge: IssuedBadge) throws(Complaint) -> (IssuedBadge, SignedBadge) {
    var next = badge
    next.keys = signing.signers(of: badge.recipient)
    // Twice in one second, the second one would be the first.
    next.validFrom = max(machine.now, Instant(seconds: badge.validFrom.seconds + 1))
    let signed = try seal(next)
    next.fingerprint = signed.fingerprint
    try record(
      .reissued(
        id: next.id, keys: next.keys, validFrom: next.validFrom, fingerprint: next.fingerprint))
    issued += 1
    machine.stopIfAsked(after: issued)
    return (next, signed)
  }

  /// Its files are where they should be.
  mutating func deliver(_ id: String) throws(Complaint) { try record(.delivered(id: id)) }

  mutating func record(_ event: LedgerEvent) throws(Complaint) {
    try ledger.enter(event, at: machine.now)
  }

  private mutating func seal(_ badge: IssuedBadge) throws(Complaint) -> SignedBadge {
    let key = badge.achievement
    if stated[key] == nil {
      stated[key] = try statements.statement(key)
      pictures[key] = try statements.pictures(key)
    }
    guard let statement = stated[key], let pictures = pictures[key] else {
      throw Complaint("La réalisation « \(key) » manque. Remettez la sauvegarde.")
    }
    return try signing.seal(badge, statement, pictures, at: machine.now)
  }
}
