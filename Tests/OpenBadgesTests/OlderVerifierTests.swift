import JSON
import OpenBadges
import Testing

private let issuer = OlderSamples.addresses.issuer
private let keyID = OlderSamples.addresses.key
private let badgeID = OlderSamples.addresses.badge
private let listID = "https://ville.example/retraits.json"

/// The documents with one member replaced, added, or taken away by nil.
private func documents(_ address: String, _ path: [String], _ value: JSON?) throws -> [String: JSON]
{
  var documents = try OlderSamples.documents()
  documents[address] = documents[address]?.with(path, value)
  return documents
}

@Suite("Verifying Open Badges 2.0") struct OlderVerifierTests {
  @Test("a good badge holds on every point, and its facts are shown")
  func good() throws {
    let report = try OlderSamples.report(OlderSamples.jws(), recipient: Samples.email)
    #expect(Policy.allCases.allSatisfy { report[$0].isHeld })
    #expect(report.exitCode == 0)
    let facts = try #require(report.facts)
    #expect(facts.id == "urn:uuid:9d2f5b1c-1111-4222-8333-444455556666")
    #expect(facts.subject == nil)
    #expect(facts.issuer == issuer)
    #expect(facts.issuerName == "Ville d’Exemple")
    #expect(facts.recognisedAs == "Notre ville")
    #expect(facts.holder == .hashedEmail)
    #expect(facts.validFrom == Samples.day)
    #expect(facts.validUntil == Samples.end)
    #expect(facts.evidence == ["Parcours version 3, terminé le 21 novembre 2026, en autonomie."])
    #expect(report.fingerprint == .of(try OlderSamples.assertion().canonical))
    #expect(report.json["controles"]?.array?.count == 6)
  }

  @Test("what others may write otherwise is read")
  func variants() throws {
    let assertion = try OlderSamples.assertion()
    let badge = try #require(try OlderSamples.documents()[badgeID])
    for other in [
      assertion.with("@context", ["https://w3id.org/openbadges/v2", "https://a.example/x"]),
      assertion.with("type", ["Assertion", "Extension"]),
      assertion.with("verification", ["type": "signed", "creator": .string(keyID)]),
      assertion.with("verification", ["type": ["SignedBadge"]]),
      assertion.with("verification", nil).with("verify", ["type": "SignedBadge"]),
      assertion.with("evidence", "https://ville.example/preuve"),
      assertion.with("evidence", ["narrative": "Texte."]), assertion.with("evidence", nil),
      assertion.with("issuedOn", "2026-11-21T09:12:33.123456+00:00"),
      assertion.with("issuedOn", "2026-11-21T10:12:33+01:00"), assertion.with("expires", nil),
      assertion.with("badge", badge), assertion.with("image", "https://ville.example/1.png"),
      assertion.with(
        "badge", badge.with("issuer", ["id": .string(issuer), "publicKey": "https://x.y/1"])),
    ] {
      #expect(try OlderSamples.report(OlderSamples.token(other)).verdict == .valid, "\(other.text)")
    }
    for header: JSON in [
      ["typ": "JWT", "alg": "RS256"], ["alg": "RS256", "kid": .string(keyID)],
    ] {
      #expect(try OlderSamples.report(OlderSamples.token(header: header)).verdict == .valid)
    }
  }

  @Test("what issuers may publish otherwise is read")
  func publishedVariants() throws {
    let token = try OlderSamples.jws()
    let key = try #require(try OlderSamples.documents()[keyID])
    let pem = try #require(key["publicKeyPem"]?.string)
    for (address, path, value): (String, [String], JSON?) in [
      (issuer, ["type"], "Profile"), (issuer, ["type"], ["Issuer", "Profile"]),
      (issuer, ["publicKey"], [.string(keyID)]),
      (issuer, ["publicKey"], ["https://ville.example/cle-0.json", .string(keyID)]),
      (issuer, ["publicKey"], key), (issuer, ["publicKey"], [key]),
      (badgeID, ["issuer"], ["id": .string(issuer), "name": "Un autre nom"]),
      (badgeID, ["criteria"], "https://ville.example/criteres"),
      (badgeID, ["image"], "https://ville.example/1.png"), (listID, ["issuer"], nil),
      (listID, ["revokedAssertions"], []),
      (keyID, ["publicKeyPem"], .string(pem + "\n\n")),
      (keyID, ["publicKeyPem"], .string(pem.replacing("\n", with: "\r\n"))),
    ] {
      let report = try OlderSamples.report(token, documents(address, path, value))
      #expect(report.verdict == .valid, "\(address) \(path)")
      #expect(report[.status] == .held)
    }
    var embedded = try documents(issuer, ["publicKey"], key)
    embedded[keyID] = nil
    #expect(try OlderSamples.report(token, embedded).verdict == .valid)
  }

