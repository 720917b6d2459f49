import FoundationEssentials
import OpenBadges
import Testing

/// The example of the library's page, compiled and run; a test compares both, so that neither can drift.
enum Readme {
  static func example(picture svg: [UInt8], now: Int) throws -> VerificationReport {
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
    let badge = try Issuing(key, name: "Ville d’Exemple")
      .seal(award, in: BadgePictures(svg: SVGTemplate(svg)), created: now)

    // Verify: issuers are trusted beforehand; nothing is fetched.
    let trust = TrustStore(trusting: key.did.text, label: "Notre ville")
    let report = Verifier(trust: trust, now: now).verify(badge.svg)
    print(report.conclusion)  // Badge valable, émetteur reconnu.
    return report
  }
}

@Suite("The library's page") struct ReadmeTests {
  @Test("its example runs")
  func runs() throws {
    let report = try Readme.example(picture: Array(Samples.svg.utf8), now: Samples.day)
    #expect(report.conclusion == "Badge valable, émetteur reconnu.")
  }

  /// A file of the repository.
  private static func text(_ path: String) throws -> String {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return String(decoding: try Data(contentsOf: root.appending(path: path)), as: UTF8.self)
  }

  @Test("its example is the one that runs here")
  func same() throws {
    let page = try Self.text("Sources/OpenBadges/README.md")
    let fence = try #require(page.firstRange(of: "```swift\n"))
    let end = try #require(page[fence.upperBound...].firstRange(of: "```"))
    let shown = page[fence.upperBound..<end.lowerBound].split(separator: "\n").map(String.init)
    let here = try Self.text("Tests/OpenBadgesTests/ReadmeTests.swift").split(separator: "\n").map {
      String($0.drop { $0 == " " })
    }
    #expect(!shown.isEmpty)
    for line in shown where line != "import OpenBadges" {
      #expect(here.contains(String(line.drop { $0 == " " })), "\(line)")
    }
  }
}
