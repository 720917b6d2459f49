import Crypto
import JSON
import OpenBadges
import Testing

@Suite("Forged proofs of every kind") struct ForgedProofTests {
  /// A payload rightly signed by one of the issuer's keys, under any header.
  private static func token(_ header: JSON, by signed: Signed) throws -> [UInt8] {
    let text = Forge.letters(header.bytes) + "." + Forge.letters(try claims().bytes)
    let signature =
      switch signed {
      case .es256: try Samples.key().signature(of: Array(text.utf8))
      case .rs256: try RSASamples.key().signature(of: Array(text.utf8))
      default: try Sealed.key().signature(of: Array(text.utf8))
      }
    return Array((text + "." + Forge.letters(signature)).utf8)
  }

  private static func claims() throws -> JSON {
    let award = try Issued.award(Issued.web)
    return Credential.document(award).with("iss", .string(Issued.web))
      .with("jti", .string(award.id)).with("sub", .string(award.subject))
      .with("nbf", .integer(Samples.day)).with("exp", .integer(Samples.end))
  }

  private static func proof(_ file: [UInt8]) throws -> Outcome {
    let report = try Issued.verifier(Issued.folder(.didWeb, .es256)).verify(file)
    if !report[.proof].isHeld { #expect(report.facts == nil && report.exitCode == 1) }
    return report[.proof]
  }

  private static func header(_ signed: Signed) -> JSON {
    let alg = signed == .es256 ? "ES256" : signed == .rs256 ? "RS256" : "EdDSA"
    return ["alg": .string(alg), "kid": .string("\(Issued.web)#\(signed.fragment)"), "typ": "JWT"]
  }

  @Test(
    "a key signs with its own algorithm only, whatever a header announces",
    arguments: [Signed.es256, .rs256, .edDSA],
    [
      "none", "NONE", "HS256", "HS512", "RS256", "RS512", "PS256", "ES256", "ES384", "ES256K",
      "EdDSA", "Ed25519", "eddsa", "", 1, nil,
    ] as [JSON?])
  func algorithms(_ signed: Signed, _ name: JSON?) throws {
    let header = Self.header(signed)
    let outcome = try Self.proof(Self.token(header.with("alg", name), by: signed))
    #expect(outcome == (name == header["alg"] ? .held : .failed(.algorithm)))
  }

  @Test("a public key is no shared secret", arguments: [Signed.es256, .rs256, .edDSA])
  func secrets(_ signed: Signed) throws {
    let key = try signed.publicKey()
    for name in ["HS256", "ES256", "RS256", "EdDSA", "none"] {
      let header = Self.header(signed).with("alg", .string(name))
      let text = Forge.letters(header.bytes) + "." + Forge.letters(try Self.claims().bytes)
      for secret in [Array(key.pem.utf8), key.bytes, key.jwk.canonical, Array(key.multikey.utf8)] {
        let code = HMAC<SHA256>.authenticationCode(
          for: Array(text.utf8), using: SymmetricKey(data: secret))
        let outcome = try Self.proof(Array((text + "." + Forge.letters(Array(code))).utf8))
        #expect(
          outcome == .failed(header["alg"] == Self.header(signed)["alg"] ? .signature : .algorithm))
      }
      #expect(try Self.proof(Array((text + ".").utf8)) != .held)
    }
  }

  @Test("one of the issuer's keys cannot pass for another", arguments: Signed.allCases)
  func crossed(_ signed: Signed) throws {
    for other in [Signed.es256, .rs256, .edDSA] where other.fragment != signed.fragment {
      let header = Self.header(other)
      #expect(try Self.proof(Self.token(header, by: signed)) == .failed(.signature))
      let kid = Self.header(signed).with("kid", header["kid"])
      #expect(try Self.proof(Self.token(kid, by: signed)) == .failed(.algorithm))
    }
  }

