import Ledger
import Testing

@Suite("Three years of an issuer")
struct StoryTests {
  /// Keys changed each year, a compromise, revocations, suspensions, a renewal.
  private func tell(in path: String) throws {
    var ledger = try Ledger.open(directory: path)
    func record(_ time: Instant, _ events: [LedgerEvent]) throws {
      for event in events { try ledger.record(event, at: time) }
    }
    try record(day(2026, 9), keyed(2026))
    for number in 1...6 {
      try record(
        day(2026, 10), [.issued(named(number, on: day(2026, 10))), .delivered(id: urn(number))])
    }
    try record(day(2026, 11), [.revoked(id: urn(2), reason: "Délivré par erreur")])
    try record(day(2027, 1), keyed(2027) + retired(2026))
    try record(day(2027, 2), [.issued(badge(11, on: day(2027, 2), year: 2027))])
    try record(day(2027, 3), [.suspended(id: urn(3), reason: "Vérification demandée")])
    try record(day(2027, 4), [.reinstated(id: urn(3), reason: "Vérification faite")])
    try record(day(2027, 5), [.suspended(id: urn(4), reason: "Vérification demandée")])
    try record(
      day(2027, 6), [.keyCompromised(fragment: "ed-2027", since: day(2027, 1))] + keyed(2028))
    for badge in ledger.state.signed(by: "ed-2027") {
      let print = "E-00000000000000aa"
      try record(
        day(2027, 6),
        [
          .reissued(
            id: badge.issued.id, keys: keys(2028), validFrom: day(2027, 6), fingerprint: print)
        ])
    }
    try record(
      day(2028, 9),
      [
        .issued(badge(21, on: day(2028, 9), year: 2028)), .renewed(old: urn(1), new: urn(21)),
      ])
  }

  private func named(_ number: Int, on time: Instant) -> IssuedBadge {
    badge(number, on: time, recipient: .displayedName("Personne \(number)"), draw: hex(number, 32))
  }

  private func retired(_ year: Int) -> [LedgerEvent] {
    ["ed", "es", "rs"].map { .keyRetired(fragment: "\($0)-\(year)") }
  }

