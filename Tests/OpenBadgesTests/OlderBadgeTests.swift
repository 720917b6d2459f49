import JSON
import OpenBadges
import Testing

private let addresses = OlderSamples.addresses
private let context: JSON = "https://w3id.org/openbadges/v2"

@Suite("Documents of Open Badges 2.0") struct OlderBadgeTests {
  @Test("the assertion has the members of the standard, in their form")
  func assertion() throws {
    let salt = "000102030405060708090a0b0c0d0e0f"
    let expected: JSON = [
      "@context": context, "type": "Assertion",
      "id": "urn:uuid:9d2f5b1c-1111-4222-8333-444455556666",
      "recipient": [
        "type": "email", "hashed": true,
        "identity": .string(IdentityHash.sha256(Samples.email, salt: salt)), "salt": .string(salt),
      ],
      "badge": "https://ville.example/decouverte.json",
      "verification": [
        "type": "SignedBadge", "creator": "https://ville.example/cle-1.json",
      ],
      "issuedOn": "2026-11-21T09:12:33Z", "expires": "2028-11-20T09:12:33Z",
      "evidence": [
        [
          "type": "Evidence",
          "narrative": "Parcours version 3, terminé le 21 novembre 2026, en autonomie.",
        ]
      ],
    ]
    #expect(try OlderSamples.assertion() == expected)
  }

  @Test("the badge class has the members of the standard, in their form")
  func badgeClass() throws {
    let expected: JSON = [
      "@context": context, "type": "BadgeClass", "id": "https://ville.example/decouverte.json",
      "@language": "fr", "name": "IA générative : usage éclairé — Découverte",
      "description": "Les bons réflexes.\nCe n’est pas une habilitation.",
      "image": [
        "id": "data:image/png;base64,iVBORw0KGgo=", "caption": "Badge niveau Découverte",
      ],
      "criteria": ["narrative": "1. terminé neuf modules ;\n2. réussi un examen."],
      "issuer": "https://ville.example/emetteur.json", "tags": ["RGPD", "esprit critique"],
      "alignment": [
        [
          "targetName": "CRCN 4.2",
          "targetUrl": "https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000039005162",
          "targetFramework": "CRCN", "targetCode": "4.2",
        ]
      ],
    ]
    #expect(try OlderBadge.badgeClass(Samples.achievement, at: addresses) == expected)
  }

  @Test("the issuer and its key name each other")
  func issuerAndKey() throws {
    let key = try RSASamples.key().publicKey
    let profile = try OlderBadge.profile(Samples.award().issuer, at: addresses)
    let document = try OlderBadge.key(key, at: addresses)
    let expected: JSON = [
      "@context": context, "type": "Issuer", "id": "https://ville.example/emetteur.json",
      "name": "Ville d’Exemple", "url": "https://ville.example/badges",
      "email": "badges@ville.example", "publicKey": "https://ville.example/cle-1.json",
      "revocationList": "https://ville.example/retraits.json",
    ]
    let published: JSON = [
      "@context": context, "type": "CryptographicKey", "id": "https://ville.example/cle-1.json",
      "owner": "https://ville.example/emetteur.json", "publicKeyPem": .string(key.pem),
    ]
    #expect(profile == expected)
    #expect(document == published)
  }

  @Test("the facts are those of the Open Badges 3.0 credential of the same award")
  func sameFacts() throws {
    let award = try OlderSamples.award()
    let newer = Credential.document(award)
    let older = try OlderSamples.assertion()
    let badge = try OlderBadge.badgeClass(award.achievement, at: addresses)
    let achievement = newer["credentialSubject"]?["achievement"]
    let identity = newer["credentialSubject"]?["identifier"]?[0]
    for (left, right) in [
      (newer["id"], older["id"]), (newer["validFrom"], older["issuedOn"]),
      (newer["validUntil"], older["expires"]), (newer["name"], badge["name"]),
      (achievement?["description"], badge["description"]),
      (achievement?["criteria"]?["narrative"], badge["criteria"]?["narrative"]),
      (achievement?["image"]?["caption"], badge["image"]?["caption"]),
      (achievement?["tag"], badge["tags"]), (achievement?["inLanguage"], badge["@language"]),
      (identity?["identityHash"], older["recipient"]?["identity"]),
      (identity?["salt"], older["recipient"]?["salt"]),
      (newer["evidence"]?[0]?["narrative"], older["evidence"]?[0]?["narrative"]),
    ] {
      #expect(left != nil)
      #expect(left == right)
    }
  }

