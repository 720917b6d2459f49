import Ledger
import Testing

@Suite("A line of the ledger")
struct LineTests {
  @Test("every event is read back as it was written")
  func roundTrip() throws {
    let closing: [LedgerEvent] = [
      .closed(closed(.valid)), .closed(closed(.revoked(day(2027, 1)))),
      .closed(closed(.suspended(day(2027, 1)))),
      .purged(endedBefore: day(2030, 1), count: 12, kept: 3),
    ]
    for event in everyEvent + closing {
      let line = try LedgerLine(number: 7, time: day(2026, 11), event: event)
      let again = try LedgerLine(reading: line.bytes)
      #expect(again == line && again.event == event)
      #expect(!line.bytes.contains(0x0A))
    }
  }

  @Test(
    "a badge is signed by one, two or three keys, in the order of their kinds",
    arguments: [
      SigningKeys(ed25519: "ed-1"), SigningKeys(ed25519: "ed-1", p256: "es-1"),
      SigningKeys(ed25519: "ed-1", p256: "es-1", rsa: "rs-1"),
    ])
  func signers(_ keys: SigningKeys) throws {
    var badge = badge(1)
    badge.keys = keys
    let line = try LedgerLine(number: 1, time: day(2026, 11), event: .issued(badge))
    guard case .issued(let again) = try LedgerLine(reading: line.bytes).event else { return }
    #expect(again.keys == keys)
  }

  private func closed(_ standing: ClosedBadge.Standing) -> ClosedBadge {
    ClosedBadge(
      revocation: StatusIndex(list: 2, place: 131_071),
      suspension: StatusIndex(list: 1, place: 0), awarded: day(2026, 1),
      validFrom: day(2026, 2), validUntil: day(2028, 1), standing: standing)
  }

  @Test("the bytes are those of the format, checksum included")
  func golden() throws {
    let line = try LedgerLine(
      number: 12, time: day(2026, 11), event: .revoked(id: urn(1), reason: "Départ « été »"))
    let head = #"{"v":1,"n":12,"t":"2026-11-01T12:00:00Z","e":"revoked","id":"#
    #expect(line.bytes == sealed(head + #""\#(urn(1))","why":"Départ « été »""#))
  }

  @Test("a text for people that hides something is refused", arguments: hidden)
  func hiddenText(text: String) {
    #expect(throws: LedgerFault.malformed("why")) {
      try write(.revoked(id: urn(1), reason: text))
    }
    #expect(throws: LedgerFault.malformed("name")) {
      try write(.issued(badge(1, recipient: .displayedName(text))))
    }
  }

  @Test("an address in clear never enters the ledger")
  func address() {
    for hash in ["ana@ville.fr", "sha256$ana@ville.fr", "sha256$" + hex(1, 63), ""] {
      #expect(throws: LedgerFault.malformed("hash")) {
        let recipient = PublishedRecipient.hashedEmail(hash: hash, salt: hex(1, 32))
        try write(.issued(badge(1, recipient: recipient)))
      }
    }
    let text = #"{"v":1,"n":1,"t":"2026-11-01T12:00:00Z","e":"delivered","id":"ana@ville.fr""#
    #expect(throws: LedgerFault.malformed("id")) { try LedgerLine(reading: sealed(text)) }
  }

  @Test("values out of their range are refused", arguments: implausible)
  func implausibleBadge(key: String, change: @Sendable (inout IssuedBadge) -> Void) {
    var badge = badge(1)
    change(&badge)
    #expect(throws: LedgerFault.malformed(key)) { try write(.issued(badge)) }
  }

  @Test("any byte that changes is found")
  func flips() throws {
    let line = try LedgerLine(number: 1, time: day(2026, 11), event: .issued(badge(1)))
    for place in line.bytes.indices {
      for mask: UInt8 in [1, 0x20, 0x80] {
        var bytes = line.bytes
        bytes[place] ^= mask
        #expect(throws: LedgerFault.self) { try LedgerLine(reading: bytes) }
      }
    }
  }

  @Test("what is no line of this format is told apart", arguments: strangers)
  func stranger(text: String, fault: LedgerFault) {
    #expect(throws: fault) { try LedgerLine(reading: sealed(text)) }
    #expect(fault.sentence.hasSuffix(".") && fault.sentence.count < 120)
  }

  @Test("instants that no calendar has are refused", arguments: noInstants)
  func noInstant(text: String) { #expect(Instant(text) == nil) }

  @Test("instants are written as they are read, over eight thousand years")
  func instants() throws {
    for seconds in stride(from: 0, to: 253_402_300_800, by: 86_400 * 97 + 3_601) {
      #expect(Instant(Instant(seconds: seconds).description)?.seconds == seconds)
    }
    #expect(Instant("2028-02-29T23:59:59Z")?.seconds == 1_835_481_599)
    #expect(Instant(seconds: .max).description == "9999-12-31T23:59:59Z")
    #expect(Instant(seconds: -1).description == "1970-01-01T00:00:00Z")
  }

  private func write(_ event: LedgerEvent) throws {
    _ = try LedgerLine(number: 1, time: day(2026, 11), event: event)
  }
}

private let hidden = [
  "", " ", "\u{A0}", "a\nb", "a\tb", "\u{1B}[31m", "a\u{202E}b", "a\u{200B}b", "\u{FEFF}a",
  "a\u{2028}b", "a\u{7F}", String(repeating: "é", count: 600),
]

private let implausible: [(key: String, change: @Sendable (inout IssuedBadge) -> Void)] = [
  ("id", { $0.id = "urn:uuid:1" }), ("id", { $0.id = $0.id.uppercased() }),
  ("s", { $0.subject = "mailto:ana@ville.fr" }), ("p", { $0.fingerprint = "0000" }),
  ("a", { $0.achievement = "une réussite" }), ("a", { $0.achievement = "" }),
  ("i", { $0.revocation.place = 131_072 }), ("i", { $0.revocation.list = 0 }),
  ("i", { $0.suspension.place = -1 }), ("k", { $0.keys.p256 = "" }),
  ("k", { $0.keys.rsa = "a b" }), ("src", { $0.source = "xyz" }), ("src", { $0.source = "" }),
  ("draw", { $0.draw = "Zoé" }), ("how", { $0.modality = "" }), ("ev", { $0.evidence = "a\nb" }),
]

private let strangers: [(text: String, fault: LedgerFault)] = [
  (#"{"v":2,"n":1,"t":"?""#, .newer(2)), (#"{"v":0,"n":1"#, .malformed("v")),
  (#"{"n":1"#, .malformed("v")), (#"{"v":1,"n":0"#, .malformed("n")),
  (#"{"v":1,"n":1.5"#, .malformed("n")), (#"{"v":1,"n":1,"t":"2026-11-21""#, .malformed("t")),
  (#"{"v":1,"n":1,"t":"2026-11-21T09:12:33Z""#, .malformed("e")),
  (#"{"v":1,"n":1,"t":"2026-11-21T09:12:33Z","e":"later""#, .unknownEvent),
  (#"{"v":1,"v":1"#, .checksum), (#"{"v":1,"n":[}"#, .checksum), ("", .checksum),
]

private let noInstants = [
  "", "2026-11-21", "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z",
  "2026-01-00T00:00:00Z", "2026-01-01T24:00:00Z", "2026-01-01T00:60:00Z", "2026-01-01T00:00:60Z",
  "1969-12-31T23:59:59Z", "2026-01-01T00:00:00+", "2026-01-01t00:00:00Z", "+026-01-01T00:00:00Z",
  "２０２６-01-01T00:00:00Z",
]
