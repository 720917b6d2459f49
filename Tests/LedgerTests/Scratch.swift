import FoundationEssentials
import Glibc
import Ledger

/// An issuer's folder for one test, removed afterwards.
struct Scratch: ~Copyable {
  let path: String

  /// In memory where there is such a disk: thousands of ledgers are opened here.
  init() {
    let parent = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
    var template = Array("\(parent)/registre-test-XXXXXX".utf8CString)
    path = mkdtemp(&template).map { String(cString: $0) } ?? "/nonexistent"
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ bytes: [UInt8]) {
    let file = open("\(path)/\(Ledger.fileName)", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    _ = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
    close(file)
  }

  func bytes(of name: String = Ledger.fileName) -> [UInt8] {
    FileManager.default.contents(atPath: "\(path)/\(name)").map { Array($0) } ?? []
  }

  func names() -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  /// Records the events in order, a minute apart; gives the state after each.
  @discardableResult
  func record(
    _ events: [LedgerEvent], from start: Instant = day(2026, 11)
  ) throws -> [LedgerState] {
    var ledger = try Ledger.open(directory: path)
    var states = [ledger.state]
    for (place, event) in events.enumerated() {
      try ledger.record(event, at: Instant(seconds: start.seconds + 60 * place))
      states.append(ledger.state)
    }
    return states
  }
}

/// The first of a month, at noon.
func day(_ year: Int, _ month: Int) -> Instant {
  Instant("\(year)-\(month < 10 ? "0" : "")\(month)-01T12:00:00Z") ?? Instant(seconds: 0)
}

/// `urn:uuid:…` made of a number.
func urn(_ number: Int) -> String { "urn:uuid:00000000-0000-4000-8000-\(hex(number, 12))" }

func hex(_ number: Int, _ width: Int) -> String {
  let digits = String(number, radix: 16)
  return String(repeating: "0", count: width - digits.count) + digits
}

/// A plausible badge made of a number, awarded on a day and valid for 24 months.
func badge(
  _ number: Int, on awarded: Instant = day(2026, 10), year: Int = 2026,
  recipient: PublishedRecipient = .nothing, draw: String? = nil
) -> IssuedBadge {
  IssuedBadge(
    id: urn(number), subject: urn(number + 0x1_0000_0000), fingerprint: "E-\(hex(number, 16))",
    achievement: "ia-decouverte@1.0",
    revocation: StatusIndex(list: 1 + number / 100_000, place: number % 100_000),
    suspension: StatusIndex(list: 1 + number / 100_000, place: 131_071 - number % 100_000),
    keys: keys(year), awarded: awarded, validFrom: awarded,
    validUntil: Instant(seconds: awarded.seconds + 730 * 86_400),
    modality: "en autonomie, sans surveillance",
    evidence: "Parcours version 1.0, terminé le 1er octobre 2026, en autonomie.",
    recipient: recipient, source: hex(number, 64), draw: draw)
}

/// The keys of a year.
func keys(_ year: Int) -> SigningKeys {
  SigningKeys(ed25519: "ed-\(year)", p256: "es-\(year)", rsa: "rs-\(year)")
}

/// The events that bring the keys of a year.
func keyed(_ year: Int) -> [LedgerEvent] {
  [
    .keyAdded(fragment: "ed-\(year)", kind: .ed25519, print: hex(year, 64)),
    .keyAdded(fragment: "es-\(year)", kind: .p256, print: hex(year, 64)),
    .keyAdded(fragment: "rs-\(year)", kind: .rsa, print: hex(year, 64)),
  ]
}

/// Events of every kind but those of a purge, in an order that is accepted.
let everyEvent: [LedgerEvent] =
  keyed(2026) + [
    .keyAdded(fragment: "x-1", kind: .x25519, print: hex(1, 64)),
    .issued(badge(1, recipient: .displayedName("Zoé « d’Œuf » Ñ"))),
    .delivered(id: urn(1)),
    .issued(
      badge(
        2,
        recipient: .hashedEmail(
          hash: "sha256$" + hex(77, 64), salt: "00112233445566778899aabbccddeeff"),
        draw: hex(5, 64))),
    .suspended(id: urn(1), reason: "Contrôle en cours"),
    .reinstated(id: urn(1), reason: "Contrôle terminé"),
    .revoked(id: urn(2), reason: "Délivré deux fois"),
    .keyCompromised(fragment: "ed-2026", since: day(2026, 9)),
    .keyRetired(fragment: "es-2026"),
  ] + keyed(2027) + [
    .reissued(
      id: urn(1), keys: keys(2027), validFrom: day(2026, 11), fingerprint: "E-00000000000000ff"),
    .issued(badge(3, on: day(2026, 11), year: 2027)),
    .renewed(old: urn(1), new: urn(3)),
  ]

/// A generator of numbers that always gives the same ones.
struct Dice {
  private var seed: UInt64

  init(_ seed: UInt64) { self.seed = seed }

  mutating func below(_ bound: Int) -> Int {
    seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((seed >> 33) % UInt64(bound))
  }
}

/// A line with its checksum, computed bit by bit.
func sealed(_ text: String) -> [UInt8] {
  var value: UInt32 = ~0
  for byte in text.utf8 {
    value ^= UInt32(byte)
    for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
  }
  return Array("\(text),\"c\":\"\(hex(Int(~value), 8))\"}".utf8)
}
