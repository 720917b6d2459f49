import BadgeRequest
import Course
import Ledger
import Reports

/// `delivrer --depot`: each demande opened, graded again, answered, then destroyed.
struct RequestDelivery: ~Copyable {
  let depot: RequestDepot
  let opening: RequestOpening
  var courses: KnownCourses
  var issuing: BadgeIssuing

  /// What became of each demande; the first failure of the machine itself ends the round.
  mutating func deliver() -> (report: BatchReport, failure: Complaint?) {
    var report = BatchReport()
    let names: [String]
    do throws(Complaint) { names = try depot.names() } catch { return (report, error) }
    var progress = ProgressLine(of: names.count)
    defer { progress.clear() }
    for (place, name) in names.enumerated() {
      progress.show(place)
      do throws(Complaint) { report.add(try answer(name, line: place + 1)) } catch {
        guard error.kind != .unusable else { return (report, error) }
        report.add(.init(line: place + 1, .refused, file: name.plain, error.sentence))
      }
    }
    return (report, nil)
  }

  private mutating func answer(
    _ name: String, line: Int
  ) throws(Complaint) -> BatchReport.Row {
    guard let entry = try depot.entry(name) else {
      let why = "Ce n’est pas un fichier de demande. Demandez à qui l’a mis, avant de le retirer."
      return .init(line: line, .refused, file: name.plain, why)
    }
    let request: BadgeRequest
    do throws(RequestRefusal) { request = try opening.open(entry.bytes) } catch {
      return try refuse(
        entry, line, error.sentence, told: RequestDelivery.unreadable,
        // A file that was named, and that our key did not open, may be anything.
        stays: error.stays || !depot.isOfAccounts)
    }
    do throws(Complaint) { return try serve(request, entry, line) } catch {
      guard error.kind != .unusable else { throw error }
      return try refuse(entry, line, error.sentence, stays: error.kind == .refused)
    }
  }

  /// What the agent reads when the demande itself cannot be.
  private static let unreadable =
    "Votre demande est abîmée, ou n’est pas pour cet émetteur : elle ne peut pas être lue."

  /// Says why in the depot, in words for the agent, then destroys the demande, unless it may be served another day.
  private func refuse(
    _ entry: RequestDepot.Entry, _ line: Int, _ sentence: String, told: String? = nil, stays: Bool
  ) throws(Complaint) -> BatchReport.Row {
    if !stays {
      // A refusal under the name of a badge that was returned would hide it.
      if !depot.hasBadge(entry.stem) { try depot.refuse(entry.stem, told ?? sentence) }
      try depot.remove(entry)
    }
    return .init(line: line, .refused, file: entry.name, sentence)
  }

  private mutating func serve(
    _ request: BadgeRequest, _ entry: RequestDepot.Entry, _ line: Int
  ) throws(Complaint) -> BatchReport.Row {
    if let known = issuing.ledger.state.badge(source: request.fingerprint) {
      return try resume(known, request, entry, line)
    }
    let (badge, signed) = try issuing.issue(try order(request, entry))
    try finish(badge.id, signed, entry)
    return .init(line: line, .delivered, badge: badge.id, file: "\(entry.stem).svg")
  }

  /// After it the demande is destroyed.
  private func refusal(_ sentence: String) -> Complaint { Complaint(sentence, .refusedForGood) }

  private mutating func resume(
    _ known: LedgerBadge, _ request: BadgeRequest, _ entry: RequestDepot.Entry, _ line: Int
  ) throws(Complaint) -> BatchReport.Row {
    try checkAccount(request, entry)
    let id = known.issued.id
    let file = "\(entry.stem).svg"
    if known.isDelivered {
      guard depot.hasBadge(entry.stem) else {
        if !depot.isOfAccounts { return try remake(known, entry, line) }
        throw refusal("Cette demande a déjà reçu son badge. Il est sous le nom de la première.")
      }
      try depot.remove(entry)
      return .init(line: line, .alreadyDelivered, badge: id, file: file)
    }
    try finish(id, try issuing.resume(known.issued), entry)
    return .init(line: line, .resumed, badge: id, file: file)
  }

