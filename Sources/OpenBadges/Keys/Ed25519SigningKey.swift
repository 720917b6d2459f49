import Crypto

/// A private Ed25519 key, for Data Integrity proofs.
///
/// Printing, dumping or interpolating it shows its public identifier only.
public struct Ed25519SigningKey: Sendable {
  private let key: Curve25519.Signing.PrivateKey
  /// Its identifier as `did:key`, whoever the issuer is.
  public let did: DIDKey

  /// What stands before the 32 secret bytes in PKCS#8 (RFC 8410 §7).
  private static let head: [UInt8] = [
    0x30, 0x2E, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
  ]

  private init(_ key: Curve25519.Signing.PrivateKey) {
    self.key = key
    did = DIDKey(VerificationKey(key.publicKey))
  }

  /// A new key; Crypto draws it from the system.
  public static func generate() -> Ed25519SigningKey {
    Ed25519SigningKey(Curve25519.Signing.PrivateKey())
  }

  /// The key of 32 secret bytes (RFC 8032 §5.1.5).
  public init(seed: [UInt8]) throws(KeyError) {
    do { self.init(try Curve25519.Signing.PrivateKey(rawRepresentation: seed)) } catch {
      throw .notEd25519
    }
  }

  /// Reads PKCS#8 in PEM, as `openssl genpkey -algorithm ed25519` writes it.
  public init(pem: String) throws(KeyError) {
    guard let bytes = PEM.decoded(pem, label: "PRIVATE KEY") else { throw .notPEM }
    guard bytes.count == 48, bytes.starts(with: Ed25519SigningKey.head) else { throw .notEd25519 }
    try self.init(seed: Array(bytes.suffix(32)))
  }

  /// PKCS#8 in PEM, ending with a newline: the secret itself, for a file nobody else can read.
  public var secretPEM: String {
    PEM.encoded(Ed25519SigningKey.head + key.rawRepresentation, label: "PRIVATE KEY")
  }

  /// What verifiers need.
  public var publicKey: VerificationKey { did.key }

  /// 64 bytes (RFC 8032 §5.1.6), the same each time.
  package func signature(of message: [UInt8]) throws(KeyError) -> [UInt8] {
    do { return Array(try key.signature(for: message)) } catch { throw .cannotSign }
  }
}

extension Ed25519SigningKey: CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  /// The public identifier.
  public var description: String { "Ed25519SigningKey(\(did.text))" }
  /// The public identifier.
  public var debugDescription: String { description }
  /// Empty, so that `dump` goes no deeper.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
