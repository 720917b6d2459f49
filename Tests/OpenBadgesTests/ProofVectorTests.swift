import JSON
import OpenBadges
import Testing

@Suite("Data Integrity, by published vectors") struct ProofVectorTests {
  /// EdDSA Cryptosuites 1.0, appendix B: the unsigned document.
  private static let alumni: JSON = [
    "@context": [
      "https://www.w3.org/ns/credentials/v2", "https://www.w3.org/ns/credentials/examples/v2",
    ],
    "id": "urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33",
    "type": ["VerifiableCredential", "AlumniCredential"], "name": "Alumni Credential",
    "description": "A minimum viable example of an Alumni Credential.",
    "issuer": "https://vc.example/issuers/5678", "validFrom": "2023-01-01T00:00:00Z",
    "credentialSubject": ["id": "did:example:abcdefgh", "alumniOf": "The School of Examples"],
  ]
  private static let secret = "z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq"
  private static let open = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"
  private static let vocabulary = Vocabulary.pinned.adding(
    TermTable(
      "https://www.w3.org/ns/credentials/examples/v2",
      vocabulary: "https://www.w3.org/ns/credentials/examples#"))

  struct Vector: Sendable, CustomTestStringConvertible {
    var suite: DataIntegrity.Suite
    var document: String
    var proof: String
    var value: String
    var testDescription: String { suite.rawValue }
  }

  private static let vectors = [
    Vector(
      suite: .rdfc,
      document: "517744132ae165a5349155bef0bb0cf2258fff99dfe1dbd914b938d775a36017",
      proof: "bea7b7acfbad0126b135104024a5f1733e705108f42d59668b05c0c50004c6b0",
      value:
        "z2YwC8z3ap7yx1nZYCg4L3j3ApHsF8kgPdSb5xoS1VR7vPG3F561B52hYnQF9iseabecm3ijx4K1FBTQsCZahKZme"),
    Vector(
      suite: .jcs,
      document: "59b7cb6251b8991add1ce0bc83107e3db9dbbab5bd2c28f687db1a03abc92f19",
      proof: "66ab154f5c2890a140cb8388a22a160454f80575f6eae09e5a097cabe539a1db",
      value:
        "z2HnFSSPPBzR36zdDgK8PbEHeXbR56YF24jwMpt3R1eHXQzJDMWS93FCzpvJpwTWd3GAVFuUfjoJdcnTMuVor51aX"),
  ]

  /// The proof of the appendix before it has its value.
  private static func options(_ vector: Vector) -> JSON {
    let options: JSON = [
      "type": "DataIntegrityProof", "cryptosuite": .string(vector.suite.rawValue),
      "created": "2023-02-24T23:36:38Z", "verificationMethod": .string("did:key:\(open)#\(open)"),
      "proofPurpose": "assertionMethod",
    ]
    return vector.suite == .jcs ? options.with("@context", alumni["@context"]) : options
  }

  @Test("the vectors of the W3C suites come out byte for byte", arguments: vectors)
  func alumniVectors(_ vector: Vector) throws {
    let seed = try #require(Base58.decoded(Self.secret.dropFirst())).suffix(32)
    let key = try Ed25519SigningKey(seed: Array(seed))
    #expect(key.did.text == "did:key:" + Self.open)
    let hashes = try DataIntegrity.hashes(
      of: try #require(Self.alumni.object), try #require(Self.options(vector).object), vector.suite,
      Self.vocabulary)
    #expect(hashes.document == bytes(vector.document))
    #expect(hashes.proof == bytes(vector.proof))
    #expect("z" + Base58.encoded(try key.signature(of: hashes.signed)) == vector.value)
  }

  @Test("their key is not the one of the issuer they name, so they are refused", arguments: vectors)
  func alumniCheck(_ vector: Vector) throws {
    let proof = Self.options(vector).with("proofValue", .string(vector.value))
    #expect(throws: ProofError.issuerIsNotTheController) {
      try DataIntegrity.check(Self.alumni.with("proof", proof), now: 0) { _ in nil }
    }
  }

  @Test("the words of the examples are no words of badges")
  func examples() {
    let error = #expect(throws: LinkedDataError.self) { try LinkedData.canonical(Self.alumni) }
    #expect(error?.reason == .unknownContext("https://www.w3.org/ns/credentials/examples/v2"))
  }

  /// Open Badges 3.0 Implementation Guide, "Linked Data Proof": the signed badge.
  static let teamwork: JSON = [
    "@context": [
      "https://www.w3.org/ns/credentials/v2",
      "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
    ], "id": "http://example.com/credentials/3527",
    "type": ["VerifiableCredential", "OpenBadgeCredential"],
    "issuer": [
      "id": "https://example.edu/issuers/565049", "type": ["Profile"],
      "url": "https://www.imsglobal.org", "name": "Example Corp",
    ], "validFrom": "2010-01-01T00:00:00Z", "name": "Teamwork Badge",
    "credentialSubject": [
      "id": "did:example:ebfeb1f712ebc6f1c276e12ec21", "type": ["AchievementSubject"],
      "achievement": [
        "id": "https://example.com/achievements/21st-century-skills/teamwork",
        "type": ["Achievement"],
        "criteria": [
          "narrative":
            "Team members are nominated for this badge by their peers and recognized upon review by Example Corp management."
        ],
        "description":
          "This badge recognizes the development of the capacity to collaborate within a group environment.",
        "name": "Teamwork",
      ],
    ],
    "proof": [
      "type": "DataIntegrityProof", "created": "2010-01-01T19:23:24Z",
      "verificationMethod":
        "https://example.edu/issuers/565049#z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi",
      "cryptosuite": "eddsa-rdfc-2022", "proofPurpose": "assertionMethod",
      "proofValue":
        "z5x9aCBYovW3CQCbKdNyhEm7ffYSw1YpEdPywQJoNbzDD2gkzQDKJ1sYKJaWvqZtkMtSbz35HcbgXVEDYHxCzgkCr",
    ],
  ]

  @Test("the badge of 1EdTech's guide comes out byte for byte")
  func teamwork() throws {
    let key = try Ed25519SigningKey(
      seed: bytes("6241a409e6707bb640a0140a8a32bc3d193c33a661747284d6adfa4ed4180be4"))
    let method = try #require(Self.teamwork["proof"]?["verificationMethod"]?.string)
    let unsigned = Self.teamwork.with("proof", nil)
    let signed = try DataIntegrity.secured(
      unsigned, by: key, method: method, created: 1_262_373_804)
    #expect(signed.canonical == Self.teamwork.canonical)
    var options = try #require(signed["proof"]?.object)
    options["proofValue"] = nil
    let hashes = try DataIntegrity.hashes(of: try #require(unsigned.object), options, .rdfc)
    #expect(
      hashes.document == bytes("87f65a76d40146205e3b3e06cb0fbd153f97f9ce70372390f52566bb7f9e0773"))
    #expect(
      hashes.proof == bytes("d34009cea0dbc1ca941e09dc01c8c9d3e3ce3c5b853f67ee44698dcea10f5d19"))
    let held = try DataIntegrity.check(signed, now: 1_795_252_353) { name in
      name == method
        ? VerificationMethod(controller: "https://example.edu/issuers/565049", key: key.publicKey)
        : nil
    }
    #expect(held.suite == .rdfc)
    #expect(held.method == method)
    #expect(held.controller == "https://example.edu/issuers/565049")
  }
}
