import JSON

/// The document by which an issuer says which keys are its own (Controlled Identifiers 1.0, DID).
struct ControllerDocument: Sendable, Hashable {
  /// The issuer's identifier.
  var id: String
  /// Keys for assertions, by their absolute identifiers.
  var keys: [String: VerificationKey]
  /// Seconds since 1970 after which a key proves nothing more (CID 1.0 §2.2, `expires`).
  private var ends: [String: Int] = [:]

  /// Reads a `did.json`; nil for any other document.
  ///
  /// Only keys of `assertionMethod`, named there or described in place (DID Core §5.3.1), under an
  /// identifier of this document and controlled by it, are kept.
  init?(_ document: JSONObject) {
    guard let id = document["id"]?.string, Address.isURI(id),
      let methods = document["verificationMethod"]?.array ?? document["assertionMethod"]?.array
    else { return nil }
    self.id = id
    keys = [:]
    // DID Core §3.2.2: an identifier that starts with `#` is relative to the document's own.
    func absolute(_ name: String?) -> String? { name.map { $0.hasPrefix("#") ? id + $0 : $0 } }
    let relations = document["assertionMethod"]?.array ?? []
    let listed = relations.compactMap { absolute($0.string ?? $0["id"]?.string) }
    let described = Dictionary(
      grouping: methods + relations.filter { $0.object != nil }
    ) { absolute($0["id"]?.string) }
    for name in Set(listed) where name.utf8.starts(with: Array((id + "#").utf8)) {
      let found = (described[name] ?? []).map { ControllerDocument.key($0, of: id) }
      // Several descriptions of one name may be read in several ways: none is kept unless alike.
      guard let key = found.first, found.allSatisfy({ $0 == key }) else { continue }
      keys[name] = key
      for end in (described[name] ?? []).compactMap({ $0["expires"] }) {
        // A date that cannot be read has passed.
        let end = end.string.flatMap(CredentialDate.instant) ?? 0
        ends[name] = min(end, ends[name] ?? end)
      }
    }
  }

  /// Whether a key still proves something at that instant.
  func isCurrent(_ name: String, now: Int) -> Bool { ends[name].map { now <= $0 } ?? true }

  /// The key of a method; nil when another controls it, it was withdrawn, or it says two things.
  private static func key(_ method: JSON, of id: String) -> VerificationKey? {
    guard method["controller"]?.string?.isSame(as: id) == true, method["revoked"] == nil
    else { return nil }
    let multikey = method["publicKeyMultibase"]
      .map { try? VerificationKey(multikey: $0.string ?? "") }
    let jwk = method["publicKeyJwk"].map(KeySet.key)
    guard let key = multikey ?? jwk, (jwk ?? key) == key else { return nil }
    return key
  }
}
