import JSON

/// The VC-JWT proof of Open Badges 3.0 ("JSON Web Token Proof Format"), made with ES256.
package enum CredentialJWT {
  /// Claims of RFC 7519 that repeat the credential, beside its own members.
  static let claims = ["iss", "jti", "nbf", "sub", "exp"]

  /// Checks the award, then signs it: three base64url parts in ASCII.
  ///
  /// The header holds `alg`, `kid` and `typ` only: the standard allows no other member here.
  package static func signed(_ award: Award, with key: SigningKey) throws(IssuingError) -> String {
    do { try award.check(signedBy: key.did.text) } catch { throw .award(error) }
    let head = header(key).canonical
    let body = payload(award).canonical
    var token = Base64URL.encoded(head)
    token.append(UInt8(ascii: "."))
    token += Base64URL.encoded(body)
    do {
      let signature = try key.signature(of: token)
      token.append(UInt8(ascii: "."))
      token += Base64URL.encoded(signature)
    } catch { throw .key(error) }
    return String(decoding: token, as: UTF8.self)
  }

  private static func header(_ key: SigningKey) -> JSON {
    [
      "alg": .string(key.publicKey.algorithm.rawValue), "kid": .string(key.did.keyID),
      "typ": "JWT",
    ]
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
