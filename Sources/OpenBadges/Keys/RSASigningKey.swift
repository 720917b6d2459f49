import Crypto
import CryptoExtras

/// A private RSA key, for Open Badges 2.0 and for verifiers that know nothing but RS256.
///
/// Printing, dumping or interpolating it shows its size only.
public struct RSASigningKey: Sendable {
  /// Of the modulus, in bits.
  public enum Size: Int, Sendable, Hashable, CaseIterable {
    case bits2048 = 2048
    case bits3072 = 3072
    case bits4096 = 4096
  }

  private let key: _RSA.Signing.PrivateKey
  /// What verifiers need.
  public let publicKey: VerificationKey

  private init(_ key: _RSA.Signing.PrivateKey) throws(KeyError) {
    self.key = key
    publicKey = VerificationKey(try RSAPublicKey(key.publicKey))
  }

  /// A new key; Crypto draws it from the system.
  public static func generate(_ size: Size = .bits3072) throws(KeyError) -> RSASigningKey {
    let key: _RSA.Signing.PrivateKey
    do { key = try .init(keySize: .init(bitCount: size.rawValue)) } catch { throw .cannotSign }
    return try RSASigningKey(key)
  }

  /// Reads PKCS#8 in PEM; throws `.sizeRSA` for a key under 2048 bits.
  public init(pem: String) throws(KeyError) {
    guard pem.utf8.starts(with: "-----BEGIN PRIVATE KEY-----".utf8) else { throw .notPEM }
    let key: _RSA.Signing.PrivateKey
    do { key = try .init(unsafePEMRepresentation: pem) } catch { throw .notRSA }
    try self.init(key)
  }

  /// PKCS#8 in PEM, ending with a newline: the secret itself, for a file nobody else can read.
  public var secretPEM: String { key.pkcs8PEMRepresentation }

  /// As long as the modulus (RFC 7518 §3.3, RS256); the same message has the same signature.
  package func signature(of message: [UInt8]) throws(KeyError) -> [UInt8] {
    do {
      let hash = SHA256.hash(data: message)
      return Array(try key.signature(for: hash, padding: .insecurePKCS1v1_5).rawRepresentation)
    } catch { throw .cannotSign }
  }
}

extension RSASigningKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The size.
  public var description: String { "RSASigningKey(\(key.keySizeInBits) bits)" }
  /// The size.
  public var debugDescription: String { description }
  /// Empty, so that `dump` goes no deeper.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
