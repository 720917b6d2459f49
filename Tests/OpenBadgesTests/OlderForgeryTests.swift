import Crypto
import JSON
import OpenBadges
import Testing

private let victim = OlderSamples.addresses
/// What an attacker publishes on a site of theirs.
private let mine = OlderAddresses(
  issuer: "https://pirate.example/emetteur.json", key: "https://pirate.example/cle.json",
  badge: "https://pirate.example/badge.json")

@Suite("Forged badges of Open Badges 2.0") struct OlderForgeryTests {
  private func proof(_ token: String, _ documents: [String: JSON]? = nil) throws -> Outcome {
    let report = try OlderSamples.report(token, documents)
    #expect(report.verdict == .invalid)
    #expect(report.facts == nil)
    return report[.proof]
  }

  /// The victim's documents, and the attacker's beside them.
  private func documents(_ change: (inout [String: JSON]) throws -> Void = { _ in }) throws
    -> [String: JSON]
  {
    let key = try RSASamples.otherKey().publicKey
    let award = try OlderSamples.award()
    var documents = try OlderSamples.documents()
      .merging(OlderBadge.documents(for: award, at: mine, with: key)) { $1 }
    try change(&documents)
    return documents
  }

  /// An assertion on the victim's badge, signed by the attacker.
  private func forged(creator: String?, badge: JSON = .string(victim.badge)) throws -> String {
    let payload = try OlderSamples.assertion()
      .with(["verification", "creator"], creator.map(JSON.string)).with("badge", badge)
    return try OlderSamples.token(payload, by: RSASamples.otherKey())
  }

  @Test("a badge of the attacker's own is authentic, and is the attacker's")
  func honest() throws {
    let token = try forged(creator: mine.key, badge: .string(mine.badge))
    let report = try OlderSamples.report(token, documents())
    #expect(report[.proof] == .held)
    #expect(report.facts?.issuer == mine.issuer)
    #expect(report[.issuer] == .failed(.issuerUnknown))
  }

  @Test("a key that the issuer's profile does not name is not tried")
  func foreignKey() throws {
    #expect(try proof(forged(creator: mine.key), documents()) == .failed(.keyOfAnother))
  }

  @Test("a key that says it is the issuer's, and that the issuer does not name, is refused")
  func forgedOwner() throws {
    let documents = try documents { documents in
      documents[mine.key] = documents[mine.key]?.with("owner", .string(victim.issuer))
    }
    #expect(try proof(forged(creator: mine.key), documents) == .failed(.keyOfAnother))
  }

  @Test("a key that the profile names, and that is owned by another, is refused")
  func forgedLink() throws {
    let documents = try documents { documents in
      documents[victim.issuer] = documents[victim.issuer]?
        .with("publicKey", [.string(victim.key), .string(mine.key)])
    }
    #expect(try proof(forged(creator: mine.key), documents) == .failed(.keyOfAnother))
  }

  @Test("the issuer's key under another's signature is refused")
  func wrongSignature() throws {
    #expect(try proof(forged(creator: victim.key), documents()) == .failed(.signature))
    #expect(try proof(forged(creator: nil), documents()) == .failed(.signature))
  }

  @Test("a badge that names the victim as its issuer needs the victim's key")
  func borrowedIssuer() throws {
    let documents = try documents { documents in
      documents[mine.badge] = documents[mine.badge]?.with("issuer", .string(victim.issuer))
    }
    let token = try forged(creator: mine.key, badge: .string(mine.badge))
    #expect(try proof(token, documents) == .failed(.keyOfAnother))
  }

  @Test("a profile or a key that stands in the assertion is not believed")
  func embedded() throws {
    let key = try OlderBadge.key(RSASamples.otherKey().publicKey, at: mine)
      .with("owner", .string(victim.issuer))
    let badge = try #require(try OlderSamples.documents()[victim.badge])
    let profile: JSON = [
      "id": .string(victim.issuer), "type": "Issuer", "name": "Ville", "url": "https://a.b",
      "email": "a@b.c", "publicKey": key,
    ]
    let token = try forged(creator: mine.key, badge: badge.with("issuer", profile))
    #expect(try proof(token, documents()) == .failed(.keyOfAnother))
  }

  @Test("with several keys, the assertion must say which")
  func severalKeys() throws {
    let documents = try documents { documents in
      documents[victim.issuer] = documents[victim.issuer]?
        .with("publicKey", [.string(victim.key), .string(mine.key)])
    }
    let payload = try OlderSamples.assertion().with(["verification", "creator"], nil)
    #expect(try proof(OlderSamples.token(payload), documents) == .failed(.keyMissing))
    let none = try self.documents { $0[victim.issuer] = $0[victim.issuer]?.with("publicKey", nil) }
    #expect(try proof(OlderSamples.token(payload), none) == .failed(.keyMissing))
    #expect(try proof(OlderSamples.jws(), none) == .failed(.keyOfAnother))
  }

  @Test(
    "a key document that is of no use is refused",
    arguments: [
      ("publicKeyPem", "", Flaw.keyUnusable), ("publicKeyPem", "MIIB", .keyUnusable),
      ("publicKeyPem", nil, .hostedForm), ("publicKeyPem", 1, .hostedForm),
      ("owner", nil, .hostedForm), ("owner", "https://ville.example/emetteur", .keyOfAnother),
      ("owner", "HTTPS://ville.example/emetteur.json", .keyOfAnother),
      ("id", "https://ville.example/cle-2.json", .hostedForm), ("type", "Profile", .hostedForm),
      ("@context", nil, .hostedForm),
    ] as [(String, JSON?, Flaw)])
  func badKey(_ member: String, _ value: JSON?, _ flaw: Flaw) throws {
    let documents = try documents { $0[victim.key] = $0[victim.key]?.with(member, value) }
    #expect(try proof(OlderSamples.jws(), documents) == .failed(flaw))
  }