  @Test("a picture's address goes before the picture itself; without a text it stands alone")
  func image() throws {
    var addresses = addresses
    addresses.image = "https://ville.example/badge.png"
    var achievement = Samples.achievement
    let described = try OlderBadge.badgeClass(achievement, at: addresses)["image"]
    #expect(described?["id"] == "https://ville.example/badge.png")
    #expect(described?["caption"] == "Badge niveau Découverte")
    achievement.image = nil
    let image = try OlderBadge.badgeClass(achievement, at: addresses)["image"]
    #expect(image == "https://ville.example/badge.png")
  }

  @Test("what an award leaves out is not written")
  func absent() throws {
    var award = try OlderSamples.award()
    award.validUntil = nil
    award.evidence = []
    award.achievement.tags = []
    award.achievement.alignments = []
    var addresses = addresses
    addresses.revocations = nil
    let assertion = try OlderBadge.assertion(award, at: addresses)
    let badge = try OlderBadge.badgeClass(award.achievement, at: addresses)
    #expect(assertion["expires"] == nil && assertion["evidence"] == nil)
    #expect(badge["tags"] == nil && badge["alignment"] == nil)
    #expect(try OlderBadge.profile(award.issuer, at: addresses)["revocationList"] == nil)
    #expect(throws: OlderRefusal.address) { try OlderBadge.revocationList([], at: addresses) }
  }

  @Test("a revocation list never has fewer than two entries", arguments: 0...4)
  func revocations(_ count: Int) throws {
    let revoked = (0..<count).map {
      OlderBadge.Revocation(
        id: "urn:uuid:9d2f5b1c-1111-4222-8333-44445555666\($0)", reason: $0 == 0 ? "Erreur." : nil)
    }
    let list = try OlderBadge.revocationList(revoked, at: addresses)
    #expect(list["type"] == "RevocationList")
    #expect(list["id"] == "https://ville.example/retraits.json")
    #expect(list["issuer"] == "https://ville.example/emetteur.json")
    let entries = try #require(list["revokedAssertions"]?.array)
    #expect(entries.count == max(2, count))
    #expect(entries.prefix(count).map { $0["id"]?.string } == revoked.map(\.id))
    #expect(Set(entries.map { $0["id"]?.string }).count == entries.count)
    if count > 0 { #expect(entries[0]["revocationReason"] == "Erreur.") }
    #expect(entries.dropFirst(max(count, 1)).allSatisfy { $0["revocationReason"] == nil })
  }

  @Test(
    "a revocation that cannot be shown or matched is refused",
    arguments: [
      ("", nil), ("9d2f5b1c", nil), ("urn:uuid:1", nil), ("ok", "\u{202E}a"), ("ok", "\u{1B}[1m"),
    ])
  func badRevocation(_ id: String, _ reason: String?) {
    let id = id == "ok" ? "urn:uuid:9d2f5b1c-1111-4222-8333-444455556666" : id
    #expect(throws: OlderRefusal.revocation) {
      try OlderBadge.revocationList([.init(id: id, reason: reason)], at: addresses)
    }
  }
}

