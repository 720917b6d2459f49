import JSON

/// The proof policy for VC-JWT: header, key, signature, claims, in that order.
enum TokenProof {
  /// Members that Open Badges 3.0 allows here: "Additional JOSE Headers are NOT allowed".
  private static let headerMembers: Set = ["alg", "kid", "typ"]

  /// Throws the first flaw; the key comes from the issuer's DID and from nowhere else.
  static func check(
    _ token: PresentedToken, of credential: PresentedCredential
  ) throws(Flaw) {
    try checkHeader(token.header)
    let key = try key(named: token.header["kid"], by: credential.issuer)
    guard token.header["alg"]?.string == key.algorithm.rawValue else { throw .algorithm }
    guard key.accepts(token.signature, of: token.signed) else { throw .signature }
    try checkClaims(token.payload, credential)
  }

  private static func checkHeader(_ header: JSONObject) throws(Flaw) {
    guard let name = header["alg"]?.string, VerificationKey.Algorithm(rawValue: name) != nil
    else { throw .algorithm }
    guard header["jwk"] == nil else { throw .headerEmbeddedKey }
    guard header["crit"] == nil else { throw .headerCritical }
    guard header.keys.allSatisfy(headerMembers.contains) else { throw .headerMember }
    guard header["typ"] == nil || header["typ"] == "JWT" else { throw .headerType }
  }

  /// The key that `kid` names, which must be the issuer's own.
  private static func key(
    named kid: JSON?, by issuer: String
  ) throws(Flaw) -> VerificationKey {
    guard let kid = kid?.string else { throw .keyMissing }
    guard issuer.utf8.starts(with: DIDJWK.prefix.utf8) else { throw .didMethod }
    guard kid.isSame(as: issuer + "#0") else { throw .keyOfAnother }
    do { return try DIDJWK(issuer).key } catch { throw .keyUnusable }
  }

  /// RFC 7519 claims repeat the credential exactly; `exp` is there if and only if `validUntil` is.
  private static func checkClaims(
    _ payload: JSONObject, _ credential: PresentedCredential
  ) throws(Flaw) {
    guard let iss = payload["iss"]?.string, iss.isSame(as: credential.issuer),
      let jti = payload["jti"]?.string, jti.isSame(as: credential.id),
      let sub = payload["sub"]?.string, let subject = credential.subject, sub.isSame(as: subject),
      payload["nbf"]?.integer == credential.validFrom,
      payload["exp"]?.integer == credential.validUntil,
      payload["exp"] == nil || credential.validUntil != nil
    else { throw .claims }
  }
}
