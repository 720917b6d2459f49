public import JSON

extension OlderBadge {
  /// Checks the award, then signs its Assertion with RS256: three base64url parts in ASCII.
  ///
  /// The header holds `alg` alone: the key is the one that `verification.creator` names.
  package static func signed(
    _ award: Award, at addresses: OlderAddresses, with key: RSASigningKey
  ) throws(OlderRefusal) -> String {
    do { try award.check() } catch { throw .award(error) }
    let assertion = try assertion(award, at: addresses)
    let signer = TokenSigner.rs256(key, keyID: addresses.key, controller: addresses.issuer)
    do {
      return try signer.token(["alg": .string(signer.algorithm.rawValue)], assertion)
    } catch { throw .key(error) }
  }

  /// What must be published for the badges of an award's kind to verify, by address.
  ///
  /// The revocation list is left out: it changes with time, these do not.
  public static func documents(
    for award: Award, at addresses: OlderAddresses, with key: VerificationKey
  ) throws(OlderRefusal) -> [String: JSON] {
    [
      addresses.issuer: try profile(award.issuer, at: addresses),
      addresses.badge: try badgeClass(award.achievement, at: addresses),
      addresses.key: try OlderBadge.key(key, at: addresses),
    ]
  }

  /// Signs an award, then verifies it by the verifying code path against what will be published.
  public static func sealed(
    _ award: Award, at addresses: OlderAddresses, with key: RSASigningKey
  ) throws(OlderRefusal) -> String {
    let jws = try signed(award, at: addresses, with: key)
    let documents = try documents(for: award, at: addresses, with: key.publicKey)
    let report = OlderVerifier(
      documents: documents.mapValues(\.bytes),
      trust: TrustStore(trusting: addresses.issuer, label: award.issuer.name),
      now: award.validFrom, recipient: award.recipient.email
    ).verify(Array(jws.utf8))
    guard report.verdict.isFit, report.facts?.id == award.id
    else { throw .selfCheck(report.verdict) }
    return jws
  }
}