@Suite("Signing Open Badges 2.0") struct OlderIssuingTests {
  @Test("a badge is the JWS of its assertion, RS256 alone in the header, the same each time")
  func token() throws {
    let token = try OlderSamples.jws()
    let parts = token.split(separator: ".").map(String.init)
    let bytes = try parts.map { try #require(Base64URL.decoded($0)) }
    #expect(String(decoding: bytes[0], as: UTF8.self) == #"{"alg":"RS256"}"#)
    #expect(bytes[1] == (try OlderSamples.assertion().canonical))
    #expect(
      try RSASamples.key().publicKey.accepts(bytes[2], of: Array("\(parts[0]).\(parts[1])".utf8)))
    #expect(try OlderSamples.jws() == token)
  }

  @Test("a sealed badge verifies, alone and in both pictures")
  func sealed() throws {
    let award = try OlderSamples.award()
    let jws = try OlderBadge.sealed(award, at: addresses, with: RSASamples.key())
    #expect(jws == (try OlderSamples.jws()))
    let payload = BadgePayload.assertion(Array(jws.utf8))
    let pictures = [
      Array(jws.utf8), Array((jws + "\n").utf8), try Samples.template().baked(payload),
      try PNGTemplate(PNGPictures.picture()).baked(payload),
    ]
    let verifier = try OlderSamples.verifier(recipient: Samples.email)
    for picture in pictures {
      let report = verifier.verify(picture)
      #expect(report.verdict == .valid)
      #expect(Policy.allCases.allSatisfy { report[$0].isHeld })
      #expect(report.facts?.name == "IA générative : usage éclairé — Découverte")
    }
  }

  @Test("what the standard asks for and the award lacks is refused, with its reason")
  func refused() throws {
    let key = try RSASamples.key()
    func refusal(
      _ addresses: OlderAddresses = addresses, _ change: (inout Award) -> Void
    ) throws -> OlderRefusal? {
      var award = try OlderSamples.award()
      change(&award)
      do throws(OlderRefusal) {
        _ = try OlderBadge.sealed(award, at: addresses, with: key)
        return nil
      } catch { return error }
    }
    #expect(try refusal { _ in } == nil)
    #expect(try refusal { $0.recipient = .anonymous } == .noRecipient)
    #expect(try refusal { $0.recipient = .displayedName("Camille") } == .noRecipient)
    #expect(try refusal { $0.issuer.url = nil } == .noContact)
    #expect(try refusal { $0.issuer.email = nil } == .noContact)
    #expect(try refusal { $0.achievement.image = nil } == .noImage)
    #expect(
      try refusal { $0.achievement.image?.alternative = " " } == .award(.missingAlternativeText))
    #expect(try refusal { $0.validUntil = $0.validFrom } == .award(.endsBeforeItStarts))
    #expect(
      try refusal { $0.recipient = .hashedEmail(Samples.email, salt: [1]) } == .award(.shortSalt))
    for path in [\OlderAddresses.issuer, \.key, \.badge] {
      for bad in ["", "http://ville.example/1", "urn:uuid:1", "https://", "https://a b"] {
        var other = addresses
        other[keyPath: path] = bad
        #expect(try refusal(other) { _ in } == .address, "\(bad)")
      }
    }
    var twice = addresses
    twice.key = twice.issuer
    #expect(try refusal(twice) { _ in } == .address)
  }

  @Test("a key that is not RSA is not published")
  func otherKey() throws {
    let key = P256SigningKey.generate().publicKey
    #expect(throws: OlderRefusal.key(.notRSA)) { try OlderBadge.key(key, at: addresses) }
  }

  @Test(
    "no sentence of a refusal is longer than twenty words",
    arguments: [
      OlderRefusal.address, .noRecipient, .noContact, .noImage, .revocation, .selfCheck(.invalid),
    ])
  func sentences(_ refusal: OlderRefusal) {
    for sentence in refusal.sentence.split(separator: ". ") {
      #expect(sentence.split(separator: " ").count { $0.contains(where: \.isLetter) } <= 20)
    }
    #expect(refusal.sentence.hasSuffix("."))
  }
}
