import Crypto
import CryptoExtras

/// A public RSA key, for the signatures of RS256 (RFC 7518 §3.3: RSASSA-PKCS1-v1_5, SHA-256).
struct RSAPublicKey: Sendable {
  /// What keys may weigh; shorter ones are too weak, longer ones only serve to waste time.
  static let bits = 2048...8192

  private let key: _RSA.Signing.PublicKey

  /// Takes a key in once its size is right; Crypto has refused exponents that are even or below 3.
  init(_ key: _RSA.Signing.PublicKey) throws(KeyError) {
    guard RSAPublicKey.bits.contains(key.keySizeInBits) else { throw .sizeRSA }
    self.key = key
  }

  /// Numbers as RFC 7518 §6.3.1 wants them: big-endian, in the fewest bytes.
  init(modulus: [UInt8], exponent: [UInt8]) throws(KeyError) {
    // A modulus that is even is no product of two large primes.
    guard let first = modulus.first, first != 0, let end = modulus.last, end & 1 == 1,
      let leader = exponent.first, leader != 0
    else { throw .malformedJWK }
    guard RSAPublicKey.bits.contains(modulus.count * 8) else { throw .sizeRSA }
    // 32 bits at most: a larger exponent only makes verifying slow.
    guard exponent.count <= 4, exponent != [1], let last = exponent.last, last & 1 == 1
    else { throw .exponentRSA }
    do { key = try _RSA.Signing.PublicKey(n: modulus, e: exponent) } catch { throw .sizeRSA }
  }

  /// Reads SubjectPublicKeyInfo in PEM, in its one spelling; nil when it is no RSA key.
  ///
  /// Crypto would also read PKCS#1, and a key that says it is for another padding.
  init?(pem: String) throws(KeyError) {
    guard pem.utf8.count <= 4096,
      let key = try? _RSA.Signing.PublicKey(unsafePEMRepresentation: pem),
      RSAPublicKey.letters(key.pemRepresentation) == RSAPublicKey.letters(pem)
    else { return nil }
    try self.init(key)
  }

  /// SubjectPublicKeyInfo in PEM, ending with a newline.
  var pem: String { key.pemRepresentation + "\n" }

  /// SubjectPublicKeyInfo in DER: the same key has the same bytes.
  var bytes: [UInt8] { Array(key.derRepresentation) }

  /// RSAPublicKey of RFC 8017 appendix A.1.1, in DER.
  var pkcs1: [UInt8] { Array(key.pkcs1DERRepresentation) }

  /// Big-endian, in the fewest bytes.
  var numbers: (modulus: [UInt8], exponent: [UInt8])? {
    guard let numbers = try? key.getKeyPrimitives() else { return nil }
    return (Array(numbers.modulus), Array(numbers.publicExponent))
  }

  /// Whether `signature`, as long as the modulus, signs `message`.
  func accepts(_ signature: [UInt8], of message: [UInt8]) -> Bool {
    signature.count == (key.keySizeInBits + 7) / 8
      && key.isValidSignature(
        _RSA.Signing.RSASignature(rawRepresentation: signature), for: SHA256.hash(data: message),
        padding: .insecurePKCS1v1_5)
  }

  /// A PEM text without its line breaks, which may be of either kind.
  private static func letters(_ pem: String) -> [UInt8] {
    pem.utf8.filter { $0 != 0x0A && $0 != 0x0D }
  }
}
