public import JSON

extension VerificationKey {
  /// Reads a public JSON Web Key (RFC 7517); any member that is not known is refused.
  ///
  /// Throws `.privateJWK` when the private member `d` is there, whatever the rest is.
  public init(jwk: JSON) throws(KeyError) {
    guard let members = jwk.object else { throw .malformedJWK }
    guard members["d"] == nil else { throw .privateJWK }
    if members["kty"] == "RSA" {
      self.init(try RSAPublicKey(jwk: members))
      return
    }
    guard members.keys.allSatisfy(VerificationKey.jwkMembers.contains) else { throw .malformedJWK }
    if members["kty"] == "OKP" {
      // RFC 8037 §2: x alone.
      guard members["crv"] == "Ed25519", members["y"] == nil else { throw .notEd25519 }
      guard (members["use"] ?? "sig") == "sig", (members["alg"] ?? "EdDSA") == "EdDSA"
      else { throw .wrongUse }
      try self.init(ed25519: VerificationKey.coordinate(members["x"]))
      return
    }
    guard members["kty"] == "EC", members["crv"] == "P-256" else { throw .notP256 }
    guard (members["use"] ?? "sig") == "sig", (members["alg"] ?? "ES256") == "ES256"
    else { throw .wrongUse }
    try self.init(
      point: VerificationKey.coordinate(members["x"]) + VerificationKey.coordinate(members["y"]))
  }

  /// The public JSON Web Key, its members sorted as RFC 7638 §3.2 asks (RFC 8037 §2 for Ed25519).
  public var jwk: JSON {
    if let rsa { return rsa.jwk }
    let point = bytes
    guard algorithm == .es256 else {
      return ["crv": "Ed25519", "kty": "OKP", "x": VerificationKey.letters(point[...])]
    }
    return [
      "crv": "P-256", "kty": "EC", "x": VerificationKey.letters(point.prefix(32)),
      "y": VerificationKey.letters(point.suffix(32)),
    ]
  }

  private static let jwkMembers: Set = ["kty", "crv", "x", "y", "use", "alg", "kid"]

  /// RFC 7518 §6.2.1.2: exactly the 32 bytes of the field, leading zeros kept.
  private static func coordinate(_ value: JSON?) throws(KeyError) -> [UInt8] {
    guard let letters = value?.string, let bytes = Base64URL.decoded(letters),
      bytes.count == 32
    else { throw .malformedJWK }
    return bytes
  }

  private static func letters(_ bytes: ArraySlice<UInt8>) -> JSON {
    .string(Base64URL.text(Array(bytes)))
  }
}