  @Test(
    "only four members may stand in a header, in their form", arguments: [Signed.rs256, .edDSA],
    [
      ("crit", ["exp"], Flaw.headerCritical), ("crit", .null, .headerCritical),
      ("b64", false, .headerMember), ("x5c", [], .headerMember), ("x5u", "", .headerMember),
      ("jku", "https://pirate.example", .headerMember), ("cty", "JWT", .headerMember),
      ("zip", "DEF", .headerMember), ("nonce", "1", .headerMember), ("ALG", "none", .headerMember),
      ("typ", "vc+jwt", .headerType), ("typ", .null, .headerType), ("kid", nil, .keyMissing),
      ("kid", 1, .keyMissing), ("kid", .null, .keyMissing), ("kid", "", .keyOfAnother),
      ("kid", "did:web:ville.example", .keyOfAnother), ("kid", "#ed", .keyOfAnother),
      ("kid", "did:web:ville.example#", .keyOfAnother), ("kid", "did:web:x#ed", .keyOfAnother),
      ("kid", "did:web:ville.example#ed?x", .keyOfAnother),
      ("kid", "did:web:ville.example%23ed", .keyOfAnother),
      ("kid", "DID:WEB:ville.example#ed", .keyOfAnother),
    ] as [(String, JSON?, Flaw)])
  func header(_ signed: Signed, _ change: (String, JSON?, Flaw)) throws {
    let header = Self.header(signed).with(change.0, change.1)
    #expect(try Self.proof(Self.token(header, by: signed)) == .failed(change.2))
  }

  @Test("a key that a header brings counts only if the issuer publishes it")
  func substituted() throws {
    let forger = P256.Signing.PrivateKey()
    let jwk = try P256SigningKey(pem: forger.pemRepresentation).publicKey.jwk
    let header = Self.header(.es256)
    let claims = try Self.claims()
    for name in [header["kid"], nil, "did:web:ville.example#ed"] {
      let token = try Forge.token(
        header.with("jwk", jwk).with("kid", name), claims, by: forger)
      #expect(try Self.proof(Array(token.utf8)) == .failed(.headerEmbeddedKey))
      // Without the issuer's document there is nothing to compare with, and nothing is believed.
      let report = Verifier(trust: .empty, now: Samples.day).verify(Array(token.utf8))
      #expect(report[.proof] == .notChecked(.keyNotGiven))
      #expect(report.exitCode == 1)
    }
    let own = header.with("jwk", try Samples.key().publicKey.jwk)
    #expect(try Self.proof(Self.token(own, by: .es256)) == .held)
    #expect(try Self.proof(Self.token(own.with("kid", nil), by: .es256)) == .held)
    for kid in ["\(Issued.web)#ed", "\(Issued.web)#x", ""] {
      let crossed = own.with("kid", .string(kid))
      #expect(try Self.proof(Self.token(crossed, by: .es256)) == .failed(.headerEmbeddedKey))
    }
    let other = header.with("jwk", try RSASamples.key().publicKey.jwk).with("kid", nil)
    #expect(try Self.proof(Self.token(other, by: .es256)) == .failed(.algorithm))
  }

  @Test(
    "a multikey in the fragment of somebody else's identifier is never its own proof",
    arguments: [Naming.didWeb, .https, .pinned, .keySet])
  func fragments(_ naming: Naming) throws {
    let id = try Issued.issuer(naming, .rdfc).id
    let forger = Ed25519SigningKey.generate()
    let method = "\(id)#\(forger.publicKey.multikey)"
    let document = try DataIntegrity.secured(
      Credential.document(Issued.award(id)), by: forger, method: method, created: Samples.day)
    let report = try Issued.verifier(Issued.folder(naming, .es256)).verify(document.bytes)
    let expected: [Naming: Outcome] = [
      .pinned: .failed(.signature), .keySet: .notChecked(.keyNotGiven),
    ]
    #expect(report[.proof] == expected[naming] ?? .failed(.keyOfAnother))
    #expect(report.exitCode == 1)
    let blind = Verifier(trust: .empty, now: Samples.day).verify(document.bytes)
    #expect(blind[.proof] == .notChecked(.keyNotGiven))
    #expect(blind.exitCode == 1)
    let token = try CredentialJWT.signed(
      Issued.award(id),
      by: TokenSigner(.edDSA, keyID: method, controller: id) { message throws(KeyError) in
        try forger.signature(of: message)
      })
    for store in [try TrustStore(files: Issued.folder(naming, .es256)), .empty] {
      let report = Verifier(trust: store, now: Samples.day).verify(Array(token.utf8))
      #expect(report.exitCode == 1)
      #expect(report.facts == nil)
    }
  }
}

