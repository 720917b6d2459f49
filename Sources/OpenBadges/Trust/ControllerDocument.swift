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
    let listed = Set((document["assertionMethod"]?.array ?? []).compactMap(\.string))
    for method in methods {
      guard let name = method["id"]?.string, listed.contains(name),
        name.utf8.starts(with: Array((id + "#").utf8)),
        method["controller"]?.string?.isSame(as: id) == true,
        let key = ControllerDocument.key(method)
      else { continue }
      // Two descriptions of one name may be read in two ways: neither is kept.
      keys[name] = keys[name] == nil || keys[name] == key ? key : nil
    }
  }

  private static func key(_ method: JSON) -> VerificationKey? {
    if let letters = method["publicKeyMultibase"]?.string {
      return try? VerificationKey(multikey: letters)
    }
    return method["publicKeyJwk"].flatMap { try? VerificationKey(jwk: $0) }
  }
}
