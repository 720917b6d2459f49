import JSON
import OpenBadges
import Testing

private let address = "https://ville.example/statuts/retraits.json"
private let issuer = "did:web:ville.example"

private func credential(
  _ indexes: [Int] = [3], _ purpose: StatusList.Purpose = .revocation, id: String = address,
  from: Int? = Samples.day, until: Int? = Samples.end
) throws -> StatusListCredential {
  var list = StatusList(purpose)
  for index in indexes { try list.set(index) }
  return StatusListCredential(
    id: id, issuer: issuer, validFrom: from, validUntil: until, list: list)
}

@Suite("Status list credentials") struct StatusCredentialTests {
  @Test("the document has the members of the standard, in their form")
  func form() throws {
    let made = try credential()
    let document = try made.document()
    let expected: JSON = [
      "@context": ["https://www.w3.org/ns/credentials/v2"], "id": .string(address),
      "type": ["VerifiableCredential", "BitstringStatusListCredential"], "issuer": .string(issuer),
      "validFrom": "2026-11-21T09:12:33Z", "validUntil": "2028-11-20T09:12:33Z",
      "credentialSubject": [
        "id": .string(address + "#list"), "type": "BitstringStatusList",
        "statusPurpose": "revocation", "encodedList": .string(try made.list.encoded()),
      ],
    ]
    #expect(document == expected)
    #expect(try made.document().canonical == document.canonical)
  }

  @Test("what is written is read back", arguments: StatusList.Purpose.allCases)
  func roundTrip(_ purpose: StatusList.Purpose) throws {
    for made in [
      try credential([0, 131_071], purpose), try credential([], purpose, from: nil, until: nil),
    ] {
      let bytes = try made.document().bytes
      #expect(try StatusListCredential(reading: JSON(parsing: bytes)) == made)
    }
  }

  @Test("what others may add or write otherwise is read")
  func variants() throws {
    let document = try credential().document()
    for other in [
      document.with("issuer", ["id": .string(issuer), "name": "Ville"]),
      document.with("proof", [:]),
      document.with(["credentialSubject", "type"], ["BitstringStatusList"]),
      document.with(["credentialSubject", "id"], nil),
      document.with(["credentialSubject", "ttl"], 300_000),
      document.with(["credentialSubject", "statusSize"], 1),
      document.with(
        "@context",
        ["https://www.w3.org/ns/credentials/v2", "https://w3id.org/security/data-integrity/v2"]),
    ] {
      #expect(try StatusListCredential(reading: other) == credential())
    }
  }

  @Test(
    "a document that departs from the standard is refused, with its reason",
    arguments: [
      (["@context"], nil, StatusRefusal.contexts), (["@context"], [], .contexts),
      (["@context"], "https://www.w3.org/ns/credentials/v2", .contexts),
      (["@context"], ["https://www.w3.org/2018/credentials/v1"], .contexts),
      (["type"], nil, .type), (["type"], "BitstringStatusListCredential", .type),
      (["type"], ["VerifiableCredential", "StatusList2021Credential"], .type),
      (["type"], ["BitstringStatusListCredential"], .type),
      (["id"], nil, .address), (["id"], 1, .address), (["id"], "http://ville.example/1", .address),
      (["id"], "urn:uuid:1", .address), (["issuer"], nil, .issuer), (["issuer"], "ville", .issuer),
      (["issuer"], [], .issuer), (["issuer"], ["name": "Ville"], .issuer),
      (["validFrom"], "hier", .dates), (["validUntil"], 12, .dates),
      (["validUntil"], .null, .dates),
      (["credentialSubject"], nil, .subject), (["credentialSubject"], [], .subject),
      (["credentialSubject", "type"], nil, .subject),
      (["credentialSubject", "type"], "StatusList2021", .subject),
      (["credentialSubject", "type"], ["BitstringStatusList", "Autre"], .subject),
      (["credentialSubject", "statusPurpose"], nil, .purpose),
      (["credentialSubject", "statusPurpose"], [], .purpose),
      (["credentialSubject", "statusPurpose"], ["message"], .purpose),
      (["credentialSubject", "ttl"], "300000", .dates), (["credentialSubject", "ttl"], -1, .dates),
      (["credentialSubject", "statusPurpose"], "message", .purpose),
      (["credentialSubject", "statusPurpose"], "Revocation", .purpose),
      (["credentialSubject", "statusSize"], 2, .size),
      (["credentialSubject", "statusSize"], "1", .size),
      (["credentialSubject", "encodedList"], nil, .subject),
      (["credentialSubject", "encodedList"], ["u"], .subject),
      (["credentialSubject", "encodedList"], "H4sI", .encoding),
      (["credentialSubject", "encodedList"], "u", .compression),
    ] as [([String], JSON?, StatusRefusal)])
  func refused(_ path: [String], _ value: JSON?, _ refusal: StatusRefusal) throws {
    let document = try credential().document().with(path, value)
    #expect(throws: refusal) { try StatusListCredential(reading: document) }
  }

