import JSON

/// The proof policy for VC-JWT: header, key, signature, claims, in that order.
enum TokenProof {
  /// Members that Open Badges 3.0 allows here: "Additional JOSE Headers are NOT allowed".
  private static let headerMembers: Set = ["alg", "kid", "jwk", "typ"]

  /// Throws the first flaw; the key comes from where the issuer publishes it and from nowhere else.
  static func check(
    _ token: PresentedToken, of credential: PresentedCredential, by keys: IssuerKeys
  ) throws(Flaw) -> Outcome {
    let outcome = try checkSignature(token, of: credential.issuer, by: keys)
    if outcome.isHeld { try checkClaims(token.payload, credential) }
    return outcome
  }

  /// Whether one of an issuer's keys signed, whatever is in the payload.
  ///
  /// `types` are the `typ` let through: Open Badges 3.0 knows `JWT` alone.
  static func checkSignature(
    _ token: PresentedToken, of issuer: String, by keys: IssuerKeys, types: Set<JSON> = ["JWT"]
  ) throws(Flaw) -> Outcome {
    try checkHeader(token.header, types)
    guard case .keys(let known) = try keys.key(of: token.header, by: issuer)
    else { return .notChecked(.keyNotGiven) }
    let usable = known.filter { $0.algorithm.rawValue == token.header["alg"]?.string }
    guard !usable.isEmpty else { throw .algorithm }
    guard usable.contains(where: { $0.accepts(token.signature, of: token.signed) })
    else { throw .signature }
    return .held
  }

  /// What does not need the key.
  private static func checkHeader(_ header: JSONObject, _ types: Set<JSON>) throws(Flaw) {
    guard let name = header["alg"]?.string, VerificationKey.Algorithm(rawValue: name) != nil
    else { throw .algorithm }
    guard header["crit"] == nil else { throw .headerCritical }
    guard header.keys.allSatisfy(headerMembers.contains) else { throw .headerMember }
    guard header["typ"].map(types.contains) ?? true else { throw .headerType }
  }

  /// RFC 7519 claims repeat the credential exactly; `exp` may be the only one to say the end.
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
