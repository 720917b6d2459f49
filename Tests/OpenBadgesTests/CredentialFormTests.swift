import JSON
import OpenBadges
import Testing

/// Rightly signed credentials of a wrong form: what an issuer's own mistake would look like.
@Suite("Credentials of a wrong form") struct CredentialFormTests {
  private func structure(_ payload: JSON) throws -> Outcome {
    try Samples.report(Forge.token(nil, payload))[.structure]
  }

  private static let subject = "credentialSubject"

  @Test(
    "a compulsory member that is missing or of another kind is refused",
    arguments: [
      (["@context"], Flaw.contexts), (["type"], .credentialType), (["id"], .credentialID),
      (["issuer"], .issuerForm), (["issuer", "id"], .issuerForm),
      (["issuer", "type"], .issuerForm),
      (["validFrom"], .dateForm), ([subject], .subjectForm), ([subject, "type"], .subjectForm),
      ([subject, "achievement"], .achievementForm),
      ([subject, "achievement", "id"], .achievementForm),
      ([subject, "achievement", "type"], .achievementForm),
      ([subject, "achievement", "name"], .achievementForm),
      ([subject, "achievement", "description"], .achievementForm),
      ([subject, "achievement", "criteria"], .achievementForm),
    ])
  func compulsory(_ path: [String], _ flaw: Flaw) throws {
    let payload = try Forge.payload()
    for value in [nil, .null, 1, "", [], [1], [:], true] as [JSON?] {
      // An empty text or object is something for a few members, and is tried below.
      if value == "", ["name", "description"].contains(path.last) { continue }
      if value == [:], path.last == "criteria" { continue }
      #expect(
        try structure(payload.with(path, value)) == .failed(flaw),
        "\(path) \(String(describing: value))")
    }
  }

  @Test(
    "a member that may be left out must be right when it is there",
    arguments: [
      (["validUntil"], Flaw.dateForm), (["issuer", "name"], .issuerForm),
      (["evidence"], .evidenceForm),
      ([subject, "identifier"], .subjectForm), ([subject, "id"], .subjectForm),
    ])
  func optional(_ path: [String], _ flaw: Flaw) throws {
    for value in [.null, 1, [:], true, [[:]], [.null]] as [JSON] {
      #expect(try structure(Forge.payload().with(path, value)) == .failed(flaw), "\(path) \(value)")
    }
  }

  @Test(
    "the contexts are those of version 2 and of Open Badges 3.0, in that order",
    arguments: [
      [], ["https://www.w3.org/ns/credentials/v2"],
      [
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        "https://www.w3.org/ns/credentials/v2",
      ],
      [
        "https://www.w3.org/ns/credentials/v2",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.33.json",
      ],
      [
        "https://www.w3.org/ns/credentials/v2",
        "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json",
      ],
      ["https://www.w3.org/ns/credentials/v2", ["@vocab": "https://a.b"]],
    ] as [JSON])
  func contexts(_ value: JSON) throws {
    #expect(try structure(Forge.payload().with("@context", value)) == .failed(.contexts))
  }

  @Test("earlier editions of the context are accepted, and more contexts after it")
  func olderContexts() throws {
    for name in ["context", "context-3.0.1", "context-3.0.2"] {
      let contexts: JSON = [
        "https://www.w3.org/ns/credentials/v2",
        .string("https://purl.imsglobal.org/spec/ob/v3p0/\(name).json"), "https://a.b/c", [:],
      ]
      #expect(try structure(Forge.payload().with("@context", contexts)) == .held)
    }
  }

  @Test(
    "the types are those of a badge",
    arguments: [
      (["VerifiableCredential", "AchievementCredential"], true),
      (["OpenBadgeCredential", "VerifiableCredential", "autre"], true),
      (["OpenBadgeCredential"], false), (["VerifiableCredential"], false),
      ("OpenBadgeCredential", false),
      (["VerifiableCredential", "EndorsementCredential"], false),
      (["verifiablecredential", "openbadgecredential"], false),
    ] as [(JSON, Bool)])
  func types(_ value: JSON, _ isBadge: Bool) throws {
    let outcome = try structure(Forge.payload().with("type", value))
    #expect(outcome == (isBadge ? .held : .failed(.credentialType)))
  }

  @Test("the vc member of version 1.1 is refused: which credential would count?")
  func legacy() throws {
    let payload = try Forge.payload()
    #expect(try structure(payload.with("vc", payload)) == .failed(.legacyClaim))
    #expect(try structure(payload.with("vc", .null)) == .failed(.legacyClaim))
  }

  @Test("an issuer may be written as its identifier alone")
  func shortIssuer() throws {
    let did = try Samples.key().did.text
    let report = try Samples.report(Forge.token(nil, Forge.payload().with("issuer", .string(did))))
    #expect(report.verdict == .valid)
    #expect(report.facts?.issuerName == nil)
  }

  @Test(
    "an identity that lacks a member, or has one of another kind, is refused",
    arguments: [
      ("type", nil), ("type", ["IdentityObject"]), ("hashed", nil), ("hashed", "true"),
      ("identityHash", nil), ("identityHash", 1), ("identityType", nil), ("identityType", []),
      ("salt", 1), ("salt", .null),
    ] as [(String, JSON?)])
  func identities(_ member: String, _ value: JSON?) throws {
    let payload = try Forge.payload(Samples.award(.hashedEmail(Samples.email, salt: Samples.salt)))
    let path = [Self.subject, "identifier"]
    let identity = try #require(payload[Self.subject]?["identifier"]?[0])
    #expect(try structure(payload.with(path, [identity])) == .held)
    #expect(
      try structure(payload.with(path, [identity.with(member, value)])) == .failed(.subjectForm))
  }

  @Test("evidence without a narrative is let through, its address is neither shown nor followed")
  func evidence() throws {
    let evidence: JSON = [["type": ["Evidence"], "id": "https://ville.example/preuve"]]
    let report = try Samples.report(Forge.token(nil, Forge.payload().with("evidence", evidence)))
    #expect(report.verdict == .valid)
    #expect(report.facts?.evidence == [])
  }
}

