import Crypto

/// A public key, and the one algorithm it is used with.
public struct VerificationKey: Sendable {
  /// Names of RFC 7518 §3.1 and RFC 8037 §3.1.
  public enum Algorithm: String, Sendable, Hashable, CaseIterable {
    case es256 = "ES256"
    case rs256 = "RS256"
    case edDSA = "EdDSA"
  }

  private enum Material: Sendable {
    case p256(P256.Signing.PublicKey)
    case ed25519(Curve25519.Signing.PublicKey)
    case rsa(RSAPublicKey)
  }

  private let material: Material

  /// What comes before the 32 bytes of an Ed25519 key in SubjectPublicKeyInfo (RFC 8410 §4).
  private static let edwardsHead: [UInt8] = [
    0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00,
  ]

  init(_ key: P256.Signing.PublicKey) { material = .p256(key) }
  init(_ key: Curve25519.Signing.PublicKey) { material = .ed25519(key) }
  init(_ key: RSAPublicKey) { material = .rsa(key) }

  /// The P-256 key of 64 bytes, x then y; a point off the curve is refused.
  init(point: [UInt8]) throws(KeyError) {
    do { self.init(try P256.Signing.PublicKey(rawRepresentation: point)) } catch {
      throw .pointOffCurve
    }
  }

  /// The P-256 key of 33 bytes: the sign of y, then x.
  init(compressedPoint: [UInt8]) throws(KeyError) {
    do { self.init(try P256.Signing.PublicKey(compressedRepresentation: compressedPoint)) } catch {
      throw .pointOffCurve
    }
  }

  /// The Ed25519 key of 32 bytes (RFC 8032 §5.1.5).
  ///
  /// Points of small order are refused: one signature of theirs holds for any text. So are those that
  /// are not written in their one way (§5.1.3, y below p).
  init(ed25519: [UInt8]) throws(KeyError) {
    guard !SmallOrder.includes(ed25519) else { throw .notEd25519 }
    do { self.init(try Curve25519.Signing.PublicKey(rawRepresentation: ed25519)) } catch {
      throw .notEd25519
    }
  }

  /// Reads SubjectPublicKeyInfo in PEM.
  public init(pem: String) throws(KeyError) {
    guard pem.utf8.starts(with: "-----BEGIN PUBLIC KEY-----".utf8) else { throw .notPEM }
    if let bytes = PEM.decoded(pem, label: "PUBLIC KEY"), bytes.count == 44,
      bytes.starts(with: VerificationKey.edwardsHead)
    {
      try self.init(ed25519: Array(bytes.suffix(32)))
    } else if let key = try RSAPublicKey(pem: pem) {
      self.init(key)
    } else {
      do { self.init(try P256.Signing.PublicKey(pemRepresentation: pem)) } catch { throw .notP256 }
    }
  }

  /// The only one this key is accepted with, whatever a token announces.
  public var algorithm: Algorithm {
    switch material {
    case .p256: .es256
    case .ed25519: .edDSA
    case .rsa: .rs256
    }
  }

  /// SubjectPublicKeyInfo in PEM, ending with a newline.
  public var pem: String {
    switch material {
    case .p256(let key): key.pemRepresentation + "\n"
    case .ed25519: PEM.encoded(VerificationKey.edwardsHead + bytes, label: "PUBLIC KEY")
    case .rsa(let key): key.pem
    }
  }

  /// For P-256 the point, x then y, 32 bytes each; for Ed25519 its 32 bytes; for RSA the DER.
  package var bytes: [UInt8] {
    switch material {
    case .p256(let key): Array(key.rawRepresentation)
    case .ed25519(let key): Array(key.rawRepresentation)
    case .rsa(let key): key.bytes
    }
  }

  /// The RSA key, if it is one.
  var rsa: RSAPublicKey? {
    guard case .rsa(let key) = material else { return nil }
    return key
  }

  /// The shortest form of the key: 33 bytes for P-256, 32 for Ed25519, PKCS#1 for RSA.
  var compressed: [UInt8] {
    switch material {
    case .p256(let key): Array(key.compressedRepresentation)
    case .ed25519: bytes
    case .rsa(let key): key.pkcs1
    }
  }

  /// Whether `signature` signs `message`: 64 bytes, r then s (RFC 7518 §3.4) or as RFC 8032 has it,
  /// or the length of an RSA modulus.
  package func accepts(_ signature: [UInt8], of message: [UInt8]) -> Bool {
    if let rsa { return rsa.accepts(signature, of: message) }
    guard signature.count == 64 else { return false }
    switch material {
    case .rsa: return false
    case .p256(let key):
      guard let signature = try? P256.Signing.ECDSASignature(rawRepresentation: signature)
      else { return false }
      return key.isValidSignature(signature, for: message)
    case .ed25519(let key): return key.isValidSignature(signature, for: message)
    }
  }
}

extension VerificationKey: Hashable {
  /// Whether the bytes are the same.
  public static func == (left: VerificationKey, right: VerificationKey) -> Bool {
    left.algorithm == right.algorithm && left.bytes == right.bytes
  }

  /// By the bytes.
  public func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}
