import JSON
import OpenBadges
import Testing

@Suite("Who may sign, and which proof counts") struct ProofRuleTests {
  private static let web = "did:web:ville.example"

  /// Signed for a did:web issuer by the sample key, under that fragment.
  private static func webDocument(_ fragment: String = "cle-1") throws -> JSON {
    try DataIntegrity.secured(
      Sealed.unsigned(issuer: web), by: Sealed.key(), method: "\(web)#\(fragment)",
      created: Samples.day)
  }

  @Test("a method is asked for by its whole name, and holds for its controller alone")
  func resolution() throws {
    let (document, key) = (try Self.webDocument(), try Sealed.key().publicKey)
    var asked: [String] = []
    func check(_ controller: String, _ key: VerificationKey) throws -> HeldProof {
      try DataIntegrity.check(document, now: Samples.day) { name in
        asked.append(name)
        return VerificationMethod(controller: controller, key: key)
      }
    }
    #expect(try check(Self.web, key).controller == Self.web)
    #expect(asked == ["did:web:ville.example#cle-1"])
    for other in [
      "did:web:autre.example", "did:web:ville.example#cle-1", "", "DID:web:ville.example",
    ] {
      #expect(throws: ProofError.issuerIsNotTheController) { try check(other, key) }
    }
    let stranger = Ed25519SigningKey.generate().publicKey
    #expect(throws: ProofError.signature) { try check(Self.web, stranger) }
    #expect(throws: ProofError.keyKind) { try check(Self.web, P256SigningKey.generate().publicKey) }
    #expect(throws: ProofError.keyNotFound("did:web:ville.example#cle-1")) {
      try Sealed.check(document)
    }
  }

  @Test("a key written in the fragment of somebody else's identifier proves nothing")
  func forgedFragment() throws {
    let forged = try Self.webDocument(String(Sealed.key().did.text.dropFirst(8)))
    let name = try #require(forged["proof"]?["verificationMethod"]?.string)
    #expect(throws: ProofError.keyNotFound(name)) { try Sealed.check(forged) }
  }

  @Test("for did:key the method is the DID and its own key, and nobody is asked")
  func didKey() throws {
    let document = try Sealed.document()
    let own = try Sealed.key().did.text
    let other = Ed25519SigningKey.generate().did
    let p256 = DIDKey(P256SigningKey.generate().publicKey)
    let multikey = String(own.dropFirst(8))
    for (method, error) in [
      (own, ProofError.malformed("verificationMethod")),
      (own + "#", .malformed("verificationMethod")),
      (own + "#0", .malformed("verificationMethod")),
      ("\(own)#\(multikey)#", .malformed("verificationMethod")),
      ("\(own)#\(other.text.dropFirst(8))", .malformed("verificationMethod")),
      (other.keyID, .issuerIsNotTheController), (p256.keyID, .issuerIsNotTheController),
      ("did:key:#", .key(.notMultikey)),
      ("did:key:\(multikey)?v=1#\(multikey)", .key(.notMultikey)),
    ] {
      let changed = document.with(["proof", "verificationMethod"], .string(method))
      #expect(throws: error, "\(method)") {
        try DataIntegrity.check(changed, now: Samples.day) { _ in
          Issue.record("did:key is its own answer")
          return nil
        }
      }
    }
  }

  @Test("somebody else's signature on the same badge is refused, whoever it names")
  func impostor() throws {
    let impostor = Ed25519SigningKey.generate()
    let own = try DataIntegrity.secured(
      Sealed.unsigned(issuer: impostor.did.text), by: impostor, created: Samples.day)
    let stolen = own.with(["issuer", "id"], .string(try Sealed.key().did.text))
    #expect(throws: ProofError.issuerIsNotTheController) { try Sealed.check(stolen) }
    let renamed = stolen.with(["proof", "verificationMethod"], .string(try Sealed.key().did.keyID))
    #expect(throws: ProofError.signature) { try Sealed.check(renamed) }
  }

  @Test("a second proof is added after the first, and each counts when it comes first")
  func several() throws {
    for suites in [[DataIntegrity.Suite.rdfc, .jcs], [.jcs, .rdfc], [.rdfc, .rdfc]] {
      var document = try Sealed.unsigned()
      for (place, suite) in suites.enumerated() {
        document = try DataIntegrity.secured(
          document, by: Sealed.key(), created: Samples.day + place, suite: suite)
      }
      let proofs = try #require(document["proof"]?.array)
      #expect(proofs.map { $0["cryptosuite"]?.string } == suites.map(\.rawValue))
      #expect(try Sealed.check(document).suite == suites[0])
      #expect(
        try Sealed.check(document.with("proof", .array(proofs.reversed()))).suite == suites[1])
    }
  }

  @Test("unknown suites and proofs of others are passed over, all of the issuer's must hold")
  func choice() throws {
    let document = try Sealed.document()
    let good = try #require(document["proof"])
    let bad = good.with("created", "2020-01-01T00:00:00Z")
    let unknown = good.with("cryptosuite", "ecdsa-sd-2023")
    let older: JSON = ["type": "Ed25519Signature2020"]
    func check(_ proofs: [JSON]) throws -> HeldProof {
      try Sealed.check(document.with("proof", .array(proofs)))
    }
    #expect(try check([unknown, older, "x", good]).suite == .rdfc)
    let stranger = Ed25519SigningKey.generate().did.keyID
    let other = good.with("verificationMethod", .string(stranger))
    #expect(try check([other, good]).suite == .rdfc)
    #expect(try check([good, other]).suite == .rdfc)
    #expect(try check([good.with("proofPurpose", "authentication"), good]).suite == .rdfc)
    #expect(throws: ProofError.signature) { try check([good, bad]) }
    #expect(throws: ProofError.signature) { try check([bad, good]) }
    #expect(throws: ProofError.issuerIsNotTheController) { try check([other]) }
    #expect(throws: ProofError.noKnownSuite) { try check([unknown, older]) }
  }

  @Test("a proof repeated beyond measure is not checked")
  func tooMany() throws {
    let document = try Sealed.document()
    let proof = try #require(document["proof"])
    func repeated(_ count: Int) -> JSON {
      document.with("proof", .array(Array(repeating: proof, count: count)))
    }
    #expect(try Sealed.check(repeated(8)).suite == .rdfc)
    #expect(throws: ProofError.tooMany) { try Sealed.check(repeated(9)) }
  }

  @Test("contexts may follow those that JCS signed, never differ from them")
  func contexts() throws {
    let document = try Sealed.document(.jcs)
    let contexts = try #require(document["@context"]?.array)
    let shorter = try DataIntegrity.secured(
      Sealed.unsigned().with("@context", .array(contexts.dropLast())), by: Sealed.key(),
      created: Samples.day, suite: .jcs)
    #expect(try Sealed.check(shorter.with("@context", .array(contexts))).suite == .jcs)
    let unknown = document.with("@context", .array(contexts + ["https://www.w3.org/ns/did/v1"]))
    #expect(throws: ProofError.self) { try Sealed.check(unknown) }
    for other in [[], Array(contexts.dropLast()), Array(contexts.reversed()), ["urn:x"] + contexts]
    {
      #expect(throws: ProofError.contexts) {
        try Sealed.check(document.with("@context", .array(other)))
      }
    }
    #expect(throws: ProofError.contexts) { try Sealed.check(document.with("@context", nil)) }
    // Without its own, the proof says nothing of contexts but the document's hash does.
    let silent = document.with(["proof", "@context"], nil)
    #expect(throws: ProofError.signature) { try Sealed.check(silent) }
    // The same contexts written in an rdfc proof change nothing: they are left out of the hash.
    let rdfc = try Sealed.document()
    #expect(try Sealed.check(rdfc.with(["proof", "@context"], rdfc["@context"])).suite == .rdfc)
  }

  @Test("the order of members and of what is no list changes nothing for rdfc")
  func order() throws {
    let document = try Sealed.document()
    let reversed = JSON.object(
      JSONObject(try #require(document.object).members.reversed().map { ($0.key, $0.value) }))
    #expect(try Sealed.check(reversed).suite == .rdfc)
    let tags = document.with(
      ["credentialSubject", "achievement", "tag"], ["esprit critique", "RGPD"])
    #expect(try Sealed.check(tags).suite == .rdfc)
  }

  @Test("nothing is signed that verifiers would refuse", arguments: DataIntegrity.Suite.allCases)
  func refusals(_ suite: DataIntegrity.Suite) throws {
    func sign(_ document: JSON, method: String? = nil, created: Int = Samples.day) throws {
      _ = try DataIntegrity.secured(
        document, by: Sealed.key(), method: method, created: created, suite: suite)
    }
    let document = try Sealed.unsigned()
    let unknown = LinkedDataError(.unknownTerm("note"), path: "/evidence/0/note")
    #expect(throws: ProofError.document(unknown)) {
      try sign(document.with("evidence", [["type": ["Evidence"], "note": "x"]]))
    }
    let type = LinkedDataError(.unknownType("Diplôme"), path: "/type")
    #expect(throws: ProofError.document(type)) {
      try sign(document.with("type", ["VerifiableCredential", "Diplôme"]))
    }
    #expect(throws: ProofError.issuerIsNotTheController) {
      try sign(Sealed.unsigned(issuer: Self.web))
    }
    #expect(throws: ProofError.issuerIsNotTheController) {
      try sign(document, method: "did:web:x#1")
    }
    let did = try Sealed.key().did.text
    for method in [did, "\(did)#1", "\(did)#\(Ed25519SigningKey.generate().did.text.dropFirst(8))"]
    {
      #expect(throws: ProofError.issuerIsNotTheController) { try sign(document, method: method) }
    }
    #expect(throws: ProofError.malformed("issuer")) { try sign(document.with("issuer", nil)) }
    #expect(throws: ProofError.malformed("created")) { try sign(document, created: -1) }
    #expect(throws: ProofError.malformed("document")) { try sign([document]) }
  }

  @Test("each reason has one French sentence of its own")
  func sentences() {
    let errors: [ProofError] = [
      .noProof, .noKnownSuite, .malformed("\u{1B}x"), .otherPurpose, .expired, .chained,
      .keyNotFound("did:web:x"), .keyKind, .issuerIsNotTheController, .contexts, .signature,
      .document(LinkedDataError(.null, path: "/x")), .key(.cannotSign),
    ]
    #expect(Set(errors.map(\.sentence)).count == errors.count)
    for error in errors {
      #expect(!error.sentence.unicodeScalars.contains("\u{1B}"))
      #expect(error.sentence.split(separator: " ").count <= 20)
    }
  }
}
