import JSON

/// Which keys are an issuer's own, from its identifier or from the trust store; never from the badge.
struct IssuerKeys {
  /// What is known of a key that a badge names.
  enum Found {
    /// Those that the name may stand for: one of them must have signed.
    case keys([VerificationKey])
    /// Nothing given beforehand tells: the proof cannot be checked.
    case notGiven
  }

  var store: TrustStore
  /// Seconds since 1970.
  var now: Int

  /// The key of a token's header, which must be one of the issuer's.
  ///
  /// `kid` names it; a key that the header brings (`jwk`) must be one that the issuer publishes.
  func key(of header: JSONObject, by issuer: String) throws(Flaw) -> Found {
    if let embedded = header["jwk"] { return try known(embedded, header["kid"], issuer) }
    guard let kid = header["kid"]?.string else { throw .keyMissing }
    if let own = try selfDescribed(issuer) {
      guard kid.isSame(as: own.name) else { throw .keyOfAnother }
      return .keys([own.key])
    }
    return try published(kid, by: issuer)
  }

  /// The method of a Data Integrity proof; nil when nothing given beforehand tells.
  func method(_ name: String) -> VerificationMethod? {
    let controller = String(name.prefix { $0 != "#" })
    if let did = try? DIDJWK(controller) {
      // Its DID says all of it: no document can add a key.
      return name.isSame(as: did.keyID)
        ? VerificationMethod(controller: controller, key: did.key) : nil
    }
    let document = store.controllers[controller]
    guard document?.isCurrent(name, now: now) ?? true else { return nil }
    let key = document.map { $0.keys[name] } ?? pinned(name, of: controller)
    return key.map { VerificationMethod(controller: controller, key: $0) }
  }

  /// The Ed25519 key written under an issuer's name: the one that the fragment repeats, or the only.
  private func pinned(_ name: String, of controller: String) -> VerificationKey? {
    let keys = (store.pinned[controller] ?? []).filter { $0.algorithm == .edDSA }
    let fragment = String(name.dropFirst(controller.count + 1))
    return keys.first { $0.multikey.isSame(as: fragment) } ?? (keys.count == 1 ? keys[0] : nil)
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
      guard document.isCurrent(kid, now: now) else { throw .keyExpired }
      return .keys([key])
    }
    if issuer.utf8.starts(with: "did:".utf8) {
      guard kid.utf8.starts(with: Array((issuer + "#").utf8)) else { throw .keyOfAnother }
    }
    guard let entries = keySet(of: issuer) else { return .notGiven }
    // Keys written under the issuer's name bear none of their own.
    // The standard's own sample names a key by the address of the set and its name there.
    let short =
      KeySet.authority(of: kid) == KeySet.authority(of: issuer)
      ? kid.split(separator: "#").last.map(String.init) ?? kid : kid
    let named = entries.filter {
      $0.id.map { $0.isSame(as: kid) || $0.isSame(as: short) } ?? (store.pinned[issuer] != nil)
    }
    guard !named.isEmpty else { throw .keyOfAnother }
    return .keys(named.map(\.key))
  }

  private func known(_ jwk: JSON, _ kid: JSON?, _ issuer: String) throws(Flaw) -> Found {
    guard let key = KeySet.key(jwk) else { throw .headerEmbeddedKey }
    if let own = try selfDescribed(issuer) {
      guard key == own.key, kid == nil || kid == .string(own.name)
      else { throw .headerEmbeddedKey }
      return .keys([key])
    }
    if let document = store.controllers[issuer] {
      let names = document.keys.filter { $0.value == key }.map(\.key)
      let isNamed = kid == nil || kid?.string.map(names.contains) == true
      guard !names.isEmpty, isNamed else { throw .headerEmbeddedKey }
      guard names.contains(where: { document.isCurrent($0, now: now) }) else { throw .keyExpired }
      return .keys([key])
    }
    guard let entries = keySet(of: issuer) else { return .notGiven }
    guard entries.contains(where: { $0.key == key }) else { throw .headerEmbeddedKey }
    return .keys([key])
  }

  /// The keys that an `https` issuer publishes, or that were written under its name.
  private func keySet(of issuer: String) -> [KeySet.Entry]? {
    if let pinned = store.pinned[issuer] {
      return pinned.map { KeySet.Entry(id: nil, issuer: issuer, key: $0) }
    }
    return KeySet.authority(of: issuer).flatMap { store.keySets[$0]?.keys(of: issuer) }
  }
}
