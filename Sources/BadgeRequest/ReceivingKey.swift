import Crypto

/// The private X25519 key with which an issuer opens the demandes sealed for it.
///
/// Printing, dumping or interpolating it shows nothing of the secret.
package struct ReceivingKey: Sendable {
  let key: Curve25519.KeyAgreement.PrivateKey

  /// A new key; Crypto draws it from the system.
  package static func generate() -> ReceivingKey { ReceivingKey(.init()) }

  private init(_ key: Curve25519.KeyAgreement.PrivateKey) { self.key = key }

  private static let head = "-----BEGIN PRIVATE KEY-----"
  private static let foot = "-----END PRIVATE KEY-----"

  /// What stands before the 32 bytes of an X25519 key in PKCS#8 (RFC 8410 §7).
  private static let prefix: [UInt8] = [
    0x30, 0x2E, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x6E, 0x04, 0x22, 0x04, 0x20,
  ]

  /// Reads PKCS#8 in PEM, as `secretPEM` and OpenSSL write it; nil for anything else.
  package init?(pem: String) {
    let lines = pem.split(whereSeparator: \.isNewline)
    guard lines.count == 3, lines[0] == ReceivingKey.head, lines[2] == ReceivingKey.foot,
      let bytes = Base64.bytes(standard: String(lines[1])),
      bytes.count == 48, bytes.starts(with: ReceivingKey.prefix),
      let key = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: bytes.suffix(32))
    else { return nil }
    self.init(key)
  }

  /// PKCS#8 in PEM, ending with a newline: the secret itself, for a file nobody else can read.
  package var secretPEM: String {
    let letters = Base64.standard(ReceivingKey.prefix + Array(key.rawRepresentation))
    return "\(ReceivingKey.head)\n\(letters)\n\(ReceivingKey.foot)\n"
  }

  /// The 32 bytes that the issuer's card publishes.
  package var publicKey: [UInt8] { Array(key.publicKey.rawRepresentation) }
}

extension ReceivingKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The public half.
  package var description: String { "ReceivingKey(\(Base64.urlSafe(publicKey)))" }
  /// The public half.
  package var debugDescription: String { description }
  /// Empty, so that `dump` goes no deeper.
  package var customMirror: Mirror { Mirror(self, children: []) }
}
