import JSON

/// What signs tokens: a key, its algorithm, and the names under which verifiers find it.
package struct TokenSigner: Sendable {
  /// The `alg` of RFC 7518 §3.1 or RFC 8037 §3.1.
  package let algorithm: VerificationKey.Algorithm
  /// The DID URL, or the address, that leads a verifier to the public key.
  package let keyID: String
  /// Whose key it is: what the issuer's identifier must be.
  package let controller: String

  private let sign: @Sendable ([UInt8]) throws(KeyError) -> [UInt8]

  /// Any key, for an algorithm that this package has no private key for.
  package init(
    _ algorithm: VerificationKey.Algorithm, keyID: String, controller: String,
    sign: @escaping @Sendable ([UInt8]) throws(KeyError) -> [UInt8]
  ) {
    self.algorithm = algorithm
    self.keyID = keyID
    self.controller = controller
    self.sign = sign
  }

  /// A P-256 key under its own did:jwk.
  package static func es256(_ key: P256SigningKey) -> TokenSigner {
    es256(key, keyID: key.did.keyID, controller: key.did.text)
  }

  /// A P-256 key under the name that the issuer publishes it by.
  package static func es256(
    _ key: P256SigningKey, keyID: String, controller: String
  ) -> TokenSigner {
    TokenSigner(.es256, keyID: keyID, controller: controller) { message throws(KeyError) in
      try key.signature(of: message)
    }
  }

  /// An RSA key under the name that the issuer publishes it by.
  package static func rs256(
    _ key: RSASigningKey, keyID: String, controller: String
  ) -> TokenSigner {
    TokenSigner(.rs256, keyID: keyID, controller: controller) { message throws(KeyError) in
      try key.signature(of: message)
    }
  }

  /// Whether a DID URL that names the key is of the controller's DID; an address is taken as is.
  var namesItsController: Bool {
    guard keyID.utf8.starts(with: "did:".utf8) else { return Address.isHTTPS(keyID) }
    return Address.isURI(keyID) && keyID.utf8.starts(with: controller.utf8)
      && keyID.utf8.dropFirst(controller.utf8.count).first == UInt8(ascii: "#")
      && keyID.utf8.count > controller.utf8.count + 1
  }

  /// A compact JWS (RFC 7515 §7.1) over both parts as RFC 8785 writes them.
  func token(_ header: JSON, _ payload: JSON) throws(KeyError) -> String {
    var token = Base64URL.encoded(header.canonical)
    token.append(UInt8(ascii: "."))
    token += Base64URL.encoded(payload.canonical)
    let signature = try sign(token)
    token.append(UInt8(ascii: "."))
    token += Base64URL.encoded(signature)
    return String(decoding: token, as: UTF8.self)
  }
}
