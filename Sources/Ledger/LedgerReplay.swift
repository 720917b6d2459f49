extension LedgerState {
  /// Adds a line of the file; `order` when its number is not above the last.
  package mutating func take(_ line: LedgerLine) throws(LedgerFault) {
    guard line.number > lastNumber else { throw .order }
    if line.number > lastNumber + 1, firstGap == nil { firstGap = lines + 1 }
    if case .purged(_, _, let kept) = line.event {
      // What a purge took out, it counted: what is missing besides was taken out by something else.
      guard kept == lines else { throw .missing }
      firstGap = nil
    }
    do throws(LedgerRefusal) {
      try check(line.event, at: line.time)
    } catch {
      throw .refused(error)
    }
    apply(line.event, at: line.time)
    lines += 1
    lastNumber = line.number
    lastTime = line.time
  }

  /// Folds an event that `check` has accepted.
  private mutating func apply(_ event: LedgerEvent, at time: Instant) {
    switch event {
    case .issued(let badge): add(badge)
    case .delivered(let id): change(id) { $0.isDelivered = true }
    case .revoked(let id, let reason): change(id, to: .revoked, at: time, reason)
    case .suspended(let id, let reason): change(id, to: .suspended, at: time, reason)
    case .reinstated(let id, let reason): change(id, to: .reinstated, at: time, reason)
    case .reissued(let id, let keys, let validFrom, let print):
      sign(id, keys, from: validFrom, print)
    case .renewed(let old, let new):
      change(old) { $0.renewedBy = new }
      change(new) { $0.renews = old }
    case .closed(let badge):
      use(badge.index)
      closed.append(badge)
    case .purged: break
    case .keyAdded, .keyRetired, .keyCompromised: applyToKey(event, at: time)
    }
  }

  private mutating func applyToKey(_ event: LedgerEvent, at time: Instant) {
    switch event {
    case .keyAdded(let fragment, let kind, let print):
      placeByFragment[fragment] = keys.count
      keys.append(LedgerKey(fragment: fragment, kind: kind, print: print, added: time))
    case .keyRetired(let fragment): changeKey(fragment, to: .retired(time))
    case .keyCompromised(let fragment, let since):
      changeKey(fragment, to: .compromised(since: since))
    default: break
    }
  }

  private mutating func add(_ badge: IssuedBadge) {
    let place = badges.count
    placeByID[badge.id] = place
    placeBySource[badge.source] = place
    placeByFingerprint[badge.fingerprint] = place
    if let draw = badge.draw { placeByDraw[draw] = place }
    use(badge.index)
    badges.append(LedgerBadge(issued: badge))
  }

  private mutating func use(_ index: (StatusPurpose) -> StatusIndex) {
    usedForRevocation.insert(index(.revocation))
    usedForSuspension.insert(index(.suspension))
  }

  private mutating func change(
    _ id: String, to kind: StatusChange.Kind, at time: Instant, _ reason: String
  ) {
    change(id) { $0.changes.append(StatusChange(kind: kind, time: time, reason: reason)) }
  }

  private mutating func sign(
    _ id: String, _ keys: SigningKeys, from validFrom: Instant, _ print: String
  ) {
    placeByFingerprint[print] = placeByID[id]
    change(id) { badge in
      badge.issued.keys = keys
      badge.issued.validFrom = validFrom
      badge.issued.fingerprint = print
      badge.isDelivered = false
    }
  }

  private mutating func change(_ id: String, _ body: (inout LedgerBadge) -> Void) {
    if let place = placeByID[id] { body(&badges[place]) }
  }

  private mutating func changeKey(_ fragment: String, to state: LedgerKey.State) {
    if let place = placeByFragment[fragment] { keys[place].state = state }
  }
}
