import Ledger
import Testing

@Suite("Whatever is asked of a ledger")
struct PropertyTests {
  @Test("any order of events leaves a file of which every prefix replays", arguments: 1...12)
  func randomLife(seed: UInt64) throws {
    let scratch = Scratch()
    var dice = Dice(seed)
    try scratch.record(keyed(2026) + keyed(2027), from: day(2026, 9))
    var ledger = try Ledger.open(directory: scratch.path)
    var states = [ledger.state]
    var time = day(2026, 10)
    for _ in 0..<160 {
      time = Instant(seconds: time.seconds + dice.below(20 * 86_400))
      let event = event(&dice, at: time)
      guard (try? ledger.record(event, at: time)) != nil else {
        #expect(ledger.state == states.last)
        continue
      }
      states.append(ledger.state)
    }
    #expect(states.count > 20)
    var replayed = LedgerState()
    let lines = scratch.bytes().split(separator: 0x0A)
    // The six keys came before the first state that was kept.
    #expect(lines.count == states.count + 5)
    for (place, bytes) in lines.enumerated() {
      try replayed.take(LedgerLine(reading: Array(bytes)))
      if place >= 5 { #expect(replayed == states[place - 5]) }
      check(replayed)
    }
  }

  /// What holds of any state.
  private func check(_ state: LedgerState) {
    let revoked = state.badges.count { if case .revoked = $0.status { true } else { false } }
    #expect(state.marked(.revocation).count == revoked)
    #expect(Set(state.badges.map(\.issued.revocation)).count == state.badges.count)
    #expect(
      state.badges.allSatisfy {
        state.badge(id: $0.issued.id) == $0 && state.badge(source: $0.issued.source) == $0
          && state.badge(fingerprint: $0.issued.fingerprint) == $0
          && $0.issued.awarded <= $0.issued.validFrom
          && $0.issued.validFrom < $0.issued.validUntil
      })
  }

  private func event(_ dice: inout Dice, at time: Instant) -> LedgerEvent {
    let id = urn(dice.below(8))
    let year = 2026 + dice.below(3)
    switch dice.below(11) {
    case 0: return keyed(year)[dice.below(3)]
    case 1, 2, 3: return .issued(badge(dice.below(8), on: time, year: year))
    case 4: return .delivered(id: id)
    case 5: return .suspended(id: id, reason: "a")
    case 6: return .reinstated(id: id, reason: "b")
    case 7: return dice.below(3) == 0 ? .revoked(id: id, reason: "c") : keyed(year)[0]
    case 8: return dice.below(4) == 0 ? .keyRetired(fragment: "ed-\(year)") : keyed(year)[1]
    case 9: return .renewed(old: id, new: urn(dice.below(8)))
    default:
      let print = "E-\(hex(1000 + dice.below(100), 16))"
      return .reissued(id: id, keys: keys(year), validFrom: time, fingerprint: print)
    }
  }

  @Test("places are drawn at random and never twice; at half a list a second is opened")
  func places() throws {
    var state = LedgerState()
    var dice = Dice(3)
    var seen: Set<StatusIndex> = []
    let half = StatusIndex.placesPerList / 2
    for number in 0..<half + 200 {
      let revocation = state.freeIndex(.revocation) { dice.below($0) }
      let suspension = state.freeIndex(.suspension) { dice.below($0) }
      #expect(seen.insert(revocation).inserted)
      #expect(revocation.list == (number < half ? 1 : 2))
      let closed = ClosedBadge(
        revocation: revocation, suspension: suspension, awarded: day(2026, 1),
        validFrom: day(2026, 1), validUntil: day(2026, 2), standing: .valid)
      try state.take(LedgerLine(number: number + 1, time: day(2026, 11), event: .closed(closed)))
    }
    let low = seen.count { $0.list == 1 && $0.place < half }
    #expect((31_000...34_500).contains(low))
  }

  @Test("a source that is not random gives no place twice either", arguments: [0, -1, .min, .max])
  func stuck(value: Int) throws {
    var state = LedgerState()
    for (place, event) in keyed(2026).enumerated() {
      try state.take(LedgerLine(number: place + 1, time: day(2026, 11), event: event))
    }
    for number in 0..<40 {
      var badge = badge(number)
      badge.revocation = state.freeIndex(.revocation) { _ in value }
      badge.suspension = state.freeIndex(.suspension) { _ in value }
      try state.take(
        LedgerLine(number: number + 4, time: day(2026, 11), event: .issued(badge)))
    }
    #expect(state.badges.count == 40)
  }
}
