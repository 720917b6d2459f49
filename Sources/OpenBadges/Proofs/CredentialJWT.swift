import JSON

/// The VC-JWT proof of Open Badges 3.0 ("JSON Web Token Proof Format").
package enum CredentialJWT {
  /// Claims of RFC 7519 that repeat the credential, beside its own members.
  static let claims = ["iss", "jti", "nbf", "sub", "exp"]

  /// Checks the award, then signs it: three base64url parts in ASCII.
  ///
  /// The header holds `alg`, `kid` and `typ` only: the standard allows no other member here.
  package static func signed(_ award: Award, by signer: TokenSigner) throws(IssuingError) -> String
  {
    do { try award.check(signedBy: signer.controller) } catch { throw .award(error) }
    guard signer.namesItsController else { throw .award(.issuerIsNotTheKey) }
    let header: JSON = [
      "alg": .string(signer.algorithm.rawValue), "kid": .string(signer.keyID), "typ": "JWT",
    ]
    do { return try signer.token(header, payload(award)) } catch { throw .key(error) }
  }

  /// The credential's own members, then the claims: no `vc` member, which belongs to version 1.1.
  private static func payload(_ award: Award) -> JSON {
    guard var members = Credential.document(award).object else { return .null }
    members["iss"] = .string(award.issuer.id)
    members["jti"] = .string(award.id)
    members["nbf"] = .integer(award.validFrom)
    members["sub"] = .string(award.subject)
    members["exp"] = award.validUntil.map(JSON.integer)
    return .object(members)
  }
}