  @Test("a list of several purposes is read for the one that is asked")
  func purposes() throws {
    let both = try credential().document()
      .with(["credentialSubject", "statusPurpose"], ["suspension", "revocation", "x"])
    #expect(try StatusListCredential(reading: both, for: .revocation).list.purpose == .revocation)
    #expect(try StatusListCredential(reading: both).list.purpose == .suspension)
  }

  @Test("a list without an end lasts what it announces")
  func lasting() throws {
    let list = try credential().document().with("validUntil", nil)
      .with(["credentialSubject", "ttl"], 300_000)
    let read = try StatusListCredential(reading: list)
    #expect(read.validUntil == read.validFrom.map { $0 + 300 })
  }

  @Test("no object is no list", arguments: [JSON.null, 1, "u", [], [:]])
  func noObject(_ value: JSON) {
    #expect(throws: StatusRefusal.contexts) { try StatusListCredential(reading: value) }
  }

  @Test(
    "what cannot be published is refused before it is signed",
    arguments: [
      ("http://ville.example/1", issuer, Samples.day, StatusRefusal.address),
      ("", issuer, Samples.day, .address), (address + "#1", issuer, Samples.day, .address),
      (address, "", Samples.day, .issuer), (address, issuer, -1, .dates),
      (address, issuer, .max, .dates),
    ])
  func unfit(_ id: String, _ issuer: String, _ from: Int, _ refusal: StatusRefusal) {
    let made = StatusListCredential(
      id: id, issuer: issuer, validFrom: from, validUntil: nil, list: StatusList(.revocation))
    #expect(throws: refusal) { try made.document() }
  }
}

@Suite("A badge's place in a list") struct StatusEntryTests {
  private static let entry: JSON = [
    "id": .string(address + "#94567"), "type": "BitstringStatusListEntry",
    "statusPurpose": "revocation", "statusListIndex": "94567",
    "statusListCredential": .string(address),
  ]

  @Test("the entry has the members of the standard, its index as a string")
  func form() throws {
    let made = try StatusEntry(list: address, purpose: .revocation, index: 94_567)
    #expect(made.json == StatusEntryTests.entry)
    #expect(try StatusEntry(reading: made.json) == made)
  }

  @Test(
    "an entry that departs from the standard is refused, with its reason",
    arguments: [
      ("type", nil, StatusRefusal.type), ("type", "StatusList2021Entry", .type), ("id", 1, .type),
      ("statusPurpose", nil, .purpose), ("statusPurpose", "message", .purpose),
      ("statusPurpose", ["revocation"], .purpose), ("statusSize", 2, .size),
      ("statusSize", "1", .size), ("statusListCredential", nil, .address),
      ("statusListCredential", "http://ville.example/1", .address),
      ("statusListCredential", "https://ville.example/1#2", .address),
      ("statusListIndex", nil, .indexForm), ("statusListIndex", 94_567, .indexForm),
      ("statusListIndex", "", .indexForm), ("statusListIndex", "-1", .indexForm),
      ("statusListIndex", "+1", .indexForm), ("statusListIndex", "01", .indexForm),
      ("statusListIndex", " 1", .indexForm), ("statusListIndex", "1 ", .indexForm),
      ("statusListIndex", "1.0", .indexForm), ("statusListIndex", "0x10", .indexForm),
      ("statusListIndex", "1e3", .indexForm), ("statusListIndex", "١", .indexForm),
      ("statusListIndex", "99999999999999999999", .indexForm),
      ("statusListIndex", "8388608", .indexOutside),
      ("statusListIndex", "999999999999999999", .indexOutside),
    ] as [(String, JSON?, StatusRefusal)])
  func refused(_ member: String, _ value: JSON?, _ refusal: StatusRefusal) {
    let entry = StatusEntryTests.entry.with(member, value)
    #expect(throws: refusal) { try StatusEntry(reading: entry) }
  }

  @Test("the first and the last index are read", arguments: [0, 1, 9, 10, 131_071, 8_388_607])
  func ends(_ index: Int) throws {
    let entry = StatusEntryTests.entry.with("statusListIndex", "\(index)").with("id", nil)
    #expect(try StatusEntry(reading: entry).index == index)
  }

