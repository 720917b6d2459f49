import Ledger
import Testing

@Suite("What a ledger refuses")
struct RuleTests {
  @Test("an event that cannot follow is refused, and nothing is written", arguments: refused)
  func refusal(before: [LedgerEvent], event: LedgerEvent, refusal: LedgerRefusal) throws {
    let scratch = Scratch()
    try scratch.record(keyed(2026) + before)
    let bytes = scratch.bytes()
    var ledger = try Ledger.open(directory: scratch.path)
    let state = ledger.state
    let error = failure { () throws(LedgerError) in
      try ledger.record(event, at: day(2026, 12))
    }
    #expect(error == .refused(refusal))
    #expect(ledger.state == state && scratch.bytes() == bytes)
    #expect(refusal.sentence.hasSuffix(".") && !refusal.sentence.hasPrefix(" "))
  }

  @Test("an event that may follow does", arguments: accepted)
  func acceptance(before: [LedgerEvent], event: LedgerEvent) throws {
    try Scratch().record(keyed(2026) + before + [event])
  }

  @Test("what may be renewed is known before the new badge is made")
  func renewable() throws {
    let states = try Scratch().record(
      keyed(2026) + [
        .issued(badge(1)), .suspended(id: urn(1), reason: "a"),
        .reinstated(id: urn(1), reason: "b"), .revoked(id: urn(1), reason: "c"),
      ])
    let found = states.map { state in
      failure { () throws(LedgerRefusal) in try state.checkRenewable(urn(1)) }
    }
    #expect(
      found[3...] == [.unknownBadge(urn(1)), nil, .suspended(urn(1)), nil, .revoked(urn(1))])
  }
}

func failure<Failure: Error>(_ body: () throws(Failure) -> Void) -> Failure? {
  do {
    try body()
    return nil
  } catch {
    return error
  }
}

private func changed(_ badge: IssuedBadge, _ body: (inout IssuedBadge) -> Void) -> LedgerEvent {
  var badge = badge
  body(&badge)
  return .issued(badge)
}

private let one = LedgerEvent.issued(badge(1))
private let revoked = LedgerEvent.revoked(id: urn(1), reason: "a")
private let suspended = LedgerEvent.suspended(id: urn(1), reason: "a")
private let reinstated = LedgerEvent.reinstated(id: urn(1), reason: "a")
private func reissued(_ from: Instant, print: Int = 99, year: Int = 2026) -> LedgerEvent {
  .reissued(
    id: urn(1), keys: keys(year), validFrom: from, fingerprint: "E-\(hex(print, 16))")
}
private let later = LedgerEvent.issued(badge(2, on: day(2026, 11)))
private let renewed = LedgerEvent.renewed(old: urn(1), new: urn(2))

private let refused: [(before: [LedgerEvent], event: LedgerEvent, refusal: LedgerRefusal)] =
  keyRefusals + issueRefusals + statusRefusals + renewalRefusals

private let keyRefusals: [([LedgerEvent], LedgerEvent, LedgerRefusal)] = [
  (
    [], .keyAdded(fragment: "ed-2026", kind: .ed25519, print: hex(1, 64)), .fragmentTaken("ed-2026")
  ),
  (
    [.keyRetired(fragment: "ed-2026")],
    .keyAdded(fragment: "ed-2026", kind: .p256, print: hex(1, 64)),
    .fragmentTaken("ed-2026")
  ),
  ([], .keyRetired(fragment: "x"), .unknownKey("x")),
  (
    [.keyRetired(fragment: "ed-2026")], .keyRetired(fragment: "ed-2026"),
    .alreadyRetired("ed-2026")
  ),
  (
    [.keyCompromised(fragment: "ed-2026", since: day(2026, 1))],
    .keyRetired(fragment: "ed-2026"), .alreadyCompromised("ed-2026")
  ),
  (
    [.keyCompromised(fragment: "ed-2026", since: day(2026, 1))],
    .keyCompromised(fragment: "ed-2026", since: day(2026, 1)), .alreadyCompromised("ed-2026")
  ),
  (
    [], .keyCompromised(fragment: "ed-2026", since: day(2027, 1)), .inTheFuture(day(2027, 1))
  ),
  ([], .keyCompromised(fragment: "x", since: day(2026, 1)), .unknownKey("x")),
]

