import Crypto

/// A private P-256 key.
///
/// Printing, dumping or interpolating it shows its public identifier only.
public struct P256SigningKey: Sendable {
  private let key: P256.Signing.PrivateKey
  /// Its identifier as `did:jwk`, whoever the issuer is.
  public let did: DIDJWK

  private init(_ key: P256.Signing.PrivateKey) {
    self.key = key
    did = DIDJWK(VerificationKey(key.publicKey))
  }

  /// A new key; Crypto draws it from the system.
  public static func generate() -> P256SigningKey { P256SigningKey(P256.Signing.PrivateKey()) }

  /// Reads PKCS#8, or the older SEC 1, in PEM.
  public init(pem: String) throws(KeyError) {
    let heads = ["-----BEGIN PRIVATE KEY-----", "-----BEGIN EC PRIVATE KEY-----"]
    guard heads.contains(where: { pem.utf8.starts(with: $0.utf8) }) else { throw .notPEM }
    do { self.init(try P256.Signing.PrivateKey(pemRepresentation: pem)) } catch { throw .notP256 }
  }

  /// PKCS#8 in PEM, ending with a newline: the secret itself, for a file nobody else can read.
  public var secretPEM: String { key.pemRepresentation + "\n" }

  /// What verifiers need.
  public var publicKey: VerificationKey { did.key }

  /// 64 bytes, r then s (RFC 7518 §3.4).
  package func signature(of message: [UInt8]) throws(KeyError) -> [UInt8] {
    do { return Array(try key.signature(for: message).rawRepresentation) } catch {
      throw .cannotSign
    }
  }
}

extension P256SigningKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The public identifier.
  public var description: String { "P256SigningKey(\(did.text))" }
  /// The public identifier.
  public var debugDescription: String { description }
  /// Empty, so that `dump` goes no deeper.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
