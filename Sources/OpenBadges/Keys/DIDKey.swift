/// An identifier that is its own public key: `did:key:` and a Multikey.
public struct DIDKey: Sendable, Hashable {
  /// What such identifiers start with.
  static let prefix = "did:key:"

  /// The DID, in ASCII.
  public let text: String
  /// The only key it has.
  public let key: VerificationKey

  /// The identifier of a key.
  public init(_ key: VerificationKey) {
    text = DIDKey.prefix + key.multikey
    self.key = key
  }

  /// Reads an identifier; throws when it holds no Ed25519 or P-256 public key.
  public init(_ text: String) throws(KeyError) {
    guard text.utf8.starts(with: DIDKey.prefix.utf8) else { throw .notDIDKey }
    key = try VerificationKey(multikey: text.dropFirst(DIDKey.prefix.count))
    self.text = text
  }

  /// The DID URL of the verification method: the DID, `#`, and its own Multikey once more.
  package var keyID: String { "\(text)#\(text.dropFirst(DIDKey.prefix.count))" }
}
