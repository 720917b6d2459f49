import JSON
import OpenBadges
import Testing

@Suite(
  "Samples of 1EdTech", .enabled(if: Shared.isThere, Shared.absence))
struct PublishedSamplesTests {
  private static let newer = "vectors/1edtech-validator-ob30/"
  private static let older = "ob2/1edtech-validator-ob20/"

  /// What the issuers of the signed samples publish.
  private static let published = [
    "organization", "organization-with-revocation-list",
    "organization-with-empty-revocation-list", "robotics-badge",
    "badge-from-organization-with-revocation-list",
    "badge-from-organization-with-empty-revocation-list", "key1", "key2", "key3",
    "revocation-list", "empty-revocation-list",
  ]

  @Test("a JSON credential is taken out of its picture", arguments: ["png", "svg"])
  func bakedJSON(_ end: String) throws {
    let payload = try BadgePayload(
      reading: Shared.bytes(PublishedSamplesTests.newer + "simple-json.\(end)"))
    guard case .document(let bytes) = payload else {
      Issue.record("\(payload)")
      return
    }
    #expect(try JSON(parsing: bytes)["id"] == "http://example.com/credentials/3527")
  }

  @Test(
    "a token is taken out of its picture",
    arguments: ["simple-jwt.png", "simple-jwt.svg", "simple-jwt_v1.png", "simple-jwt_v1.svg"])
  func bakedToken(_ name: String) throws {
    let payload = try BadgePayload(
      reading: Shared.bytes(PublishedSamplesTests.newer + name))
    guard case .token(let bytes) = payload else {
      Issue.record("\(payload)")
      return
    }
    #expect(bytes.count { $0 == UInt8(ascii: ".") } == 2)
    #expect(bytes.starts(with: "eyJhbGciOiJSUzI1NiIs".utf8))
  }

  @Test("the validator's status list is read, and index 23 is set")
  func statusList() throws {
    let bytes = try Shared.bytes(
      PublishedSamplesTests.newer + "bit-string-list/testlist")
    let read = try StatusListCredential(reading: JSON(parsing: bytes))
    #expect(read.list.purpose == .revocation)
    #expect(read.list.indexes == [23])
  }

  @Test(
    "signed assertions verify with the documents beside them, and the revoked one is revoked",
    arguments: [
      ("simple.jwt", Outcome.notChecked(.noStatusInBadge), Verdict.valid),
      ("simple-not-revoked.jwt", .held, .valid),
      ("simple-revoked.jwt", .failed(.revoked), .revoked),
    ])
  func assertions(_ name: String, _ status: Outcome, _ verdict: Verdict) throws {
    var documents: [String: [UInt8]] = [:]
    for file in PublishedSamplesTests.published {
      let bytes = try Shared.bytes(PublishedSamplesTests.older + "assets/\(file).json")
      documents[try #require(try JSON(parsing: bytes)["id"]?.string)] = bytes
    }
    let names = [
      "organization", "organization-with-empty-revocation-list",
      "organization-with-revocation-list",
    ]
    let token = try Shared.bytes(PublishedSamplesTests.older + name)
    let trusted = names.map {
      OlderVerifier(
        documents: documents,
        trust: TrustStore(trusting: "https://example.org/\($0).json", label: "1EdTech"),
        now: Samples.day
      ).verify(token)
    }
    let report = try #require(trusted.first { $0[.issuer].isHeld })
    #expect(report[.proof] == .held)
    #expect(report[.status] == status)
    #expect(report.verdict == verdict)
    #expect(report.facts?.name == "Awesome Robotics Badge")
    var altered = token
    altered[400] = altered[400] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
    let forged = OlderVerifier(documents: documents, trust: .empty, now: Samples.day)
    #expect(forged.verify(altered).verdict == .invalid)
  }

  @Test("hosted assertions are told from signed ones")
  func hosted() throws {
    let verifier = OlderVerifier(documents: [:], trust: .empty, now: Samples.day)
    for name in ["basic-assertion.json", "assertion-with-data-image.json"] {
      let bytes = try Shared.bytes(PublishedSamplesTests.older + name)
      #expect(verifier.verify(bytes)[.structure] == .failed(.hostedBadge))
    }
  }
}
