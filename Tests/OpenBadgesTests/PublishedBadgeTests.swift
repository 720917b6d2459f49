import JSON
import OpenBadges
import Testing

@Suite("Badges of 1EdTech's public validator", .enabled(if: Shared.isThere, Shared.absence))
struct PublishedBadgeTests {
  private static let folder = "vectors/1edtech-validator-ob30/"

  private static func outcome(_ name: String) throws -> Result<HeldProof, ProofError> {
    let document = try Shared.json(folder + name)
    return Result { () throws(ProofError) in
      try DataIntegrity.check(document, now: Samples.day, resolve: method)
    }
  }

  /// A method of the controller documents kept for these files.
  private static func method(_ name: String) -> VerificationMethod? {
    guard name.hasPrefix("https://"), let address = name.dropFirst(8).split(separator: "#").first,
      let document = try? Shared.json("vectors/url-dir/\(address)"),
      document["assertionMethod"]?.array?.contains(.string(name)) == true,
      let method = document["verificationMethod"]?.array?.first(where: { $0["id"]?.string == name }
      ),
      let controller = method["controller"]?.string,
      let key = try? VerificationKey(multikey: method["publicKeyMultibase"]?.string ?? "")
    else { return nil }
    return VerificationMethod(controller: controller, key: key)
  }

  @Test(
    "good ones hold, with nodes alike, endorsements and the older context",
    arguments: [
      "complete.json", "simple.json", "simple-context-alias.json", "simple-context-version.json",
      "simple-did-web-method.json", "simple-multiple-proofs.json",
      "bit-string-list/credential-status-revoked.json",
      "bit-string-list/credential-status-revoked-blank-nodes.json", "bit-string-list/testlist",
    ])
  func good(_ name: String) throws {
    #expect(try Self.outcome(name).get().suite == .rdfc)
  }

  @Test(
    "those with a wrong proof, key or issuer do not",
    arguments: [
      ("simple-err-proof-value.json", .signature), ("simple-err-issuer.json", .malformed("issuer")),
      (
        "simple-err-proof-method.json",
        .keyNotFound(
          "https://example.edu/issuers/565049#z6MkjZRsdasZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi")
      ),
      (
        "simple-err-proof-method-no-scheme.json",
        .keyNotFound("z6MkrvfzkMnvCroEUP2DVc9SHPE48CRsvHiVSusHioxTYu1x")
      ),
      (
        "simple-err-proof-method-unknown-did-method.json",
        .keyNotFound("did:example:z6MkrvfzkMnvCroEUP2DVc9SHPE48CRsvHiVSusHioxTYu1x")
      ),
      (
        "simple-err-proof-method-unknown-scheme.json",
        .keyNotFound("xxx:z6MkrvfzkMnvCroEUP2DVc9SHPE48CRsvHiVSusHioxTYu1x")
      ),
      ("simple-did-key-method.json", .malformed("verificationMethod")),
      ("simple-noproof.json", .noProof), ("simple_v1.json", .noKnownSuite),
      ("complete_v1.json", .noKnownSuite), ("simple-eddsa-2022.json", .noKnownSuite),
      ("credential-status-revoked.json", .noKnownSuite),
    ] as [(String, ProofError)])
  func bad(_ name: String, _ error: ProofError) throws {
    #expect(try Self.outcome(name) == .failure(error))
  }

  @Test(
    "the first vector of each W3C suite is the file published with it", arguments: ["rdfc", "jcs"])
  func w3c(_ suite: String) throws {
    let name = suite == "rdfc" ? "signedDataInt" : "signedJCS"
    let document = try Shared.json("vectors/vc-di-eddsa/eddsa-\(suite)-2022/\(name).json")
    #expect(throws: ProofError.issuerIsNotTheController) {
      try DataIntegrity.check(document, now: Samples.day) { _ in nil }
    }
    let canonical = try Shared.bytes("vectors/1edtech-ob3/document-canon.txt")
    #expect(try LinkedData.canonical(ProofVectorTests.teamwork.with("proof", nil)) == canonical)
  }
}
