import JSON
import OpenBadges
import Testing

/// The sample award as Open Badges 2.0, what its issuer publishes, and forgeries of both.
enum OlderSamples {
  static let addresses = OlderAddresses(
    issuer: "https://ville.example/emetteur.json", key: "https://ville.example/cle-1.json",
    badge: "https://ville.example/decouverte.json",
    revocations: "https://ville.example/retraits.json")

  static func award() throws -> Award {
    try Samples.award(.hashedEmail(Samples.email, salt: Samples.salt))
  }

  static func jws() throws -> String {
    try OlderBadge.signed(award(), at: addresses, with: RSASamples.key())
  }

  /// The payload of the sample badge, to be altered.
  static func assertion() throws -> JSON { try OlderBadge.assertion(award(), at: addresses) }

  /// What the issuer publishes, an empty revocation list included.
  static func documents() throws -> [String: JSON] {
    var documents = try OlderBadge.documents(
      for: award(), at: addresses, with: RSASamples.key().publicKey)
    documents["https://ville.example/retraits.json"] = try OlderBadge.revocationList(
      [], at: addresses)
    return documents
  }

  /// Rightly signed, whatever is in it.
  static func token(
    _ payload: JSON? = nil, header: JSON = ["alg": "RS256"], by key: RSASigningKey? = nil
  ) throws -> String {
    let text = Forge.letters(header.bytes) + "." + Forge.letters(try (payload ?? assertion()).bytes)
    let signature = try (key ?? RSASamples.key()).signature(of: Array(text.utf8))
    return text + "." + Forge.letters(signature)
  }

  static func verifier(
    _ documents: [String: JSON]? = nil, now: Int = Samples.day, recipient: String? = nil
  ) throws -> OlderVerifier {
    OlderVerifier(
      documents: try (documents ?? OlderSamples.documents()).mapValues(\.bytes),
      trust: TrustStore(trusting: addresses.issuer, label: "Notre ville"), now: now,
      recipient: recipient)
  }

  /// The report on a token, at the first second of validity, by someone who trusts the issuer.
  static func report(
    _ token: String, _ documents: [String: JSON]? = nil, now: Int = Samples.day,
    recipient: String? = nil
  ) throws -> VerificationReport {
    try verifier(documents, now: now, recipient: recipient).verify(Array(token.utf8))
  }
}