private let issueRefusals: [([LedgerEvent], LedgerEvent, LedgerRefusal)] = [
  ([], .issued(badge(1, year: 2027)), .unknownKey("ed-2027")),
  ([.keyRetired(fragment: "es-2026")], one, .keyNotActive("es-2026")),
  (
    [.keyCompromised(fragment: "rs-2026", since: day(2026, 1))], one, .keyNotActive("rs-2026")
  ),
  (
    [], changed(badge(1)) { $0.keys.ed25519 = "es-2026" }, .wrongKind("es-2026", expected: .ed25519)
  ),
  ([one], one, .sourceTaken(by: urn(1))),
  ([one], changed(badge(2)) { $0.source = badge(1).source }, .sourceTaken(by: urn(1))),
  (
    [.issued(badge(1, draw: hex(9, 64)))], .issued(badge(2, draw: hex(9, 64))),
    .drawTaken(by: urn(1))
  ),
  ([one], changed(badge(2)) { $0.id = urn(1) }, .badgeTaken(urn(1))),
  (
    [one], changed(badge(2)) { $0.fingerprint = badge(1).fingerprint },
    .fingerprintTaken(badge(1).fingerprint)
  ),
  (
    [one], changed(badge(2)) { $0.revocation = badge(1).revocation },
    .indexTaken(.revocation, badge(1).revocation)
  ),
  (
    [one], changed(badge(2)) { $0.suspension = badge(1).suspension },
    .indexTaken(.suspension, badge(1).suspension)
  ),
  ([], changed(badge(1)) { $0.validUntil = $0.validFrom }, .datesOutOfOrder),
  ([], changed(badge(1)) { $0.awarded = day(2026, 11) }, .datesOutOfOrder),
  ([], .issued(badge(1, on: day(2027, 1))), .inTheFuture(day(2027, 1))),
  ([], .issued(badge(1, on: day(2024, 1))), .alreadyEnded(day(2025, 12).days(30))),
]

private let statusRefusals: [([LedgerEvent], LedgerEvent, LedgerRefusal)] = [
  ([], .delivered(id: urn(1)), .unknownBadge(urn(1))),
  ([one, .delivered(id: urn(1))], .delivered(id: urn(1)), .alreadyDelivered(urn(1))),
  ([], revoked, .unknownBadge(urn(1))), ([], suspended, .unknownBadge(urn(1))),
  ([], reinstated, .unknownBadge(urn(1))), ([one, revoked], revoked, .alreadyRevoked(urn(1))),
  ([one, revoked], suspended, .revoked(urn(1))), ([one, revoked], reinstated, .revoked(urn(1))),
  ([one, suspended, revoked], reinstated, .revoked(urn(1))),
  ([one, suspended], suspended, .alreadySuspended(urn(1))),
  ([one], reinstated, .notSuspended(urn(1))),
  ([one, suspended, reinstated], reinstated, .notSuspended(urn(1))),
]

private let renewalRefusals: [([LedgerEvent], LedgerEvent, LedgerRefusal)] = [
  ([], reissued(day(2026, 11)), .unknownBadge(urn(1))),
  ([one, revoked], reissued(day(2026, 11)), .revoked(urn(1))),
  ([one], reissued(day(2026, 10)), .notLater(day(2026, 10))),
  ([one], reissued(day(2030, 1)), .alreadyEnded(badge(1).validUntil)),
  ([one], reissued(day(2026, 11), print: 1), .fingerprintTaken(badge(1).fingerprint)),
  ([one], reissued(day(2026, 11), year: 2027), .unknownKey("ed-2027")),
  ([one], .renewed(old: urn(1), new: urn(1)), .renewsItself(urn(1))),
  ([later], renewed, .unknownBadge(urn(1))), ([one], renewed, .unknownBadge(urn(2))),
  ([one, later, revoked], renewed, .revoked(urn(1))),
  ([one, later, suspended], renewed, .suspended(urn(1))),
  ([one, later, .revoked(id: urn(2), reason: "a")], renewed, .revoked(urn(2))),
  (
    [one, later, renewed, .issued(badge(3, on: day(2026, 11)))],
    .renewed(old: urn(1), new: urn(3)), .alreadyRenewed(urn(1))
  ),
  (
    [one, later, renewed, .issued(badge(3))], .renewed(old: urn(3), new: urn(2)),
    .alreadyRenewal(urn(2))
  ),
  ([one, .issued(badge(2))], renewed, .endsNoLater(urn(2))),
  ([], .purged(endedBefore: day(2028, 1), count: 0, kept: 0), .inTheFuture(day(2028, 1))),
]

private let accepted: [(before: [LedgerEvent], event: LedgerEvent)] = [
  ([one, suspended], revoked), ([one, suspended, reinstated], suspended),
  ([one, suspended], reissued(day(2026, 11))), ([one, reissued(day(2026, 11))], revoked),
  (
    [.keyRetired(fragment: "ed-2026")],
    .keyCompromised(fragment: "ed-2026", since: day(2026, 1))
  ),
  ([one, .delivered(id: urn(1)), reissued(day(2026, 11))], .delivered(id: urn(1))),
  ([one, later], renewed), ([one], changed(badge(2)) { $0.keys.rsa = nil }),
]

extension Instant {
  fileprivate func days(_ count: Int) -> Instant { Instant(seconds: seconds + 86_400 * count) }
}