@Suite("Forged Data Integrity proofs") struct ForgedDocumentTests {
  private static func check(_ document: JSON) -> Outcome? {
    let report = Verifier(trust: .empty, now: Samples.day).verify(document.bytes)
    if report[.structure].isHeld { return report[.proof] }
    return report[.structure]
  }

  @Test(
    "each change in a proof has its reason", arguments: [Signed.rdfc, .jcs],
    [
      ("proofPurpose", "authentication", Flaw.proofPurpose), ("proofPurpose", nil, .proofPurpose),
      ("proofPurpose", ["assertionMethod"], .proofPurpose), ("created", "hier", .proofForm),
      ("created", 12, .proofForm), ("created", "2026-11-21T09:12:34Z", .signature),
      ("created", nil, .signature), ("expires", "2026-11-21T09:12:32Z", .proofExpired),
      ("expires", "2030-01-01T00:00:00Z", .signature), ("expires", "jamais", .proofForm),
      ("expires", .null, .proofForm), ("previousProof", "urn:x", .proofForm),
      ("challenge", "1", .signature), ("domain", "https://ville.example", .signature),
      ("id", "urn:uuid:1", .signature), ("proofValue", nil, .proofForm),
      ("proofValue", "", .proofForm), ("proofValue", "z", .proofForm),
      ("proofValue", "u1234", .proofForm), ("proofValue", "z0OIl", .proofForm),
      ("proofValue", 1, .proofForm), ("verificationMethod", nil, .proofForm),
      ("verificationMethod", "did:web:x#1", .keyOfAnother), ("verificationMethod", 1, .proofForm),
      (
        "verificationMethod", ["id": "did:key:z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi"],
        .proofForm
      ),
      ("type", "Ed25519Signature2020", .proofSuite), ("type", ["DataIntegrityProof"], .proofSuite),
      ("cryptosuite", "eddsa-2022", .proofSuite), ("cryptosuite", nil, .proofSuite),
      ("cryptosuite", "ecdsa-rdfc-2019", .proofSuite),
    ] as [(String, JSON?, Flaw)])
  func proofs(_ signed: Signed, _ change: (String, JSON?, Flaw)) throws {
    let good = try Sealed.document(signed == .jcs ? .jcs : .rdfc)
    #expect(Self.check(good) == .held)
    #expect(Self.check(good.with(["proof", change.0], change.1)) == .failed(change.2))
    // Outside a proof set, and in one, the first known proof must hold.
    let bad = try #require(good["proof"]).with(change.0, change.1)
    #expect(Self.check(good.with("proof", [bad])) == .failed(change.2))
  }

