import BadgeRequest
import Course
import Ledger
import OpenBadges
import Reports

/// `delivrer --csv`: a badge for each row of a list, never two for one row.
struct ListDelivery: ~Copyable {
  let making: StatementMaking
  let output: BadgeOutput
  /// The key of the installed statement.
  let statement: String
  /// Whether files of badges delivered before are written again.
  let isRemade: Bool
  var issuing: BadgeIssuing

  /// What was done, row by row; the first failure of the machine itself ends the list.
  mutating func deliver(_ list: AwardList) -> (report: BatchReport, failure: Complaint?) {
    var report = BatchReport(list.refusals)
    var progress = ProgressLine(of: list.rows.count)
    defer { progress.clear() }
    for (place, row) in list.rows.enumerated() {
      progress.show(place)
      do throws(Complaint) { report.add(try deliver(row)) } catch {
        guard error.kind != .unusable else { return (report, error) }
        report.add(.init(line: row.line, .refused, error.sentence))
      }
    }
    return (report, nil)
  }

  private mutating func deliver(_ row: AwardRow) throws(Complaint) -> BatchReport.Row {
    if let known = issuing.ledger.state.badge(source: row.source) {
      let id = known.issued.id
      if known.isDelivered, isRemade { return try remake(known, row) }
      if known.isDelivered {
        let isSame = known.issued.modality == row.how.evidence
        return .init(
          line: row.line, .alreadyDelivered, badge: id,
          isSame ? "" : "Le badge délivré dit « \(known.issued.modality) ». Il n’a pas changé.")
      }
      if case .revoked = known.status {
        throw Complaint("Ce badge a été retiré avant d’être remis.", .refused)
      }
      let signed = try issuing.resume(known.issued)
      let file = try output.write(signed, in: ListDelivery.name(row.line, signed))
      try issuing.deliver(id)
      return .init(line: row.line, .resumed, badge: id, file: file)
    }
    let (badge, signed) = try issuing.issue(try order(row))
    let file = try output.write(signed, in: ListDelivery.name(row.line, signed))
    try issuing.deliver(badge.id)
    return .init(line: row.line, .delivered, badge: badge.id, file: file)
  }

  /// The same files again, byte for byte but the date of the proof: no badge is made.
  private mutating func remake(
    _ known: LedgerBadge, _ row: AwardRow
  ) throws(Complaint) -> BatchReport.Row {
    let signed = try issuing.remade(known)
    let file = try output.write(signed, in: ListDelivery.name(row.line, signed))
    return .init(line: row.line, .alreadyDelivered, badge: known.issued.id, file: file, "Refait.")
  }

  private func order(_ row: AwardRow) throws(Complaint) -> BadgeOrder {
    BadgeOrder(
      statement: try statement(of: row.version),
      recipient: row.recipient.published(salt: Chance.bytes(16)),
      awarded: min(Instant(row.day), issuing.machine.now), modality: row.how.evidence,
      evidence: making.evidence(version: row.version, day: row.day, how: row.how),
      source: row.source)
  }

  /// The installed version's, or what was stated of a former one: no badge says two versions.
  private func statement(of version: String) throws(Complaint) -> String {
    if version.isEmpty || version == making.course.version { return statement }
    for key in try issuing.statements.keys() {
      let stated = try issuing.statements.statement(key)
      if stated.version == version, stated.badge == making.course.badge { return key }
    }
    throw Complaint(
      "Aucun badge n’a été délivré pour la version « \(version.plain) ». Corrigez cette colonne.",
      .refused)
  }

  /// `0012-E-7f3c2a9104be66d0`.
  private static func name(_ line: Int, _ badge: SignedBadge) -> String {
    let digits = String(line)
    return String(repeating: "0", count: max(0, 4 - digits.count))
      + "\(digits)-\(badge.fingerprint)"
  }
}

extension AwardRecipient {
  /// As the badge shows it; an address is hashed with that salt.
  func published(salt: [UInt8]) -> PublishedRecipient {
    switch self {
    case .anonymous: .nothing
    case .displayedName(let name): .displayedName(name)
    case .email(let address): .hashed(address, salt: salt)
    }
  }
}

extension PublishedRecipient {
  /// An address, hidden.
  static func hashed(_ address: String, salt: [UInt8]) -> PublishedRecipient {
    let salt = salt.hexadecimal
    return .hashedEmail(
      hash: IdentityHash.sha256(IdentityHash.normalised(address), salt: salt), salt: salt)
  }
}
