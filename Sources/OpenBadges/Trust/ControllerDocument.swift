import JSON

/// The document by which an issuer says which keys are its own (Controlled Identifiers 1.0, DID).
struct ControllerDocument: Sendable, Hashable {
  /// The issuer's identifier.
  var id: String
  /// Keys for assertions, by their absolute identifiers.
  var keys: [String: VerificationKey]

  /// Reads a `did.json`; nil for any other document.
  ///
  /// Only keys listed by name in `assertionMethod`, described under an absolute identifier of this
  /// document and controlled by it, are kept: 1EdTech's validator reads no other.
  init?(_ document: JSONObject) {
    guard let id = document["id"]?.string, Address.isURI(id),
      let methods = document["verificationMethod"]?.array
    else { return nil }
    self.id = id
    keys = [:]
    let listed = (document["assertionMethod"]?.array ?? []).compactMap(\.string)
    let described = Dictionary(grouping: methods) { $0["id"]?.string }
    for name in Set(listed) where name.utf8.starts(with: Array((id + "#").utf8)) {
      let found = (described[name] ?? []).map { ControllerDocument.key($0, of: id) }
      // Several descriptions of one name may be read in several ways: none is kept unless alike.
      guard let key = found.first, found.allSatisfy({ $0 == key }) else { continue }
      keys[name] = key
    }
  }

  /// The key of a method; nil when another controls it, it was withdrawn, or it says two things.
  private static func key(_ method: JSON, of id: String) -> VerificationKey? {
    guard method["controller"]?.string?.isSame(as: id) == true, method["revoked"] == nil
    else { return nil }
    let multikey = method["publicKeyMultibase"]
      .map { try? VerificationKey(multikey: $0.string ?? "") }
    let jwk = method["publicKeyJwk"].map { try? VerificationKey(jwk: $0) }
    guard let key = multikey ?? jwk, (jwk ?? key) == key else { return nil }
    return key
  }
}
