import JSON
import OpenBadges
import Testing

/// One badge signed by one Ed25519 key, from which every test departs by a single change.
enum Sealed {
  static let seed = [UInt8](repeating: 7, count: 32)

  static func key() throws -> Ed25519SigningKey { try Ed25519SigningKey(seed: seed) }

  static func unsigned(issuer: String? = nil) throws -> JSON {
    Credential.document(
      try Samples.award(
        .hashedEmail(Samples.email, salt: Samples.salt), did: issuer ?? key().did.text))
  }

  static func document(_ suite: DataIntegrity.Suite = .rdfc) throws -> JSON {
    try DataIntegrity.secured(unsigned(), by: key(), created: Samples.day, suite: suite)
  }

  static func check(_ document: JSON, now: Int = Samples.day) throws(ProofError) -> HeldProof {
    try DataIntegrity.check(document, now: now) { _ in nil }
  }
}

@Suite("Data Integrity proofs") struct DataIntegrityTests {
  @Test("what is signed holds, by each suite", arguments: DataIntegrity.Suite.allCases)
  func roundTrip(_ suite: DataIntegrity.Suite) throws {
    let document = try Sealed.document(suite)
    let held = try Sealed.check(document)
    #expect(held.suite == suite)
    #expect(held.controller == (try Sealed.key().did.text))
    #expect(held.method == (try Sealed.key().did.keyID))
    // Through a file, indented or not.
    for text in [document.text, document.pretty] {
      #expect(try Sealed.check(JSON(parsing: text)) == held)
    }
    #expect(document.with("proof", nil).text == (try Sealed.unsigned().text))
    #expect(try Sealed.document(suite) == document)
  }

