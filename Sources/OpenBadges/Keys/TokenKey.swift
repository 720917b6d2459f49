/// The key of an issuer's tokens, and by it their algorithm.
public enum TokenKey: Sendable {
  case es256(P256SigningKey)
  case rs256(RSASigningKey)

  /// What verifiers need.
  public var publicKey: VerificationKey {
    switch self {
    case .es256(let key): key.publicKey
    case .rs256(let key): key.publicKey
    }
  }

  func signer(keyID: String, controller: String) -> TokenSigner {
    switch self {
    case .es256(let key): .es256(key, keyID: keyID, controller: controller)
    case .rs256(let key): .rs256(key, keyID: keyID, controller: controller)
    }
  }
}
