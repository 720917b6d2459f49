import Crypto

/// A public key, and the one algorithm it is used with.
package struct VerificationKey: Sendable {
  /// Names of RFC 7518 §3.1.
  package enum Algorithm: String, Sendable, Hashable, CaseIterable {
    case es256 = "ES256"
  }

  private let key: P256.Signing.PublicKey

  init(_ key: P256.Signing.PublicKey) { self.key = key }

  /// The key of 64 bytes, x then y; a point off the curve is refused.
  init(point: [UInt8]) throws(KeyError) {
    do { key = try P256.Signing.PublicKey(rawRepresentation: point) } catch {
      throw .pointOffCurve
    }
  }

  /// Reads SubjectPublicKeyInfo in PEM.
  package init(pem: String) throws(KeyError) {
    guard pem.utf8.starts(with: "-----BEGIN PUBLIC KEY-----".utf8) else { throw .notPEM }
    do { key = try P256.Signing.PublicKey(pemRepresentation: pem) } catch { throw .notP256 }
  }

  /// The only one this key is accepted with, whatever a token announces.
  package var algorithm: Algorithm { .es256 }

  /// SubjectPublicKeyInfo in PEM, ending with a newline.
  package var pem: String { key.pemRepresentation + "\n" }

  /// The point, x then y, 32 bytes each.
  package var point: [UInt8] { Array(key.rawRepresentation) }

  /// Whether `signature`, 64 bytes r then s (RFC 7518 §3.4), signs `message`.
  package func accepts(_ signature: [UInt8], of message: [UInt8]) -> Bool {
    guard signature.count == 64,
      let signature = try? P256.Signing.ECDSASignature(rawRepresentation: signature)
    else { return false }
    return key.isValidSignature(signature, for: message)
  }
}

extension VerificationKey: Hashable {
  /// Whether the points are the same.
  package static func == (left: VerificationKey, right: VerificationKey) -> Bool {
    left.point == right.point
  }

  /// By the point.
  package func hash(into hasher: inout Hasher) { hasher.combine(point) }
}
