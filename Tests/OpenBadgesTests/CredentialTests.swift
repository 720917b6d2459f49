import JSON
import OpenBadges
import Testing

@Suite("The credential of an award") struct CredentialTests {
  private static let did = "did:jwk:e30"

  /// Written by hand from the tables of Open Badges 3.0.
  private static let expected = #"""
    {
      "@context": [
        "https://www.w3.org/ns/credentials/v2",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"
      ],
      "id": "urn:uuid:9d2f5b1c-1111-4222-8333-444455556666",
      "type": ["VerifiableCredential", "OpenBadgeCredential"],
      "name": "IA générative : usage éclairé — Découverte",
      "issuer": {
        "id": "did:jwk:e30", "type": ["Profile"], "name": "Ville d’Exemple",
        "url": "https://ville.example/badges", "email": "badges@ville.example"
      },
      "validFrom": "2026-11-21T09:12:33Z",
      "validUntil": "2028-11-20T09:12:33Z",
      "credentialSubject": {
        "id": "urn:uuid:0a1b2c3d-aaaa-4bbb-8ccc-ddddeeeeffff",
        "type": ["AchievementSubject"],
        "identifier": [{
          "type": "IdentityObject", "hashed": false, "identityType": "name",
          "identityHash": "Camille Le Goff"
        }],
        "achievement": {
          "id": "urn:uuid:77777777-8888-4999-8aaa-bbbbccccdddd",
          "type": ["Achievement"],
          "achievementType": "Badge",
          "name": "IA générative : usage éclairé — Découverte",
          "description": "Les bons réflexes.\nCe n’est pas une habilitation.",
          "criteria": {"narrative": "1. terminé neuf modules ;\n2. réussi un examen."},
          "inLanguage": "fr",
          "tag": ["RGPD", "esprit critique"],
          "alignment": [{
            "type": ["Alignment"], "targetName": "CRCN 4.2",
            "targetUrl": "https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000039005162",
            "targetFramework": "CRCN", "targetCode": "4.2"
          }],
          "image": {
            "id": "data:image/png;base64,iVBORw0KGgo=", "type": "Image",
            "caption": "Badge niveau Découverte"
          }
        }
      },
      "evidence": [{
        "type": ["Evidence"],
        "narrative": "Parcours version 3, terminé le 21 novembre 2026, en autonomie."
      }]
    }
    """#

  @Test("a full award gives the document written by hand, member for member")
  func full() throws {
    let document = Credential.document(try Samples.award(did: CredentialTests.did))
    #expect(document == (try JSON(parsing: CredentialTests.expected)))
  }

  @Test("what an award leaves out leaves no member: no null, nothing empty")
  func bare() throws {
    var award = try Samples.award(.anonymous, did: CredentialTests.did)
    award.validUntil = nil
    award.evidence = []
    award.issuer.url = nil
    award.issuer.email = nil
    award.achievement.tags = []
    award.achievement.alignments = []
    award.achievement.image = nil
    let expected = try JSON(parsing: CredentialTests.expected)
      .with("validUntil", nil).with("evidence", nil).with(["issuer", "url"], nil)
      .with(["issuer", "email"], nil).with(["credentialSubject", "identifier"], nil)
      .with(["credentialSubject", "achievement", "tag"], nil)
      .with(["credentialSubject", "achievement", "alignment"], nil)
      .with(["credentialSubject", "achievement", "image"], nil)
    #expect(Credential.document(award) == expected)
  }

  @Test("a hashed address is never in the document, its salt is")
  func hashed() throws {
    let award = try Samples.award(.hashedEmail(" Camille.LeGoff@ville.example", salt: Samples.salt))
    let document = Credential.document(award)
    let salt = "000102030405060708090a0b0c0d0e0f"
    #expect(
      document["credentialSubject"]?["identifier"] == [
        [
          "type": "IdentityObject", "hashed": true, "identityType": "emailAddress",
          "identityHash": .string(IdentityHash.sha256(Samples.email, salt: salt)),
          "salt": .string(salt),
        ]
      ])
    #expect(!document.text.lowercased().contains("camille"))
  }
}

@Suite("VC-JWT") struct CredentialJWTTests {
  private func parts(_ token: String) throws -> (header: JSON, payload: JSON, signature: [UInt8]) {
    let parts = token.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    try #require(parts.count == 3)
    let bytes = try parts.map { try #require(Base64URL.decoded($0)) }
    return (try JSON(parsing: bytes[0]), try JSON(parsing: bytes[1]), bytes[2])
  }

  @Test("the header holds alg, kid and typ, and nothing else")
  func header() throws {
    let key = try Samples.key()
    let header = try parts(try Samples.token()).header
    #expect(header == ["alg": "ES256", "kid": .string(key.did.text + "#0"), "typ": "JWT"])
  }

  @Test("the payload is the credential and the five claims that repeat it")
  func payload() throws {
    let award = try Samples.award()
    let (_, payload, signature) = try parts(try Samples.token())
    var expected = Credential.document(award)
    expected = expected.with("iss", .string(award.issuer.id)).with("jti", .string(award.id))
      .with("nbf", .integer(Samples.day)).with("sub", .string(award.subject))
      .with("exp", .integer(Samples.end))
    #expect(payload.canonical == expected.canonical)
    #expect(signature.count == 64)
  }

  @Test("a badge that does not expire has no exp")
  func withoutEnd() throws {
    var award = try Samples.award()
    award.validUntil = nil
    let payload = try parts(try Samples.token(award)).payload
    #expect(payload["exp"] == nil)
    #expect(payload["validUntil"] == nil)
    #expect(try Samples.report(Samples.token(award)).verdict == .valid)
  }

  @Test("header and payload are written by RFC 8785, so that they never change")
  func canonical() throws {
    let parts = try Samples.token().split(separator: ".").map(String.init)
    for part in parts.prefix(2) {
      let bytes = try #require(Base64URL.decoded(part))
      #expect(try JSON(parsing: bytes).canonical == bytes)
    }
  }
}

@Suite("Sealing") struct IssuingTests {
  @Test(
    "a sealed badge verifies in both containers",
    arguments: [
      Recipient.anonymous, .displayedName("Camille"),
      .hashedEmail(Samples.email, salt: Samples.salt),
    ])
  func roundTrip(_ recipient: Recipient) throws {
    let award = try Samples.award(recipient)
    let badge = try Samples.sealed(award)
    for bytes in badge.files.map(\.bytes) {
      let report = try Samples.report(bytes)
      #expect(report.verdict == .valid)
      #expect(report.fingerprint == badge.fingerprint)
      #expect(report.facts?.id == award.id)
    }
  }

  @Test("the fingerprint is that of the credential without claims nor proof")
  func fingerprint() throws {
    let award = try Samples.award()
    let badge = try Samples.sealed(award)
    #expect(badge.fingerprint == .of(Credential.document(award).canonical))
  }

  @Test("two sealings of one award differ by their signature alone")
  func twice() throws {
    let award = try Samples.award()
    let badges = try (0..<2).map { _ in
      try Samples.sealed(award)
    }
    #expect(badges[0].fingerprint == badges[1].fingerprint)
    let signed = try badges.map { badge in
      try #require(badge.jwt).split(separator: UInt8(ascii: ".")).prefix(2).map(Array.init)
    }
    #expect(signed[0] == signed[1])
  }

  @Test("a badge that no verifier would accept is thrown away")
  func tooLarge() throws {
    var award = try Samples.award()
    award.achievement.criteria = String(repeating: "critère ", count: 300_000)
    #expect(throws: IssuingError.selfCheck(.unusable)) {
      try Samples.sealed(award)
    }
  }
}
