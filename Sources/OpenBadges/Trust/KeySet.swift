import JSON

/// The keys that an `https` issuer publishes at `/.well-known/jwks.json` (RFC 7517 §5).
struct KeySet: Sendable, Hashable {
  struct Entry: Sendable, Hashable {
    var id: String?
    /// The member `iss`: when it is there, the key is that issuer's alone.
    var issuer: String?
    var key: VerificationKey
  }

  var entries: [Entry]

  /// Reads a key set; entries that are not usable here are left out, as the standard asks (§5).
  init?(_ document: JSONObject) {
    guard let keys = document["keys"]?.array else { return nil }
    entries = keys.compactMap { jwk in
      // No standard gives keys of a set an end: one that bears such a member is read by none.
      guard let key = KeySet.key(jwk), ["exp", "nbf", "revoked"].allSatisfy({ jwk[$0] == nil })
      else { return nil }
      return Entry(id: jwk["kid"]?.string, issuer: jwk["iss"]?.string, key: key)
    }
  }

  /// A public key with whatever others write beside it (RFC 7517 §4: members that are not understood
  /// are ignored); nil when it is not one to verify with, or when a private member is there.
  static func key(_ jwk: JSON) -> VerificationKey? {
    guard let members = jwk.object,
      members["key_ops"] == nil || members["key_ops"]?.array?.contains("verify") == true
    else { return nil }
    let known = members.members.filter { understood.contains($0.key) }
    return try? VerificationKey(jwk: .object(JSONObject(known.map { ($0.key, $0.value) })))
  }

  private static let understood: Set = [
    "kty", "crv", "x", "y", "n", "e", "use", "alg", "kid",
    // Of private keys: they are refused, never ignored (RFC 7518 §6.2.2, §6.3.2).
    "d", "p", "q", "dp", "dq", "qi", "oth",
  ]

  static let empty = KeySet(entries: [])

  private init(entries: [Entry]) { self.entries = entries }

  /// Whose key set speaks for an `https` issuer; nil for another identifier.
  static func authority(of issuer: String) -> String? {
    guard issuer.utf8.starts(with: "https://".utf8) else { return nil }
    return String(issuer.dropFirst(8).prefix { !"/?#".contains($0) })
  }

  /// The keys that an issuer may use.
  func keys(of issuer: String) -> [Entry] {
    entries.filter { $0.issuer.map { $0.isSame(as: issuer) } ?? true }
  }
}
