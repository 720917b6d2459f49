import JSON

/// An identifier that is its own public key: `did:jwk:` and the base64url of a JSON Web Key.
public struct DIDJWK: Sendable, Hashable {
  /// What such identifiers start with.
  static let prefix = "did:jwk:"

  /// The DID, in ASCII.
  public let text: String
  /// The only key it has.
  public let key: VerificationKey

  /// The identifier of a key, its JWK written by RFC 8785.
  public init(_ key: VerificationKey) {
    let letters = Base64URL.encoded(key.jwk.canonical)
    text = DIDJWK.prefix + String(decoding: letters, as: UTF8.self)
    self.key = key
  }

  /// Reads an identifier; throws when it holds no usable public key, or a private one.
  public init(_ text: String) throws(KeyError) {
    guard text.utf8.starts(with: DIDJWK.prefix.utf8), text.utf8.count <= 1024,
      let bytes = Base64URL.decoded(Array(text.utf8)[DIDJWK.prefix.utf8.count...])
    else { throw .notDIDJWK }
    guard let jwk = try? JSON(parsing: bytes, limits: .init(bytes: 1024, depth: 2))
    else { throw .malformedJWK }
    // What WebCrypto writes beside a key (`ext`, `key_ops`) is no part of it.
    if let usable = KeySet.key(jwk) { key = usable } else { key = try VerificationKey(jwk: jwk) }
    self.text = text
  }

  /// The DID URL of the verification method: the method's text names it `#0`.
  package var keyID: String { text + "#0" }
}