  @Test("no entry is made that no list can have", arguments: [-1, 8_388_608, .min, .max])
  func unfit(_ index: Int) {
    #expect(throws: StatusRefusal.indexOutside) {
      try StatusEntry(list: address, purpose: .revocation, index: index)
    }
  }

  @Test("a badge says its place: one object, or an array when there are two")
  func inBadge() throws {
    var award = try Samples.award()
    #expect(Credential.document(award)["credentialStatus"] == nil)
    let first = try StatusEntry(list: address, purpose: .revocation, index: 3)
    award.status = [first]
    #expect(Credential.document(award)["credentialStatus"] == first.json)
    let second = try StatusEntry(list: address + "2", purpose: .suspension, index: 4)
    award.status = [first, second]
    #expect(Credential.document(award)["credentialStatus"] == [first.json, second.json])
    #expect(try Samples.report(Samples.token(award))[.proof] == .held)
  }
}

@Suite("What a list says of a badge") struct StatusCheckTests {
  private func outcome(
    _ status: JSON?, now: Int = Samples.day, signer: String = issuer,
    _ lists: [StatusListCredential]
  ) -> Outcome {
    var named: [StatusCheck.Name: StatusListCredential] = [:]
    for list in lists {
      for purpose in StatusList.Purpose.allCases {
        named[.init(list: list.id, purpose: purpose)] = list
      }
    }
    return StatusCheck.outcome(of: status, issuer: signer, lists: named, now: now)
  }

  private func entry(
    _ index: Int, _ purpose: StatusList.Purpose = .revocation, list: String = address
  ) throws -> JSON {
    try StatusEntry(list: list, purpose: purpose, index: index).json
  }

  @Test("a set bit is told by its purpose, a clear one is held")
  func bits() throws {
    let other = address + "2"
    let lists = [try credential([3]), try credential([4], .suspension, id: other)]
    let suspended = try entry(4, .suspension, list: other)
    let free = try entry(5, .suspension, list: other)
    #expect(outcome(try entry(3), lists) == .failed(.revoked))
    #expect(outcome(try entry(4), lists) == .held)
    #expect(outcome(suspended, lists) == .failed(.suspended))
    #expect(outcome([try entry(4), free], lists) == .held)
    #expect(outcome([suspended, try entry(3)], lists) == .failed(.revoked))
    #expect(outcome([try entry(4), suspended], lists) == .failed(.suspended))
  }

  @Test("what is missing or unreadable is never taken for good")
  func missing() throws {
    let list = try credential([3])
    let message = try entry(3).with("statusPurpose", "message")
    #expect(outcome(nil, [list]) == .notChecked(.noStatusInBadge))
    #expect(outcome(try entry(4), []) == .notChecked(.statusMissing))
    #expect(outcome(try entry(4, list: address + "2"), [list]) == .notChecked(.statusMissing))
    #expect(outcome(try entry(4, .suspension), [list]) == .notChecked(.statusUnreadable))
    #expect(outcome(try entry(131_072), [list]) == .notChecked(.statusUnreadable))
    #expect(outcome(message, [list]) == .notChecked(.statusUnreadable))
    // What a holder could have written in another way is a failure.
    for none in [[], .null, [try entry(4), 1], try entry(4).with("type", nil)] as [JSON] {
      #expect(outcome(none, [list]) == .failed(.statusForm), "\(none)")
    }
    for member in ["type", "statusPurpose", "statusListIndex", "statusListCredential"] {
      let value = try #require(try entry(4)[member])
      for other in [[value], ["id": value], nil] as [JSON?] {
        #expect(outcome(try entry(4).with(member, other), [list]) == .failed(.statusForm))
      }
    }
    #expect(outcome([1, try entry(3)], [list]) == .failed(.revoked))
  }

  @Test("a list of another issuer, or kept under another address, says nothing")
  func foreign() throws {
    let list = try credential([3])
    let signer = "did:web:autre.example"
    #expect(outcome(try entry(3), signer: signer, [list]) == .notChecked(.statusUnreadable))
    let entry = try entry(3, list: address + "2")
    let wrong = StatusCheck.outcome(
      of: entry, issuer: issuer, lists: [.init(list: address + "2", purpose: .revocation): list],
      now: Samples.day)
    #expect(wrong == .notChecked(.statusUnreadable))
  }

  @Test(
    "a list out of its dates clears no badge",
    arguments: [
      (Samples.day - 1, Outcome.notChecked(.statusStale)), (Samples.day, .held),
      (Samples.end, .held), (Samples.end + 1, .notChecked(.statusStale)),
    ])
  func stale(_ now: Int, _ expected: Outcome) throws {
    let list = try credential([3])
    #expect(outcome(try entry(4), now: now, [list]) == expected)
    #expect(outcome(try entry(3), now: now, [list]) == .failed(.revoked))
    let endless = try credential([3], from: nil, until: nil)
    #expect(outcome(try entry(4), now: now, [endless]) == .held)
  }
}