  @Test("a proof set whose first known proof is bad is refused, a nested or empty one too")
  func sets() throws {
    let good = try Issued.secured(
      Sealed.unsigned(), .both, Sealed.key().did.keyID)
    let proofs = try #require(good["proof"]?.array)
    let bad = proofs[0].with("created", "2020-01-01T00:00:00Z")
    for (set, flaw) in [
      ([bad] + proofs, Flaw.signature), ([bad, proofs[1]], .signature),
      ([[proofs[0]]], .proofSuite),
      ([], .proofMissing), ([.null], .proofSuite), (["x", 1, []], .proofSuite),
      ([bad.with("proofPurpose", "x")], .proofPurpose), ([proofs[0], bad], .signature),
      ([proofs[0].with("cryptosuite", "eddsa-jcs-2022")], .signature),
      ([proofs[1].with("cryptosuite", "eddsa-rdfc-2022")], .signature),
    ] as [([JSON], Flaw)] {
      #expect(Self.check(good.with("proof", .array(set))) == .failed(flaw), "\(set.count)")
    }
    #expect(Self.check(good.with("proof", nil)) == .failed(.proofMissing))
    #expect(Self.check(good.with("proof", .null)) == .failed(.proofMissing))
    #expect(Self.check(good) == .held)
    // Changed words break both: none of the two proofs is left.
    for path in Places.all(good.with("proof", nil)) where path.first != "@context" {
      let forged = Places.replaced(good, path, Places.other)
      #expect(Self.check(forged) != .held, "\(path)")
    }
  }

  @Test(
    "contexts are those of the standard, in their order, and define every word",
    arguments: [Signed.rdfc, .jcs])
  func contexts(_ signed: Signed) throws {
    let good = try Sealed.document(signed == .jcs ? .jcs : .rdfc)
    let all = try #require(good["@context"]?.array)
    for contexts in [
      .array(all.reversed()), .array([all[1], all[0]]), .array([all[0]]), .array([]), .null, all[0],
      .array([all[0], all[0], all[1]]), .array([all[0], all[2]]),
      [all[0], "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.9.json"],
      [all[0], "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.jsonx"],
    ] as [JSON] {
      #expect(Self.check(good.with("@context", contexts)) == .failed(.contexts), "\(contexts)")
    }
    let older: JSON = ["https://www.w3.org/2018/credentials/v1", all[1]]
    #expect(Self.check(good.with("@context", older)) == .failed(.legacyClaim))
    for addition in [
      "https://pirate.example/contexte", ["name": "https://pirate.example/nom"],
      ["@vocab": "https://pirate.example/"], .null, 1,
    ] as [JSON] {
      let outcome = Self.check(good.with("@context", .array(all + [addition])))
      #expect(
        [.failed(.unknownContext), .failed(.valueForm), .failed(.signature), .failed(.contexts)]
          .contains(outcome))
    }
  }

  @Test(
    "a word or a type that nothing defines is refused where it stands",
    arguments: [Signed.rdfc, .jcs],
    [
      [], ["issuer"], ["credentialSubject"], ["credentialSubject", "achievement"],
      ["credentialSubject", "achievement", "criteria"], ["evidence", "0"],
      ["credentialSubject", "identifier", "0"],
    ] as [[String]])
  func words(_ signed: Signed, _ path: [String]) throws {
    let good = try Sealed.document(signed == .jcs ? .jcs : .rdfc)
    // A signature by JCS covers the word; that it means nothing is found afterwards, or before.
    let refused: [Outcome?] = [
      .failed(.undefinedTerm), .failed(.unknownContext), .failed(.signature),
    ]
    for (name, value) in [
      ("mention", "très bien"), ("https://pirate.example/x", "x"), ("@graph", []), ("@id", "urn:x"),
      ("@type", "Badge"), ("@context", ["x": "urn:x"]), ("@reverse", [:]), ("@nest", [:]), ("", ""),
    ] as [(String, JSON)] where !(path.isEmpty && name == "@context") {
      let forged = Places.replaced(good, path) { $0.with(name, value) }
      #expect(refused.contains(Self.check(forged)), "\(path) \(name)")
    }
    let typed = Places.replaced(good, path) { value in
      value["type"].map { value.with("type", .array(($0.array ?? [$0]) + ["Diplôme"])) } ?? value
    }
    if typed != good {
      #expect((refused + [.failed(.subjectForm)]).contains(Self.check(typed)), "\(path)")
    }
  }
}