  @Test("the ledger says what became of each badge and each key")
  func states() throws {
    let scratch = Scratch()
    try tell(in: scratch.path)
    let state = try Ledger.read(directory: scratch.path).state
    #expect(
      state.badge(id: urn(2))?.status
        == .revoked(.init(kind: .revoked, time: day(2026, 11), reason: "Délivré par erreur")))
    #expect(state.badge(id: urn(3))?.status == .valid)
    #expect(state.badge(id: urn(3))?.changes.map(\.kind) == [.suspended, .reinstated])
    #expect(state.marked(.revocation) == [badge(2).revocation])
    #expect(state.marked(.suspension) == [badge(4).suspension])
    #expect(state.key("ed-2026")?.state == .retired(day(2027, 1)))
    #expect(state.key("ed-2027")?.state == .compromised(since: day(2027, 1)))
    #expect(state.key("ed-2028")?.state == .active)
    #expect(state.badge(id: urn(1))?.renewedBy == urn(21))
    #expect(state.badge(id: urn(21))?.renews == urn(1))
  }

  @Test("after a compromise no badge is signed by the key any more")
  func compromise() throws {
    let scratch = Scratch()
    try tell(in: scratch.path)
    let state = try Ledger.read(directory: scratch.path).state
    #expect(state.signed(by: "ed-2027").isEmpty)
    let badge = try #require(state.badge(id: urn(11)))
    #expect(badge.issued.awarded == day(2027, 2) && badge.issued.validFrom == day(2027, 6))
    #expect(!badge.isDelivered)
    // The former file still leads to its badge.
    #expect(state.badge(fingerprint: "E-000000000000000b") == badge)
    #expect(state.badge(fingerprint: "E-00000000000000aa") == badge)
  }

  @Test("lookups find a badge by its id, its source and its draw")
  func lookups() throws {
    let scratch = Scratch()
    try tell(in: scratch.path)
    let state = try Ledger.read(directory: scratch.path).state
    let badge = try #require(state.badge(id: urn(5)))
    #expect(state.badge(source: hex(5, 64)) == badge && state.badge(draw: hex(5, 32)) == badge)
    #expect(state.badge(id: urn(99)) == nil && state.badge(source: hex(99, 64)) == nil)
    #expect(state.signed(by: "es-2026").map(\.issued.id) == (1...6).map(urn))
  }

  @Test("a purge leaves places, dates and status, and the status lists as they were")
  func purge() throws {
    let scratch = Scratch()
    try tell(in: scratch.path)
    var ledger = try Ledger.open(directory: scratch.path)
    let before = ledger.state
    #expect(try ledger.purge(endedBefore: day(2028, 9), at: day(2030, 12)) == 0)
    #expect(ledger.state == before)
    #expect(try ledger.purge(endedBefore: day(2028, 12), at: day(2030, 12)) == 6)
    let after = ledger.state
    for purpose in StatusPurpose.allCases {
      #expect(after.marked(purpose) == before.marked(purpose))
    }
    #expect(after.badges.map(\.issued.id) == [urn(11), urn(21)])
    #expect(after.closed == (1...6).compactMap { before.badge(id: urn($0)) }.map(closed))
    #expect(after.keys == before.keys)
    #expect(try Ledger.read(directory: scratch.path).state == after)
    let text = String(decoding: scratch.bytes(), as: UTF8.self)
    for trace in ["Personne", urn(1), hex(3, 32), "Vérification", "Délivré", "E-0000000000000005"] {
      #expect(!text.contains(trace), "\(trace)")
    }
    #expect(try ledger.purge(endedBefore: day(2028, 12), at: day(2030, 12)) == 0)
  }

  private func closed(_ badge: LedgerBadge) -> ClosedBadge {
    let standing: ClosedBadge.Standing =
      switch badge.status {
      case .valid: .valid
      case .revoked(let change): .revoked(change.time)
      case .suspended(let change): .suspended(change.time)
      }
    return ClosedBadge(
      revocation: badge.issued.revocation, suspension: badge.issued.suspension,
      awarded: badge.issued.awarded, validFrom: badge.issued.validFrom,
      validUntil: badge.issued.validUntil, standing: standing)
  }

  @Test("a purged place is never given again, and an old row gives no badge again")
  func afterPurge() throws {
    let scratch = Scratch()
    try tell(in: scratch.path)
    var ledger = try Ledger.open(directory: scratch.path)
    _ = try ledger.purge(endedBefore: day(2028, 12), at: day(2030, 12))
    var draws = [1, 2, 3, 4, 5, 6, 7].makeIterator()
    #expect(ledger.state.freeIndex(.revocation) { _ in draws.next() ?? 0 }.place == 7)
    let old = LedgerEvent.issued(badge(1, year: 2028))
    let error = failure { () throws(LedgerError) in try ledger.record(old, at: day(2030, 12)) }
    #expect(
      error == .refused(.indexTaken(.revocation, StatusIndex(list: 1, place: 1))))
    var again = badge(1, year: 2028)
    again.revocation.place = 900
    again.suspension.place = 900
    let ended = failure { () throws(LedgerError) in
      try ledger.record(.issued(again), at: day(2030, 12))
    }
    #expect(ended == .refused(.alreadyEnded(again.validUntil)))
  }

  @Test("no purge runs when the clock is behind, nor for a date to come")
  func clock() throws {
    let scratch = Scratch()
    try tell(in: scratch.path)
    let bytes = scratch.bytes()
    var ledger = try Ledger.open(directory: scratch.path)
    let behind = failure { () throws(LedgerError) in
      _ = try ledger.purge(endedBefore: day(2020, 1), at: day(2026, 1))
    }
    #expect(behind == .clockBehind(last: day(2028, 9)))
    let ahead = failure { () throws(LedgerError) in
      _ = try ledger.purge(endedBefore: day(2031, 2), at: day(2031, 1))
    }
    #expect(ahead == .refused(.inTheFuture(day(2031, 2))))
    #expect(scratch.bytes() == bytes)
  }

  @Test("a purge removes the torn line that was set aside, which may name someone")
  func aside() throws {
    let scratch = Scratch()
    try tell(in: scratch.path)
    scratch.write(scratch.bytes() + Array(#"{"v":1,"n":99,"name":"Zoé"#.utf8))
    var ledger = try Ledger.open(directory: scratch.path)
    #expect(scratch.names().contains("registre.coupe"))
    _ = try ledger.purge(endedBefore: day(2028, 12), at: day(2030, 12))
    #expect(scratch.names() == ["registre.jsonl", "registre.verrou"])
    try ledger.record(.keyRetired(fragment: "ed-2028"), at: day(2030, 12))
    #expect(try Ledger.read(directory: scratch.path).state == ledger.state)
  }
}