  @Test(
    "an assertion that departs from the standard is refused, with its reason",
    arguments: [
      (["@context"], nil, Flaw.assertionForm),
      (["@context"], "https://w3id.org/openbadges/v1", .assertionForm),
      (["@context"], ["https://a.example/x", "https://w3id.org/openbadges/v2"], .assertionForm),
      (["@context"], [], .assertionForm), (["type"], nil, .assertionForm),
      (["type"], "BadgeClass", .assertionForm), (["id"], nil, .assertionForm),
      (["id"], "", .assertionForm), (["id"], 1, .assertionForm), (["id"], "a b:c", .assertionForm),
      (["recipient"], nil, .assertionForm), (["recipient"], "a@b.c", .assertionForm),
      (["recipient", "hashed"], "true", .assertionForm),
      (["recipient", "hashed"], nil, .assertionForm),
      (["recipient", "identity"], nil, .assertionForm),
      (["recipient", "type"], nil, .assertionForm),
      (["recipient", "salt"], 1, .assertionForm), (["badge"], nil, .assertionForm),
      (["badge"], [], .assertionForm), (["badge"], "", .assertionForm),
      (["badge"], [:], .hostedForm),
      (["verification"], nil, .assertionForm), (["verification"], "SignedBadge", .assertionForm),
      (["verification", "type"], nil, .assertionForm),
      (["verification", "type"], "Autre", .assertionForm),
      (["verification", "type"], "HostedBadge", .hostedBadge),
      (["verification", "type"], ["SignedBadge", "HostedBadge"], .hostedBadge),
      (["verification", "creator"], 1, .assertionForm),
      (["verification", "creator"], "", .assertionForm),
      (["issuedOn"], nil, .dateForm), (["issuedOn"], "2026-11-21", .dateForm),
      (["issuedOn"], "2026-11-21T09:12:33", .dateForm), (["issuedOn"], 1_795_252_353, .dateForm),
      (["issuedOn"], "2026-11-21T09:12:33.Z", .dateForm),
      (["issuedOn"], "2026-11-21T09:12:33.1234567890Z", .dateForm),
      (["expires"], "jamais", .dateForm), (["expires"], .null, .dateForm),
    ] as [([String], JSON?, Flaw)])
  func refusedAssertion(_ path: [String], _ value: JSON?, _ flaw: Flaw) throws {
    let token = try OlderSamples.token(OlderSamples.assertion().with(path, value))
    let report = try OlderSamples.report(token)
    #expect(report[.structure] == .failed(flaw))
    #expect(report.facts == nil)
    #expect(report.exitCode == (flaw == .hostedBadge ? 2 : 1))
  }

  @Test(
    "a published document that departs from the standard is refused",
    arguments: [
      (issuer, ["id"], nil), (issuer, ["id"], "https://ville.example/emetteur.jso"),
      (issuer, ["id"], "HTTPS://ville.example/emetteur.json"), (issuer, ["type"], "BadgeClass"),
      (issuer, ["@context"], "https://w3id.org/openbadges/v1"), (issuer, ["name"], nil),
      (issuer, ["url"], nil), (issuer, ["email"], nil), (issuer, ["publicKey"], 1),
      (issuer, ["publicKey"], [["owner": "x"]]), (issuer, ["revocationList"], []),
      (badgeID, ["id"], "https://autre.example/1"), (badgeID, ["type"], "Assertion"),
      (badgeID, ["name"], nil), (badgeID, ["description"], nil), (badgeID, ["image"], nil),
      (badgeID, ["criteria"], nil), (badgeID, ["issuer"], nil), (badgeID, ["issuer"], 1),
      (badgeID, ["issuer"], ["name": "Ville"]),
    ] as [(String, [String], JSON?)])
  func refusedDocument(_ address: String, _ path: [String], _ value: JSON?) throws {
    let report = try OlderSamples.report(OlderSamples.jws(), documents(address, path, value))
    #expect(report[.structure] == .failed(.hostedForm))
    #expect(report.exitCode == 1)
  }