  @Test("a key of another kind is refused, whoever signed")
  func otherKind() throws {
    let pem = P256SigningKey.generate().publicKey.pem
    let documents = try documents {
      $0[victim.key] = $0[victim.key]?.with("publicKeyPem", .string(pem))
    }
    #expect(try proof(OlderSamples.jws(), documents) == .failed(.algorithm))
  }

  @Test(
    "only RS256 is an algorithm here",
    arguments: [
      "none", "None", "", "HS256", "RS384", "RS512", "PS256", "ES256", "EdDSA", "rs256", "RS256 ",
    ] as [JSON] + [.null, 1, ["RS256"]])
  func algorithm(_ value: JSON) throws {
    #expect(try proof(OlderSamples.token(header: ["alg": value])) == .failed(.algorithm))
    #expect(try proof(OlderSamples.token(header: [:])) == .failed(.algorithm))
    let text =
      Forge.letters((["alg": value] as JSON).bytes) + "."
      + Forge.letters(try OlderSamples.assertion().bytes)
    let secret = SymmetricKey(data: Array(try RSASamples.key().publicKey.pem.utf8))
    let code = Array(HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: secret))
    #expect(try proof(text + "." + Forge.letters(code)) == .failed(.algorithm))
    #expect(try proof(text + ".") == .failed(.algorithm))
  }

  @Test(
    "a header that brings a key, a rule or anything else is refused",
    arguments: [
      ("jwk", [:], Flaw.headerEmbeddedKey), ("crit", ["b64"], .headerCritical),
      ("x5c", [], .headerMember), ("jku", "https://pirate.example/jwks", .headerMember),
      ("x5u", "https://pirate.example/x", .headerMember), ("b64", false, .headerMember),
      ("typ", "vc+jwt", .headerType), ("typ", 1, .headerType), ("kid", 1, .keyOfAnother),
      ("kid", "https://pirate.example/cle.json", .keyOfAnother), ("kid", "", .keyOfAnother),
    ] as [(String, JSON, Flaw)])
  func header(_ member: String, _ value: JSON, _ flaw: Flaw) throws {
    let header: JSON = ["alg": "RS256"]
    #expect(try proof(OlderSamples.token(header: header.with(member, value))) == .failed(flaw))
  }

  @Test("any changed letter of a token is seen")
  func letters() throws {
    let token = Array(try OlderSamples.jws().utf8)
    let verifier = try OlderSamples.verifier()
    for place in stride(from: 0, to: token.count, by: 3) {
      var altered = token
      altered[place] = altered[place] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
      #expect(verifier.verify(altered).verdict != .valid, "letter \(place)")
      #expect(verifier.verify(altered).facts == nil, "letter \(place)")
    }
  }

  @Test("a member written twice is refused, in the token and in the documents")
  func duplicates() throws {
    let text = try OlderSamples.assertion().text.replacing(
      #""badge":"#, with: #""badge":"https://pirate.example/badge.json","badge":"#)
    let head =
      Forge.letters(Array(#"{"alg":"RS256"}"#.utf8)) + "." + Forge.letters(Array(text.utf8))
    let signature = try RSASamples.key().signature(of: Array(head.utf8))
    let report = try OlderSamples.report(head + "." + Forge.letters(signature))
    #expect(report[.structure] == .failed(.tokenDuplicateMember))
  }

  @Test("an Open Badges 3.0 token is no assertion, and the other way round")
  func versions() throws {
    let newer = try OlderSamples.report(Samples.token())
    #expect(newer[.structure] == .failed(.assertionForm))
    // The verifier of all files reads both; without the issuer's documents it says so.
    let older = try Samples.report(OlderSamples.jws())
    #expect(older[.structure] == .held)
    #expect(older[.proof] == .notChecked(.documentMissing))
    #expect(older.exitCode == 1)
    #expect(older.facts == nil)
    // In the place of a credential, an assertion is still no credential.
    let mixed = try Forge.payload().with("@context", "https://w3id.org/openbadges/v2")
    #expect(try Samples.report(Forge.token(nil, mixed))[.structure] == .failed(.assertionForm))
  }

  @Test("an assertion that is only hosted, in any container, is said to be so")
  func hosted() throws {
    let json = try OlderSamples.assertion().with("verification", ["type": "HostedBadge"]).bytes
    let payload = BadgePayload.hosted(json, address: nil)
    for file in [
      json, try Samples.template().baked(payload),
      try PNGTemplate(PNGPictures.picture()).baked(payload),
    ] {
      let report = try OlderSamples.verifier().verify(file)
      #expect(report[.structure] == .failed(.hostedBadge))
      #expect(report.exitCode == 2)
    }
  }

  @Test("hostile texts in the documents are shown without their control characters")
  func shown() throws {
    let documents = try documents {
      $0[victim.issuer] = $0[victim.issuer]?.with("name", "\u{1B}[31mVille\u{202E}")
      $0[victim.badge] = $0[victim.badge]?.with("name", "Badge\u{7}\u{2028}x")
    }
    let facts = try OlderSamples.report(OlderSamples.jws(), documents).facts
    #expect(facts?.issuerName == "[31mVille")
    #expect(facts?.name == "Badge x")
  }
}
