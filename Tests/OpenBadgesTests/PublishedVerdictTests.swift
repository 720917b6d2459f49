import JSON
import OpenBadges
import Testing

/// What the verifier of files says of each published sample, with the documents kept beside them.
@Suite("Verdicts on published samples", .enabled(if: Shared.isThere, Shared.absence))
struct PublishedVerdictTests {
  private static let folder = "vectors/1edtech-validator-ob30/"
  private static let controllers = [
    "1edtech.edu/issuers/565049", "example.com/issuers/876543", "example.edu/issuers/565049",
    "raw.githubusercontent.com/1EdTech/digital-credentials-public-validator/refs/heads/main/"
      + "inspector-vc/src/test/resources/ob30/bit-string-list/testlist",
  ]

  private static func report(_ path: String) throws -> VerificationReport {
    let files = try controllers.map { ($0, try Shared.bytes("vectors/url-dir/\($0)")) }
    return try Issued.verifier(files).verify(Shared.bytes(path))
  }

  @Test(
    "the samples that verify elsewhere verify here",
    arguments: [
      "simple.json", "simple-context-alias.json", "simple-context-version.json",
      "simple-did-web-method.json", "simple-multiple-proofs.json", "simple-json.png",
      "simple-json.svg", "complete.json",
    ])
  func good(_ name: String) throws {
    let report = try Self.report(Self.folder + name)
    #expect(report[.proof] == .held)
    // The older kind of list that one of them names is not read, and that is said.
    let isOld = name == "complete.json"
    #expect(report.verdict == .valid)
    #expect(report[.status] == .notChecked(isOld ? .statusOfOlderKind : .noStatusInBadge))
    #expect(report.conclusion.contains("retrait non contrôlé") == isOld)
  }

  @Test("the vector of the implementation guide verifies")
  func guide() throws {
    #expect(try Self.report("vectors/1edtech-ob3/signed.json").verdict == .valid)
  }

  @Test(
    "every other one is refused, with its reason",
    arguments: [
      ("simple-err-context", Flaw.contexts), ("simple-err-type", .credentialType),
      ("simple-err-issuer", .issuerForm), ("simple-err-issuer-type", .issuerForm),
      ("simple-err-issuer-otheridentifier-type", .undefinedTerm),
      ("simple-err-issuer-parentorg-type", .undefinedTerm),
      ("simple-err-credential-subject-type", .subjectForm),
      ("simple-err-credential-subject-identifier-type", .subjectForm),
      ("simple-err-credential-subject-profile-type", .undefinedTerm),
      ("simple-err-credential-subject-result-type", .undefinedTerm),
      ("simple-err-credential-subject-achievement-result-description-type", .undefinedTerm),
      ("simple-err-evidence-type", .evidenceForm), ("simple-err-issued", .achievementForm),
      ("simple-err-expired", .expired), ("simple-err-proof-method", .keyOfAnother),
      ("simple-err-proof-method-no-scheme", .keyOfAnother),
      ("simple-err-proof-method-unknown-did-method", .keyOfAnother),
      ("simple-err-proof-method-unknown-scheme", .keyOfAnother),
      ("simple-err-proof-value", .signature), ("simple-did-key-method", .proofForm),
      ("simple-eddsa-2022", .legacyClaim), ("simple_v1", .legacyClaim),
      ("complete_v1", .legacyClaim),
      ("simple-noproof", .legacyClaim), ("credential-status-revoked", .legacyClaim),
      ("endorsement-valid", .credentialType),
      ("endorsement-err-schema-status-refresh", .legacyClaim),
      ("bit-string-list/testlist", .contexts), ("simple-jwt.png", .headerEmbeddedKey),
      ("simple-jwt.svg", .headerEmbeddedKey), ("simple-jwt_v1.png", .legacyClaim),
      ("simple-jwt_v1.svg", .legacyClaim),
    ] as [(String, Flaw)])
  func bad(_ name: String, _ flaw: Flaw) throws {
    let isWhole = name.hasSuffix("g") || name.contains("/")
    let report = try Self.report(Self.folder + name + (isWhole ? "" : ".json"))
    #expect(Policy.allCases.map { report[$0] }.contains(.failed(flaw)))
    #expect(report.verdict == (flaw == .expired ? .outOfDates : .invalid))
  }

  @Test(
    "a revocation written against the standard is not read, and the badge is not called valid",
    arguments: ["credential-status-revoked", "credential-status-revoked-blank-nodes"])
  func integerIndex(_ name: String) throws {
    let report = try Self.report("\(Self.folder)bit-string-list/\(name).json")
    #expect(report[.status] == .failed(.statusForm))
    #expect(report.verdict == .invalid)
    #expect(!report.conclusion.contains("valable"))
  }

  @Test(
    "documents that are no signed badge are refused",
    arguments: [
      ("vectors/1edtech-ob3/expected.json", Flaw.jsonWithoutBadge),
      ("samples/educredentials_minimal_valid_obv3.json", .proofMissing),
      ("samples/spec_complete_openbadgecredential.json", .proofMissing),
      ("vectors/vc-di-eddsa/eddsa-rdfc-2022/signedDataInt.json", .contexts),
      ("vectors/vc-di-eddsa/eddsa-jcs-2022/signedJCS.json", .contexts),
      ("vectors/vc-di-eddsa/Ed25519Signature2020/signedEdSig.json", .contexts),
      ("vectors/vc-di-eddsa/proof-set-chain/signedProofChain2.json", .contexts),
      ("vectors/vc-di-eddsa/proof-set-chain/multiKeyPairs.json", .jsonWithoutBadge),
      ("ob2/1edtech-validator-ob20/basic-assertion.json", .hostedBadge),
      ("ob2/1edtech-validator-ob20/basic-assertion-expired.json", .hostedBadge),
      ("ob2/1edtech-validator-ob20/basic-assertion-invalid-context.json", .contexts),
      ("ob2/1edtech-validator-ob20/redirected-validation-subject.json", .jsonDamaged),
    ])
  func others(_ path: String, _ flaw: Flaw) throws {
    let report = try Self.report(path)
    #expect([report[.structure], report[.proof]].contains(.failed(flaw)))
    #expect(report.facts == nil)
    #expect(report.exitCode == 1 || report.exitCode == 2)
  }

  @Test(
    "signed badges of the older version verify with their issuers' documents as a trust folder",
    arguments: [
      ("simple.jwt", Int32(0)), ("simple-not-revoked.jwt", 0), ("simple-revoked.jwt", 3),
    ])
  func older(_ name: String, _ code: Int32) throws {
    let base = "ob2/1edtech-validator-ob20/"
    let files = try [
      "organization", "organization-with-revocation-list",
      "organization-with-empty-revocation-list", "robotics-badge",
      "badge-from-organization-with-revocation-list",
      "badge-from-organization-with-empty-revocation-list", "key1", "key2", "key3",
      "revocation-list", "empty-revocation-list",
    ].map { ("\($0).json", try Shared.bytes("\(base)assets/\($0).json")) }
    #expect(try Issued.verifier(files).verify(Shared.bytes(base + name)).exitCode == code)
  }
}
