import JSON
import OpenBadges
import Testing

@Suite("What an issuer publishes of its keys") struct PublishedKeysTests {
  private static let did = "did:web:ville.example"

  private static func keys(_ names: [String], did: String = did) throws -> PublishedKeys {
    let key = try Sealed.key().publicKey
    return try PublishedKeys(did: did, keys: names.map { PublishedKey($0, key) })
  }

  @Test(
    "a name that is not fit, or stands twice, is refused",
    arguments: [["a", "a"], [""], ["a#b"], ["a b"], ["é"], ["a/../b"]])
  func fragments(_ names: [String]) {
    #expect(throws: KeyError.fragment) { try Self.keys(names) }
  }

  @Test(
    "an issuer that has no document to publish is refused",
    arguments: ["", "ville.example", "did:key:z6Mk", "did:web:ville.example#a", "did:web:a b"])
  func issuers(_ did: String) {
    #expect(throws: KeyError.notDIDWeb) { try Self.keys(["a"], did: did) }
  }

  @Test("a key that is not published signs nothing")
  func unpublished() throws {
    let keys = try Self.keys(["a"])
    let other = P256SigningKey.generate()
    #expect(throws: IssuingError.unpublished) { try Issuing(keys) }
    #expect(throws: IssuingError.unpublished) { try Issuing(keys, token: .es256(other)) }
    #expect(throws: IssuingError.unpublished) {
      try Issuing(keys, document: Ed25519SigningKey.generate())
    }
    #expect(throws: IssuingError.unpublished) {
      try StatusListCredential(
        id: "https://ville.example/1.json", issuer: Self.did, validFrom: Samples.day,
        validUntil: nil, list: StatusList(.revocation)
      ).signed(by: Ed25519SigningKey.generate(), of: keys, created: Samples.day)
    }
  }

  @Test("each kind of key, alone or with another, gives the files it can")
  func kinds() throws {
    let (edwards, curve, rsa) = (try Sealed.key(), try Samples.key(), try RSASamples.key())
    let keys = try PublishedKeys(
      did: Self.did,
      keys: [
        PublishedKey("ed", edwards.publicKey), PublishedKey("ec", curve.publicKey),
        PublishedKey("rsa", rsa.publicKey),
      ])
    let issuers: [(Issuing, [String])] = [
      (try Issuing(keys, document: edwards), ["svg", "json"]),
      (try Issuing(keys, token: .es256(curve)), ["svg", "jwt"]),
      (try Issuing(keys, token: .rs256(rsa)), ["svg", "jwt"]),
      (try Issuing(keys, document: edwards, token: .rs256(rsa)), ["svg", "json", "jwt"]),
    ]
    let trust = try TrustStore(files: [
      ("ville.example/.well-known/did.json", keys.controllerDocument.bytes)
    ])
    let pictures = BadgePictures(svg: try Samples.template())
    for (issuing, endings) in issuers {
      let badge = try issuing.seal(
        Issued.award(Self.did), in: pictures, created: Samples.day)
      #expect(badge.files.map(\.ending) == endings)
      for (_, file) in badge.files {
        let report = Verifier(trust: trust, now: Samples.day, recipient: Samples.email).verify(file)
        #expect(report.verdict == .valid)
        #expect(report.fingerprint == badge.fingerprint)
      }
    }
  }

  @Test("a list of another issuer is not signed by this one's key")
  func foreignList() throws {
    let key = try Sealed.key()
    let list = StatusListCredential(
      id: "https://ville.example/1.json", issuer: "did:web:autre.example", validFrom: Samples.day,
      validUntil: nil, list: StatusList(.revocation))
    #expect(throws: IssuingError.proof(.issuerIsNotTheController)) {
      try list.signed(by: key, of: Self.keys(["a"]), created: Samples.day)
    }
  }

  @Test("a document of somebody else, or none at all, is no reason to believe")
  func controllers() throws {
    let document = try Self.keys(["a"]).controllerDocument
    let right = try TrustStore(trusting: Self.did, label: "Ville", controller: document)
    #expect(right.label(of: Self.did) == "Ville")
    #expect(throws: TrustError.self) {
      try TrustStore(trusting: "did:web:autre.example", label: "Ville", controller: document)
    }
    #expect(throws: TrustError.self) {
      try TrustStore(trusting: Self.did, label: "Ville", controller: ["id": .string(Self.did)])
    }
  }

  @Test("a key written under an issuer's name may repeat its document, not contradict it")
  func pinned() throws {
    let document = try Self.keys(["a"]).controllerDocument
    func files(_ key: VerificationKey) -> [(name: String, bytes: [UInt8])] {
      [
        ("did.json", document.bytes),
        ("ville.txt", Array("\(Self.did)\nVille\n\(key.pem)".utf8)),
      ]
    }
    #expect(try !TrustStore(files: files(Sealed.key().publicKey)).isEmpty)
    let error = #expect(throws: TrustError.self) {
      try TrustStore(files: files(P256SigningKey.generate().publicKey))
    }
    #expect(error?.reason == .twice)
    #expect(error?.file == "ville.txt")
  }
}
