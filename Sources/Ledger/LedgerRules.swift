extension LedgerState {
  /// Refuses an event that cannot follow; changes nothing.
  package func check(_ event: LedgerEvent, at time: Instant) throws(LedgerRefusal) {
    switch event {
    case .issued(let badge): try checkIssuing(badge, at: time)
    case .delivered(let id):
      guard try !known(id).isDelivered else { throw .alreadyDelivered(id) }
    case .revoked(let id, _):
      if case .revoked = try known(id).status { throw .alreadyRevoked(id) }
    case .suspended(let id, _):
      if case .suspended = try unrevoked(id).status { throw .alreadySuspended(id) }
    case .reinstated(let id, _):
      guard case .suspended = try unrevoked(id).status else { throw .notSuspended(id) }
    case .reissued(let id, let keys, let validFrom, let print):
      try checkReissuing(try unrevoked(id), keys, validFrom, print)
    case .renewed(let old, let new): try checkRenewing(old, by: new)
    case .closed(let badge): try checkIndexes(badge.index)
    case .purged(let date, _, _): guard date <= time else { throw .inTheFuture(date) }
    case .keyAdded(let fragment, _, _):
      guard key(fragment) == nil else { throw .fragmentTaken(fragment) }
    case .keyRetired(let fragment): try checkRetiring(fragment)
    case .keyCompromised(let fragment, let since):
      if case .compromised = try knownKey(fragment).state { throw .alreadyCompromised(fragment) }
      guard since <= time else { throw .inTheFuture(since) }
    }
  }

  /// Refuses a badge that cannot be renewed, before the one that would renew it is made.
  package func checkRenewable(_ old: String) throws(LedgerRefusal) {
    let badge = try unrevoked(old)
    if case .suspended = badge.status { throw .suspended(old) }
    guard badge.renewedBy == nil else { throw .alreadyRenewed(old) }
  }

  private func checkIssuing(_ badge: IssuedBadge, at time: Instant) throws(LedgerRefusal) {
    if let taken = self.badge(source: badge.source) { throw .sourceTaken(by: taken.issued.id) }
    if let draw = badge.draw, let taken = self.badge(draw: draw) {
      throw .drawTaken(by: taken.issued.id)
    }
    guard self.badge(id: badge.id) == nil else { throw .badgeTaken(badge.id) }
    try checkFingerprint(badge.fingerprint)
    try checkIndexes(badge.index)
    try checkActive(badge.keys)
    guard badge.awarded <= badge.validFrom, badge.validFrom < badge.validUntil
    else { throw .datesOutOfOrder }
    guard badge.awarded <= time else { throw .inTheFuture(badge.awarded) }
    // Once purged its source is forgotten: an old list must not give it again.
    guard badge.validUntil > time else { throw .alreadyEnded(badge.validUntil) }
  }

  private func checkReissuing(
    _ badge: LedgerBadge, _ keys: SigningKeys, _ validFrom: Instant, _ print: String
  ) throws(LedgerRefusal) {
    try checkFingerprint(print)
    try checkActive(keys)
    guard validFrom > badge.issued.validFrom else { throw .notLater(badge.issued.validFrom) }
    guard validFrom < badge.issued.validUntil
    else { throw .alreadyEnded(badge.issued.validUntil) }
  }

  private func checkRenewing(_ old: String, by new: String) throws(LedgerRefusal) {
    guard old != new else { throw .renewsItself(old) }
    try checkRenewable(old)
    let renewal = try unrevoked(new)
    guard renewal.renews == nil else { throw .alreadyRenewal(new) }
    guard renewal.issued.validUntil > (try known(old).issued.validUntil)
    else { throw .endsNoLater(new) }
  }

  private func checkRetiring(_ fragment: String) throws(LedgerRefusal) {
    switch try knownKey(fragment).state {
    case .active: break
    case .retired: throw .alreadyRetired(fragment)
    case .compromised: throw .alreadyCompromised(fragment)
    }
  }

  private func checkActive(_ keys: SigningKeys) throws(LedgerRefusal) {
    for (fragment, kind) in keys.kinds {
      let key = try knownKey(fragment)
      guard key.kind == kind else { throw .wrongKind(fragment, expected: kind) }
      guard key.state == .active else { throw .keyNotActive(fragment) }
    }
  }

  private func checkIndexes(_ index: (StatusPurpose) -> StatusIndex) throws(LedgerRefusal) {
    for purpose in StatusPurpose.allCases where used(purpose).contains(index(purpose)) {
      throw .indexTaken(purpose, index(purpose))
    }
  }

  private func checkFingerprint(_ print: String) throws(LedgerRefusal) {
    guard placeByFingerprint[print] == nil else { throw .fingerprintTaken(print) }
  }

  private func known(_ id: String) throws(LedgerRefusal) -> LedgerBadge {
    guard let badge = badge(id: id) else { throw .unknownBadge(id) }
    return badge
  }

  private func unrevoked(_ id: String) throws(LedgerRefusal) -> LedgerBadge {
    let badge = try known(id)
    if case .revoked = badge.status { throw .revoked(id) }
    return badge
  }

  private func knownKey(_ fragment: String) throws(LedgerRefusal) -> LedgerKey {
    guard let key = key(fragment) else { throw .unknownKey(fragment) }
    return key
  }
}
