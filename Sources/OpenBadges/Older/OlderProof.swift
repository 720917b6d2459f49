import JSON

/// The proof policy for a signed assertion: header, key, owner, signature, in that order.
///
/// Open Badges 2.0, "Signed Verification": only a key that the issuer's Profile names is tried.
enum OlderProof {
  private static let headerMembers: Set = ["alg", "typ", "kid"]

  /// Throws the first flaw; says that nothing was checked when the key was not given.
  static func check(
    _ token: PresentedToken, of assertion: PresentedAssertion,
    by issuer: PublishedDocuments.Issuer, in documents: PublishedDocuments
  ) throws(Flaw) -> Outcome {
    try checkHeader(token.header)
    let id = try keyID(assertion.creator, of: issuer)
    if let kid = token.header["kid"] {
      guard let kid = kid.string, kid.isSame(as: id) else { throw .keyOfAnother }
    }
    guard let found = try documents.key(id, of: issuer) else {
      return .notChecked(.documentMissing)
    }
    // The link goes both ways: the Profile names the key, the key names the Profile.
    guard found.owner.isSame(as: issuer.id) else { throw .keyOfAnother }
    guard found.key.algorithm == .rs256 else { throw .algorithm }
    guard found.key.accepts(token.signature, of: token.signed) else { throw .signature }
    return .held
  }

  private static func checkHeader(_ header: JSONObject) throws(Flaw) {
    guard header["alg"]?.string == VerificationKey.Algorithm.rs256.rawValue
    else { throw .algorithm }
    guard header["jwk"] == nil else { throw .headerEmbeddedKey }
    guard header["crit"] == nil else { throw .headerCritical }
    guard header.keys.allSatisfy(headerMembers.contains) else { throw .headerMember }
    guard header["typ"] == nil || header["typ"] == "JWT" else { throw .headerType }
  }

  /// The address of the key: the assertion's choice among the issuer's, or the only one.
  private static func keyID(
    _ creator: String?, of issuer: PublishedDocuments.Issuer
  ) throws(Flaw) -> String {
    guard let creator else {
      guard issuer.keys.count == 1 else { throw .keyMissing }
      return issuer.keys[0].id
    }
    guard issuer.keys.contains(where: { $0.id.isSame(as: creator) }) else { throw .keyOfAnother }
    return creator
  }
}