  @Test("the proof has the members of the suites, in their form")
  func form() throws {
    let proof = try #require(try Sealed.document()["proof"]?.object)
    #expect(
      proof.keys == [
        "type", "cryptosuite", "created", "verificationMethod", "proofPurpose", "proofValue",
      ])
    #expect(proof["created"] == "2026-11-21T09:12:33Z")
    let jcs = try #require(try Sealed.document(.jcs)["proof"]?.object)
    #expect(jcs["@context"] == (try Sealed.unsigned()["@context"]))
  }

  @Test(
    "any change of what is said is noticed, by each suite",
    arguments: DataIntegrity.Suite.allCases,
    [
      (["name"], "Autre"), (["validFrom"], "2026-11-21T09:12:34Z"), (["validUntil"], nil),
      (["id"], "urn:uuid:00000000-0000-4000-8000-000000000000"),
      (["type"], ["VerifiableCredential"]),
      (["evidence"], nil), (["evidence"], [["type": ["Evidence"], "narrative": "Autre."]]),
      (["issuer", "name"], "Autre ville"), (["issuer", "url"], nil), (["issuer", "phone"], "1"),
      (["credentialSubject", "id"], "urn:uuid:00000000-0000-4000-8000-000000000000"),
      (["credentialSubject", "identifier"], nil), (["credentialSubject", "role"], "x"),
      (["credentialSubject", "achievement", "criteria", "narrative"], "Rien."),
      (["credentialSubject", "achievement", "tag"], ["RGPD"]),
      (["credentialSubject", "achievement", "image", "caption"], "Autre"),
      (["credentialSubject", "achievement", "image"], "data:image/png;base64,AAAA"),
      (["proof", "created"], "2026-11-21T09:12:34Z"),
      (["proof", "expires"], "2036-11-21T09:12:33Z"),
      (["proof", "created"], nil), (["proof", "domain"], "ville.example"),
      (["proof", "id"], "urn:p"),
    ] as [([String], JSON?)])
  func tampering(_ suite: DataIntegrity.Suite, _ change: ([String], JSON?)) throws {
    let document = try Sealed.document(suite).with(change.0, change.1)
    #expect(throws: ProofError.signature) { try Sealed.check(document) }
  }

  @Test("what is added outside the tables is refused before anything is compared")
  func unknownWords() throws {
    let document = try Sealed.document()
    for (path, place) in [
      (["note"], "/note"), (["credentialSubject", "score"], "/credentialSubject/score"),
      (["proof", "note"], "/proof/note"),
    ] {
      let error = ProofError.document(LinkedDataError(.unknownTerm(path.last ?? ""), path: place))
      #expect(throws: error) { try Sealed.check(document.with(path, "x")) }
    }
    let typed = document.with(
      ["credentialSubject", "achievement", "type"], ["Achievement", "Super"])
    #expect(
      throws: ProofError.document(
        LinkedDataError(.unknownType("Super"), path: "/credentialSubject/achievement/type"))
    ) { try Sealed.check(typed) }
  }

  @Test(
    "a proof of another form is refused with its reason",
    arguments: [
      (["proofPurpose"], "authentication", .otherPurpose), (["proofPurpose"], nil, .otherPurpose),
      (["proofPurpose"], ["assertionMethod"], .otherPurpose),
      (["previousProof"], "urn:p", .chained),
      (["type"], "Ed25519Signature2020", .noKnownSuite),
      (["type"], ["DataIntegrityProof"], .noKnownSuite),
      (["cryptosuite"], "eddsa-2022", .noKnownSuite), (["cryptosuite"], nil, .noKnownSuite),
      (["cryptosuite"], "EDDSA-RDFC-2022", .noKnownSuite),
      (["cryptosuite"], "ecdsa-rdfc-2019", .noKnownSuite),
      (["created"], "hier", .malformed("created")),
      (["created"], 1_795_252_353, .malformed("created")),
      (["created"], "2026-11-21T09:12:33", .malformed("created")),
      (["created"], "2026-02-30T09:12:33Z", .malformed("created")),
      (["created"], "2026-11-21T09:12:33.Z", .malformed("created")),
      (["created"], "2026-11-21T09:12:33.1234567890Z", .malformed("created")),
      (["expires"], "2026-11-21", .malformed("expires")),
      (["expires"], "2026-11-21T09:12:32Z", .expired),
      (["verificationMethod"], nil, .malformed("verificationMethod")),
      (["verificationMethod"], ["id": "urn:k"], .malformed("verificationMethod")),
      (["verificationMethod"], "did:web:ville.example#1", .keyNotFound("did:web:ville.example#1")),
      (["verificationMethod"], "", .keyNotFound("")),
      (["proofValue"], nil, .malformed("proofValue")),
      (["proofValue"], "", .malformed("proofValue")),
      (["proofValue"], "z", .malformed("proofValue")),
      (["proofValue"], "z0", .malformed("proofValue")),
      (["proofValue"], "z2g", .malformed("proofValue")),
      (["proofValue"], "u2g", .malformed("proofValue")),
      (["proofValue"], ["z2g"], .malformed("proofValue")), (["@context"], "urn:x", .contexts),
      (["@context"], [], .contexts),
    ] as [([String], JSON?, ProofError)])
  func forms(_ path: [String], _ value: JSON?, _ error: ProofError) throws {
    let document = try Sealed.document().with(["proof"] + path, value)
    #expect(throws: error) { try Sealed.check(document) }
  }

  @Test("a document without proof, without issuer, or that is none is refused")
  func absence() throws {
    let document = try Sealed.document()
    #expect(throws: ProofError.noProof) { try Sealed.check(document.with("proof", nil)) }
    for none in [JSON.null, []] as [JSON] {
      #expect(throws: ProofError.noProof) { try Sealed.check(document.with("proof", none)) }
    }
    for none in ["x", [.null], [:], [["type": "x"], 3]] as [JSON] {
      #expect(throws: ProofError.noKnownSuite) { try Sealed.check(document.with("proof", none)) }
    }
    for issuer in [nil, .null, 3, [:], ["name": "x"], ["id": 3], [["id": "urn:x"]]] as [JSON?] {
      #expect(throws: ProofError.malformed("issuer")) {
        try Sealed.check(document.with("issuer", issuer))
      }
    }
    #expect(throws: ProofError.malformed("document")) { try Sealed.check([document]) }
  }

  @Test("a proof holds up to its last second, with a fraction of created or not")
  func dates() throws {
    let key = try Sealed.key()
    let options: JSON = [
      "type": "DataIntegrityProof", "cryptosuite": "eddsa-rdfc-2022",
      "created": "2026-11-21T09:12:33.123Z", "expires": "2026-11-21T10:00:00+01:00",
      "verificationMethod": .string(key.did.keyID), "proofPurpose": "assertionMethod",
    ]
    let document = try Sealed.unsigned()
    let hashes = try DataIntegrity.hashes(
      of: try #require(document.object), try #require(options.object), .rdfc)
    let value = "z" + Base58.encoded(try key.signature(of: hashes.signed))
    let signed = document.with("proof", options.with("proofValue", .string(value)))
    let end = 1_795_251_600
    #expect(try Sealed.check(signed, now: end).suite == .rdfc)
    #expect(throws: ProofError.expired) { try Sealed.check(signed, now: end + 1) }
  }
}
