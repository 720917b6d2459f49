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
    entries = keys.compactMap { json in
      guard var members = json.object else { return nil }
      let issuer = members["iss"]?.string
      for extra in ["iss", "key_ops", "exp", "nbf"] { members[extra] = nil }
      guard let key = try? VerificationKey(jwk: .object(members)) else { return nil }
      return Entry(id: members["kid"]?.string, issuer: issuer, key: key)
    }
  }

  /// The keys that an issuer may use.
  func keys(of issuer: String) -> [Entry] {
    entries.filter { $0.issuer.map { $0.isSame(as: issuer) } ?? true }
  }
}
