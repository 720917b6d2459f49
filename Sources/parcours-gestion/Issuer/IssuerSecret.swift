import BadgeRequest
import Ledger
import OpenBadges

/// A private key of the issuer, by what it is made for.
enum IssuerSecret {
  case ed25519(Ed25519SigningKey)
  case p256(P256SigningKey)
  case rsa(RSASigningKey)
  case x25519(ReceivingKey)

  static func generate(_ kind: KeyKind) throws(Complaint) -> IssuerSecret {
    switch kind {
    case .ed25519: return .ed25519(.generate())
    case .p256: return .p256(.generate())
    case .x25519: return .x25519(.generate())
    case .rsa:
      do throws(KeyError) { return .rsa(try .generate()) } catch {
        throw Complaint(error.sentence, .refused)
      }
    }
  }

  init(_ kind: KeyKind, pem: String) throws(KeyError) {
    switch kind {
    case .ed25519: self = .ed25519(try Ed25519SigningKey(pem: pem))
    case .p256: self = .p256(try P256SigningKey(pem: pem))
    case .rsa: self = .rsa(try RSASigningKey(pem: pem))
    case .x25519:
      guard let key = ReceivingKey(pem: pem) else { throw .notPEM }
      self = .x25519(key)
    }
  }

  var pem: String {
    switch self {
    case .ed25519(let key): key.secretPEM
    case .p256(let key): key.secretPEM
    case .rsa(let key): key.secretPEM
    case .x25519(let key): key.secretPEM
    }
  }

  /// What verifiers need; nil for a key that signs nothing.
  var publicKey: VerificationKey? {
    switch self {
    case .ed25519(let key): key.publicKey
    case .p256(let key): key.publicKey
    case .rsa(let key): key.publicKey
    case .x25519: nil
    }
  }
}
