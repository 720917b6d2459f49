/// Who awards and signs (Open Badges 3.0, Profile).
public struct Issuer: Sendable, Hashable {
  /// The DID whose keys sign: `did:key`, `did:jwk` or `did:web`.
  public var id: String
  /// As people know it.
  public var name: String
  /// An `https` address, when the issuer has one.
  public var url: String?
  /// A service's address, never a person's.
  public var email: String?

  /// Checks nothing: `Issuing` does before signing.
  public init(id: String, name: String, url: String? = nil, email: String? = nil) {
    self.id = id
    self.name = name
    self.url = url
    self.email = email
  }
}
