import JSON

extension RSAPublicKey {
  private static let jwkMembers: Set = ["kty", "n", "e", "use", "alg", "kid"]
  /// RFC 7518 §6.3.2, save `d`, which is refused for keys of all kinds.
  private static let secretMembers = ["p", "q", "dp", "dq", "qi", "oth"]

  /// Reads the members of a JSON Web Key whose `kty` is `RSA` (RFC 7518 §6.3.1).
  init(jwk members: JSONObject) throws(KeyError) {
    guard RSAPublicKey.secretMembers.allSatisfy({ members[$0] == nil }) else { throw .privateJWK }
    guard members.keys.allSatisfy(RSAPublicKey.jwkMembers.contains) else { throw .malformedJWK }
    guard (members["use"] ?? "sig") == "sig", (members["alg"] ?? "RS256") == "RS256"
    else { throw .wrongUse }
    guard let modulus = members["n"]?.string.flatMap(Base64URL.decoded),
      let exponent = members["e"]?.string.flatMap(Base64URL.decoded)
    else { throw .malformedJWK }
    try self.init(modulus: modulus, exponent: exponent)
  }

  /// The three members, sorted as RFC 7638 §3.2 asks.
  var jwk: JSON {
    guard let numbers else { return .null }
    return [
      "e": RSAPublicKey.letters(numbers.exponent), "kty": "RSA",
      "n": RSAPublicKey.letters(numbers.modulus),
    ]
  }

  private static func letters(_ bytes: [UInt8]) -> JSON {
    .string(Base64URL.text(bytes))
  }
}