@Suite("Claims that contradict the credential") struct ClaimTests {
  @Test(
    "each claim repeats its member exactly",
    arguments: [
      ("iss", nil), ("iss", "did:jwk:e30"), ("iss", 1), ("jti", nil), ("jti", ""),
      ("jti", "urn:uuid:9d2f5b1c-1111-4222-8333-444455556667"), ("sub", nil),
      ("sub", "urn:uuid:9d2f5b1c-1111-4222-8333-444455556666"), ("sub", .null), ("nbf", nil),
      ("nbf", .integer(Samples.day - 1)), ("nbf", .integer(Samples.day + 1)), ("nbf", "1795252353"),
      ("nbf", 1_795_252_353.5), ("nbf", .null), ("exp", nil), ("exp", .integer(Samples.end + 1)),
      ("exp", .integer(Samples.end * 10)), ("exp", "1858324353"), ("exp", .null),
    ] as [(String, JSON?)])
  func each(_ claim: String, _ value: JSON?) throws {
    let report = try Samples.report(Forge.token(nil, Forge.payload().with(claim, value)))
    #expect(report[.proof] == .failed(.claims))
    #expect(report.exitCode == 1)
  }

  @Test(
    "each member repeats its claim exactly",
    arguments: [
      (["id"], "urn:uuid:9d2f5b1c-1111-4222-8333-444455556667"),
      (["credentialSubject", "id"], "urn:uuid:9d2f5b1c-1111-4222-8333-444455556667"),
      (["validFrom"], "2026-11-21T09:12:34Z"), (["validUntil"], "2038-11-20T09:12:33Z"),
    ] as [([String], JSON)])
  func members(_ path: [String], _ value: JSON) throws {
    let report = try Samples.report(Forge.token(nil, Forge.payload().with(path, value)))
    #expect(report[.proof] == .failed(.claims))
  }

  @Test("exp without validUntil sets the end; whatever is no date is refused")
  func lonelyEnd() throws {
    let token = try Forge.token(
      nil, try Forge.payload().with("validUntil", nil).with("exp", .integer(Samples.end)))
    #expect(try Samples.report(token).verdict == .valid)
    #expect(try Samples.report(token).facts?.validUntil == Samples.end)
    #expect(try Samples.report(token, now: Samples.end + 1).verdict == .outOfDates)
    for value in [.null, "x"] as [JSON] {
      let payload = try Forge.payload().with("validUntil", nil).with("exp", value)
      #expect(try Samples.report(Forge.token(nil, payload))[.proof] == .failed(.claims))
    }
  }

  @Test("a holder without an identifier cannot be repeated by sub")
  func noSubject() throws {
    let payload = try Forge.payload().with(["credentialSubject", "id"], nil)
    #expect(try Samples.report(Forge.token(nil, payload))[.proof] == .failed(.claims))
    let both = payload.with("sub", nil)
    #expect(try Samples.report(Forge.token(nil, both))[.proof] == .failed(.claims))
  }

  @Test("the same instant written with an offset agrees with nbf")
  func offset() throws {
    let payload = try Forge.payload().with("validFrom", "2026-11-21T10:12:33+01:00")
    #expect(try Samples.report(Forge.token(nil, payload)).verdict == .valid)
  }
}