  @Test(
    "bytes that are no JSON object are no document",
    arguments: ["", "[]", "{", "{\"a\":1,\"a\":1}", "\u{FEFF}{}"])
  func notJSON(_ text: String) throws {
    for address in [issuer, badgeID] {
      var verifier = try OlderSamples.verifier()
      verifier.documents[address] = Array(text.utf8)
      let report = verifier.verify(Array(try OlderSamples.jws().utf8))
      #expect(report[.structure] == .failed(.hostedForm))
    }
  }

  @Test(
    "without a document the proof is not checked, and the badge is not called valid",
    arguments: [issuer, badgeID, keyID])
  func missing(_ address: String) throws {
    var documents = try OlderSamples.documents()
    documents[address] = nil
    let report = try OlderSamples.report(OlderSamples.jws(), documents)
    #expect(report[.proof] == .notChecked(.documentMissing))
    #expect(report.verdict == .invalid)
    #expect(report.facts == nil)
    #expect(report[.issuer] == .notChecked(.earlierFailure))
  }

  @Test(
    "a badge is valid from its first to its last second, both included",
    arguments: [
      (Samples.day - 1, Outcome.failed(.notYetValid), Int32(4)), (Samples.day, .held, 0),
      (Samples.end, .held, 0), (Samples.end + 1, .failed(.expired), 4),
      (.min, .failed(.notYetValid), 4),
      (.max, .failed(.expired), 4),
    ])
  func dates(_ now: Int, _ outcome: Outcome, _ code: Int32) throws {
    let report = try OlderSamples.report(OlderSamples.jws(), now: now)
    #expect(report[.dates] == outcome)
    #expect(report.exitCode == code)
  }

  @Test("without a trust list the issuer is not checked, with another it is unknown")
  func trust() throws {
    var verifier = try OlderSamples.verifier()
    let token = Array(try OlderSamples.jws().utf8)
    verifier.trust = .empty
    #expect(verifier.verify(token)[.issuer] == .notChecked(.noTrust))
    verifier.trust = TrustStore(trusting: "https://ville.example/emetteur", label: "Autre")
    #expect(verifier.verify(token)[.issuer] == .failed(.issuerUnknown))
    #expect(verifier.verify(token).exitCode == 5)
  }

  @Test("the recipient is recognised by the hashed address, and nobody else is")
  func recipient() throws {
    let token = try OlderSamples.jws()
    for (typed, outcome): (String, Outcome) in [
      (Samples.email, .held), (" Camille.LeGoff@Ville.Example ", .held),
      ("camille@ville.example", .failed(.recipientOther)), ("", .failed(.recipientOther)),
    ] {
      let report = try OlderSamples.report(token, recipient: typed)
      #expect(report[.recipient] == outcome)
      #expect(report.exitCode == (outcome.isHeld ? 0 : 1))
    }
    #expect(try OlderSamples.report(token)[.recipient] == .notChecked(.noRecipientGiven))
  }

  @Test("recipients of other kinds are read as the standard writes them")
  func recipients() throws {
    let hash = "sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399"
    for (kind, isHashed, identity, outcome): (String, Bool, String, Outcome) in [
      ("email", false, "A@example.com", .held), ("email", true, hash, .held),
      ("email", true, "a@example.com", .failed(.recipientUnreadable)),
      ("email", true, "md5$79f7a6fc4b5a2ac5bfbca60a31bc9ae4", .failed(.recipientUnreadable)),
      ("url", false, "a@example.com", .failed(.recipientUnnamed)),
    ] {
      let recipient: JSON = [
        "type": .string(kind), "hashed": .bool(isHashed), "identity": .string(identity),
        "salt": "Kosher",
      ]
      let token = try OlderSamples.token(OlderSamples.assertion().with("recipient", recipient))
      #expect(try OlderSamples.report(token, recipient: "a@example.com")[.recipient] == outcome)
    }
  }
}

