/// Who awards and signs (Open Badges 3.0, Profile).
package struct Issuer: Sendable, Hashable {
  /// The DID of the signing key.
  package var id: String
  /// As people know it.
  package var name: String
  /// An `https` address, when the issuer has one.
  package var url: String?
  /// A service's address, never a person's.
  package var email: String?

  /// Checks nothing: `Award.check(signedBy:)` does before signing.
  package init(id: String, name: String, url: String? = nil, email: String? = nil) {
    self.id = id
    self.name = name
    self.url = url
    self.email = email
  }
}
