import JSON

/// The older list of Open Badges 3.0, `1EdTechRevocationList`: identifiers, without any signature.
///
/// Its address alone vouches for it. Those who validate badges take its absence for a warning, since
/// most issuers that announced one publish none any more; it is read where it was given.
struct RevokedCredentials: Sendable, Hashable {
  static let kind = "1EdTechRevocationList"

  /// Of the list itself, `https`.
  let id: String
  private let revoked: Set<[UInt8]>

  /// Nil for any other document.
  init?(_ document: JSONObject) {
    let members = ["revokedCredential", "revokedCredentials"].compactMap { document[$0] }
    guard let id = document["id"]?.string, Address.isHTTPS(id), !members.isEmpty,
      members.allSatisfy({ $0.array != nil })
    else { return nil }
    let entries = members.flatMap { $0.array ?? [] }
    self.id = id
    var revoked: Set<[UInt8]> = []
    for entry in entries where entry["revoked"] != false {
      // An entry that cannot be read might be any badge's.
      guard let name = entry["id"]?.string ?? entry.string else { return nil }
      revoked.insert(Array(name.utf8))
    }
    self.revoked = revoked
  }

  /// Whether the list names that credential.
  func holds(_ credential: String) -> Bool { revoked.contains(Array(credential.utf8)) }
}