@Suite("Revocation in Open Badges 2.0") struct OlderStatusTests {
  private let id = "urn:uuid:9d2f5b1c-1111-4222-8333-444455556666"

  private func report(_ entries: JSON?) throws -> VerificationReport {
    try OlderSamples.report(OlderSamples.jws(), documents(listID, ["revokedAssertions"], entries))
  }

  @Test("a badge that the list names, in any of its forms, is revoked")
  func named() throws {
    let other: JSON = "urn:uuid:00000000-0000-0000-0000-000000000000"
    for entries: JSON in [
      [.string(id)], [["id": .string(id)]], [other, ["id": .string(id), "revocationReason": "x"]],
      .string(id), ["id": .string(id)], [["uid": .string(id)]],
    ] {
      let report = try report(entries)
      #expect(report[.status] == .failed(.revoked))
      #expect(report.verdict == .revoked)
      #expect(report.facts != nil)
    }
    #expect(try report([other])[.status] == .held)
    #expect(try report([.string(id + "0")])[.status] == .held)
  }

  @Test("our own list, with this badge and with others only")
  func ours() throws {
    let mine = OlderBadge.Revocation(id: id, reason: "Erreur de saisie.")
    for (revoked, outcome): ([OlderBadge.Revocation], Outcome) in [
      ([mine], .failed(.revoked)), ([], .held),
      ([.init(id: "urn:uuid:9d2f5b1c-1111-4222-8333-444455556667")], .held),
    ] {
      var documents = try OlderSamples.documents()
      documents[listID] = try OlderBadge.revocationList(revoked, at: OlderSamples.addresses)
      #expect(try OlderSamples.report(OlderSamples.jws(), documents)[.status] == outcome)
    }
  }

  @Test("an old identifier may name the badge too")
  func uid() throws {
    let token = try OlderSamples.token(OlderSamples.assertion().with("uid", "abc"))
    let documents = try documents(listID, ["revokedAssertions"], [["uid": "abc"]])
    #expect(try OlderSamples.report(token, documents)[.status] == .failed(.revoked))
    #expect(try OlderSamples.report(OlderSamples.jws(), documents)[.status] == .held)
  }

  @Test("a badge that says it is revoked is", arguments: [JSON.bool(true), "true", 1, .null])
  func itself(_ value: JSON) throws {
    let token = try OlderSamples.token(OlderSamples.assertion().with("revoked", value))
    #expect(try OlderSamples.report(token)[.status] == .failed(.revoked))
  }

  @Test("what is missing or unreadable is never taken for good")
  func unreadable() throws {
    for entries: JSON? in [nil, .null, [.null], [1], [[:]], [["revocationReason": "x"]], [[]]] {
      #expect(try report(entries)[.status] == .notChecked(.statusUnreadable))
    }
    for (path, value): (String, JSON?) in [
      ("type", "BadgeClass"), ("id", "https://ville.example/autre.json"), ("@context", nil),
      ("issuer", "https://autre.example/1"), ("issuer", 1),
    ] {
      let documents = try documents(listID, [path], value)
      #expect(
        try OlderSamples.report(OlderSamples.jws(), documents)[.status]
          == .notChecked(.statusUnreadable), "\(path)")
    }
    var documents = try OlderSamples.documents()
    documents[listID] = nil
    #expect(
      try OlderSamples.report(OlderSamples.jws(), documents)[.status] == .notChecked(.statusMissing)
    )
    let without = try OpenBadgesTests.documents(issuer, ["revocationList"], nil)
    #expect(
      try OlderSamples.report(OlderSamples.jws(), without)[.status] == .notChecked(.noStatusInBadge)
    )
  }
}
