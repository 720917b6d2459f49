import FoundationEssentials
import JSON
import OpenBadges
import Testing

/// The examples of the library's page, compiled as another package would (`packageAccess: false`)
/// and run; a test compares both, so that neither can drift.
enum Readme {
  static func ownKey(picture svg: [UInt8], now: Int) throws -> VerificationReport {
    // Issue: a key that is its own issuer, one award, the same facts in every container.
    let key = Ed25519SigningKey.generate()
    let award = Award(
      id: "urn:uuid:9d2f5b1c-1111-4222-8333-444455556666",
      subject: "urn:uuid:0a1b2c3d-aaaa-4bbb-8ccc-ddddeeeeffff",
      achievement: Achievement(
        id: "https://ville.example/badges/decouverte", name: "Découverte",
        description: "Les bons réflexes.", criteria: "Terminer les modules, réussir l’examen."),
      issuer: Issuer(id: key.did.text, name: "Ville d’Exemple"),
      recipient: .displayedName("Camille Exemple"),
      evidence: [Evidence(narrative: "Parcours terminé en autonomie.")],
      validFrom: now, validUntil: now + 63_072_000)
    let badge = try Issuing(key)
      .seal(award, in: BadgePictures(svg: SVGTemplate(svg)), created: now)

    // Verify: issuers are trusted beforehand; nothing is fetched.
    let trust = TrustStore(trusting: key.did.text, label: "Notre ville")
    let report = Verifier(trust: trust, now: now).verify(badge.svg)
    print(report.conclusion)  // Badge valable, émetteur reconnu.
    return report
  }

  static func publishing(
    _ given: Award, picture svg: [UInt8], now: Int, salt: [UInt8]
  ) throws -> [VerificationReport] {
    // What an issuer with an address publishes follows from its keys.
    let ed25519 = Ed25519SigningKey.generate()
    let p256 = P256SigningKey.generate()
    let keys = try PublishedKeys(
      did: "did:web:badges.ville.example",
      keys: [PublishedKey("ed25519-1", ed25519.publicKey), PublishedKey("p256-1", p256.publicKey)])

    // A place in a status list, by chance; which are taken is for you to remember.
    var revocations = StatusListCredential(
      id: "https://badges.ville.example/statuts/1.json", issuer: keys.did,
      validFrom: now, validUntil: now + 7_776_000, list: StatusList(.revocation))
    let place = Int.random(in: 0..<revocations.list.count)

    var award = given
    award.issuer = Issuer(id: keys.did, name: "Ville d’Exemple")
    award.recipient = .hashedEmail("camille@ville.example", salt: salt)
    award.status = [try StatusEntry(list: revocations.id, purpose: .revocation, index: place)]
    let badge = try Issuing(keys, document: ed25519, token: .es256(p256))
      .seal(award, in: BadgePictures(svg: SVGTemplate(svg)), created: now)

    // Whoever verifies has copies of the files, each under its address.
    func verify() throws -> VerificationReport {
      let trust = try TrustStore(files: [
        ("badges.ville.example/.well-known/did.json", keys.controllerDocument.bytes),
        (
          "badges.ville.example/statuts/1.json",
          try revocations.signed(by: ed25519, of: keys, created: now).bytes
        ),
      ])
      return Verifier(trust: trust, now: now, recipient: "camille@ville.example")
        .verify(badge.svg)
    }
    let before = try verify()  // .valid
    try revocations.list.set(place)
    let after = try verify()  // .revoked
    return [before, after]
  }
}

@Suite("The library's page") struct ReadmeTests {
  private static let picture = Array(
    "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>Badge</title></svg>".utf8)
  /// 2026-09-01.
  private static let now = 1_788_220_800

  @Test("its first example runs")
  func ownKey() throws {
    let report = try Readme.ownKey(picture: Self.picture, now: Self.now)
    #expect(report.conclusion == "Badge valable, émetteur reconnu.")
  }

  @Test("its second example runs")
  func publishing() throws {
    let award = Award(
      id: "urn:uuid:9d2f5b1c-1111-4222-8333-444455556666",
      subject: "urn:uuid:0a1b2c3d-aaaa-4bbb-8ccc-ddddeeeeffff",
      achievement: Achievement(
        id: "https://ville.example/badges/decouverte", name: "Découverte",
        description: "Les bons réflexes.", criteria: "Terminer les modules."),
      issuer: Issuer(id: "", name: ""), recipient: .anonymous,
      evidence: [Evidence(narrative: "Parcours terminé.")], validFrom: Self.now,
      validUntil: Self.now + 63_072_000)
    let salt = (0..<16).map { UInt8($0) }
    let reports = try Readme.publishing(award, picture: Self.picture, now: Self.now, salt: salt)
    #expect(reports.map(\.verdict) == [.valid, .revoked])
  }

  /// A file of the repository.
  private static func text(_ path: String) throws -> String {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return String(decoding: try Data(contentsOf: root.appending(path: path)), as: UTF8.self)
  }

  @Test("its examples are those that run here, line by line and in order")
  func same() throws {
    let page = try Self.text("Sources/OpenBadges/README.md")
    let here = try Self.text("Tests/OpenBadgesReadmeTests/ReadmeTests.swift")
      .split(separator: "\n").map { $0.drop { $0 == " " } }
    let parts = page.split(separator: "```swift\n", omittingEmptySubsequences: false).dropFirst()
    #expect(parts.count == 2)
    for part in parts {
      let shown = part.prefix { $0 != "`" }.split(separator: "\n").map { $0.drop { $0 == " " } }
        .filter { !$0.starts(with: "import ") }
      let start = try #require(here.firstIndex { $0 == shown.first })
      #expect(Array(here[start...].prefix(shown.count)) == shown)
    }
  }
}
