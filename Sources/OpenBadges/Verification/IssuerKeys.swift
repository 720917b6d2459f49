import JSON

/// Which keys are an issuer's own, from its identifier or from the trust store; never from the badge.
struct IssuerKeys {
  /// What is known of a key that a badge names.
  enum Found {
    case key(VerificationKey)
    /// Nothing given beforehand tells: the proof cannot be checked.
    case notGiven
  }

  var store: TrustStore

  /// The key of a token's header, which must be one of the issuer's.
  ///
  /// `kid` names it; a key that the header brings (`jwk`) must be one that the issuer publishes.
  func key(of header: JSONObject, by issuer: String) throws(Flaw) -> Found {
    if let embedded = header["jwk"] { return try known(embedded, header["kid"], issuer) }
    guard let kid = header["kid"]?.string else { throw .keyMissing }
    if let own = try selfDescribed(issuer) {
      guard kid.isSame(as: own.name) else { throw .keyOfAnother }
      return .key(own.key)
    }
    return try published(kid, by: issuer)
  }

  /// The method of a Data Integrity proof; nil when nothing given beforehand tells.
  func method(_ name: String) -> VerificationMethod? {
    let controller = String(name.prefix { $0 != "#" })
    if let did = try? DIDJWK(controller), name.isSame(as: did.keyID) {
      return VerificationMethod(controller: controller, key: did.key)
    }
    guard let document = store.controllers[controller], let key = document.keys[name]
    else { return nil }
    return VerificationMethod(controller: document.id, key: key)
  }

  /// An identifier that is its own key.
  private func selfDescribed(
    _ issuer: String
  ) throws(Flaw) -> (name: String, key: VerificationKey)? {
    do throws(KeyError) {
      if issuer.utf8.starts(with: DIDJWK.prefix.utf8) {
        let did = try DIDJWK(issuer)
        return (did.keyID, did.key)
      }
      guard issuer.utf8.starts(with: DIDKey.prefix.utf8) else { return nil }
      let did = try DIDKey(issuer)
      return (did.keyID, did.key)
    } catch { throw .keyUnusable }
  }

  /// A key by the name under which its issuer publishes it.
  private func published(_ kid: String, by issuer: String) throws(Flaw) -> Found {
    if let document = store.controllers[issuer] {
      guard let key = document.keys[kid] else { throw .keyOfAnother }
      return .key(key)
    }
    if issuer.utf8.starts(with: "did:".utf8) {
      guard kid.utf8.starts(with: Array((issuer + "#").utf8)) else { throw .keyOfAnother }
      return .notGiven
    }
    guard let keys = keySet(of: issuer) else { return .notGiven }
    guard let entry = keys.first(where: { $0.id?.isSame(as: kid) == true })
    else { throw .keyOfAnother }
    return .key(entry.key)
  }

  private func known(_ jwk: JSON, _ kid: JSON?, _ issuer: String) throws(Flaw) -> Found {
    guard let key = try? VerificationKey(jwk: jwk) else { throw .headerEmbeddedKey }
    if let own = try selfDescribed(issuer) {
      guard key == own.key, kid == nil || kid == .string(own.name)
      else { throw .headerEmbeddedKey }
      return .key(key)
    }
    let keys =
      store.controllers[issuer].map { Array($0.keys.values) } ?? keySet(of: issuer)?.map(\.key)
    guard let keys else { return .notGiven }
    guard keys.contains(key) else { throw .headerEmbeddedKey }
    return .key(key)
  }

  /// The keys that an `https` issuer publishes, or that were written under its name.
  private func keySet(of issuer: String) -> [KeySet.Entry]? {
    if let pinned = store.pinned[issuer] {
      return pinned.map { KeySet.Entry(id: nil, issuer: issuer, key: $0) }
    }
    guard issuer.utf8.starts(with: "https://".utf8) else { return nil }
    let authority = issuer.dropFirst(8).prefix { !"/?#".contains($0) }
    return store.keySets[String(authority)]?.keys(of: issuer)
  }
}