  /// A demande handed over again: its badge is written once more, in the folder of today.
  private mutating func remake(
    _ known: LedgerBadge, _ entry: RequestDepot.Entry, _ line: Int
  ) throws(Complaint) -> BatchReport.Row {
    try depot.answer(entry.stem, try issuing.remade(known))
    try depot.remove(entry)
    let id = known.issued.id
    return .init(line: line, .alreadyDelivered, badge: id, file: "\(entry.stem).svg", "Refait.")
  }

  private mutating func finish(
    _ id: String, _ signed: SignedBadge, _ entry: RequestDepot.Entry
  ) throws(Complaint) {
    try depot.answer(entry.stem, signed)
    try issuing.deliver(id)
    try depot.remove(entry)
  }

  /// The badge that a demande deserves, once all was checked.
  private mutating func order(
    _ request: BadgeRequest, _ entry: RequestDepot.Entry
  ) throws(Complaint) -> BadgeOrder {
    try checkAccount(request, entry)
    let day = request.completed.day
    try checkDate(request)
    // Nothing in a demande proves that somebody was there.
    guard request.how == .alone else {
      throw refusal(
        "Un badge « en atelier » passe par la liste des présents. Demandez à qui anime.")
    }
    guard !depot.holds(entry.stem) else {
      throw Complaint(
        "Un fichier porte déjà ce nom dans « badges ». Renommez la demande.",
        .refused)
    }
    guard let version = try courses.version(request.digest, issuing.machine.today) else {
      throw Complaint(
        "Cette demande vient d’une version inconnue du parcours. Installez cette version.",
        .refused)
    }
    if case .refused(let refusal) = version.regrading.outcome(of: request) {
      throw self.refusal(refusal.sentence)
    }
    guard issuing.ledger.state.badge(draw: request.drawFingerprint) == nil else {
      throw refusal("Ce tirage a déjà donné un badge. Repassez l’examen pour en demander un autre.")
    }
    return BadgeOrder(
      statement: version.statement, recipient: request.recipient.published(Chance.bytes(16)),
      awarded: min(Instant(day), issuing.machine.now), modality: request.how.evidence,
      evidence: version.making.evidence(version: request.version, day: day, how: request.how),
      source: request.fingerprint, draw: request.drawFingerprint)
  }

  private func checkAccount(
    _ request: BadgeRequest, _ entry: RequestDepot.Entry
  ) throws(Complaint) {
    guard depot.isOfAccounts else {
      guard request.account == nil else {
        throw Complaint(
          "Cette demande est faite pour un dépôt. Remettez-la dans « demandes ».",
          .refused)
      }
      return
    }
    guard let account = request.account else {
      throw Complaint(
        "Cette demande est faite pour être remise. Délivrez-la par --demande FICHIER.",
        .refused)
    }
    guard account == entry.owner else {
      throw refusal("Cette demande a été déposée par un autre compte. Déposez-la vous-même.")
    }
  }

  private func checkDate(_ request: BadgeRequest) throws(Complaint) {
    let now = issuing.machine.now
    // One of the two clocks may be wrong: the demande waits. A day is let through, as clocks go.
    guard request.completed.seconds <= now.seconds + 86_400 else {
      throw Complaint(
        "L’examen est daté de l’avenir. Vérifiez l’horloge de cet ordinateur.",
        .refused)
    }
    guard Instant(request.completed.day).adding(months: BadgeIssuing.months) > now else {
      throw Complaint(
        "L’examen date de plus de 24 mois. Vérifiez l’horloge, puis retirez cette demande.",
        .refused)
    }
  }
}

extension RecipientChoice {
  /// As the badge shows it; an address is hashed with that salt.
  fileprivate func published(_ salt: [UInt8]) -> PublishedRecipient {
    switch self {
    case .nothing: .nothing
    case .displayedName(let name): .displayedName(name)
    case .email(let address): .hashed(address, salt: salt)
    }
  }
}
