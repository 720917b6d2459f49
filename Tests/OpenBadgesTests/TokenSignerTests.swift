import Crypto
import JSON
import OpenBadges
import Testing

private let web = "did:web:ville.example"

private func parts(_ token: String) throws -> (header: JSON, payload: JSON, signature: [UInt8]) {
  let parts = token.split(separator: ".").map(String.init)
  try #require(parts.count == 3)
  let bytes = try parts.map { try #require(Base64URL.decoded($0)) }
  return (try JSON(parsing: bytes[0]), try JSON(parsing: bytes[1]), bytes[2])
}

/// What the signature of a token signs.
private func signed(_ token: String) -> [UInt8] {
  Array(token.split(separator: ".").dropLast().joined(separator: ".").utf8)
}

@Suite("Tokens of several algorithms") struct TokenSignerTests {
  @Test("a P-256 key alone signs under its own did:jwk")
  func ownKey() throws {
    let (header, payload, _) = try parts(Samples.token())
    #expect(try header == Forge.header())
    #expect(try payload["iss"]?.string == Samples.key().did.text)
  }

  @Test("an RSA key signs under the name that the issuer publishes, the same each time")
  func rs256() throws {
    let key = try RSASamples.key()
    let award = try Samples.award(did: web)
    let signer = TokenSigner.rs256(key, keyID: web + "#rsa-1", controller: web)
    let token = try CredentialJWT.signed(award, by: signer)
    let (header, payload, signature) = try parts(token)
    #expect(header == ["alg": "RS256", "kid": .string(web + "#rsa-1"), "typ": "JWT"])
    #expect(payload["iss"] == .string(web))
    #expect(key.publicKey.accepts(signature, of: signed(token)))
    #expect(try CredentialJWT.signed(award, by: signer) == token)
  }

  @Test("a P-256 key signs under another name than its own")
  func es256() throws {
    let key = try Samples.key()
    let signer = TokenSigner.es256(key, keyID: web + "#p256-1", controller: web)
    let token = try CredentialJWT.signed(Samples.award(did: web), by: signer)
    let (header, _, signature) = try parts(token)
    #expect(header["kid"] == .string(web + "#p256-1"))
    #expect(key.publicKey.accepts(signature, of: signed(token)))
  }

  @Test("any other key signs by a closure, EdDSA for instance")
  func edDSA() throws {
    let key = Curve25519.Signing.PrivateKey()
    let signer = TokenSigner(.edDSA, keyID: web + "#ed-1", controller: web) {
      message throws(KeyError) in
      do { return Array(try key.signature(for: message)) } catch { throw .cannotSign }
    }
    let token = try CredentialJWT.signed(Samples.award(did: web), by: signer)
    let (header, _, signature) = try parts(token)
    #expect(header["alg"] == "EdDSA")
    #expect(key.publicKey.isValidSignature(signature, for: signed(token)))
  }

  @Test("a key that cannot sign makes no token")
  func failure() {
    let signer = TokenSigner(.edDSA, keyID: web + "#1", controller: web) {
      _ throws(KeyError) in throw .cannotSign
    }
    #expect(throws: IssuingError.key(.cannotSign)) {
      try CredentialJWT.signed(Samples.award(did: web), by: signer)
    }
  }

  @Test(
    "a key that is not the issuer's, by its controller or by its name, signs nothing",
    arguments: [
      ("did:web:autre.example", "did:web:autre.example#1"), (web, "did:web:autre.example#1"),
      (web, web), (web, web + "#"), (web, web + ":dossier#1"), (web, web + ".autre#1"),
      (web, "did:web:VILLE.example#1"), (web, "http://ville.example/cle"), (web, "cle"), (web, ""),
      (web, web + "#1 2"),
    ])
  func notTheIssuer(_ controller: String, _ keyID: String) throws {
    let signer = TokenSigner.rs256(try RSASamples.key(), keyID: keyID, controller: controller)
    #expect(throws: IssuingError.award(.issuerIsNotTheKey)) {
      try CredentialJWT.signed(Samples.award(did: web), by: signer)
    }
  }

  @Test("a key may be named by an https address")
  func address() throws {
    let keyID = "https://ville.example/cles/1.json"
    let signer = TokenSigner.rs256(try RSASamples.key(), keyID: keyID, controller: web)
    let (header, _, _) = try parts(CredentialJWT.signed(Samples.award(did: web), by: signer))
    #expect(header["kid"] == .string(keyID))
  }
}

@Suite("Tokens signed by RSA, and confusions of algorithm") struct RSATokenTests {
  private func did() throws -> DIDJWK { DIDJWK(try RSASamples.key().publicKey) }

  private func verifier() throws -> Verifier {
    Verifier(trust: TrustStore(trusting: try did().text, label: "Ville"), now: Samples.day)
  }

  private func report(_ token: String) throws -> VerificationReport {
    try verifier().verify(Array(token.utf8))
  }

  /// A token of the did:jwk of an RSA key, with another header, signed by what is given.
  private func token(_ change: (JSON) -> JSON, sign: ([UInt8]) throws -> [UInt8]) throws -> String {
    let did = try did()
    let award = try Samples.award(did: did.text)
    let signer = TokenSigner.rs256(try RSASamples.key(), keyID: did.keyID, controller: did.text)
    let (header, payload, _) = try parts(CredentialJWT.signed(award, by: signer))
    let text = Forge.letters(change(header).bytes) + "." + Forge.letters(payload.canonical)
    return text + "." + Forge.letters(try sign(Array(text.utf8)))
  }

  @Test("an issuer may be the did:jwk of an RSA key")
  func valid() throws {
    let key = try RSASamples.key()
    let token = try token({ $0 }, sign: key.signature)
    #expect(try report(token).verdict == .valid)
    #expect(try report(token).facts?.issuer == did().text)
  }

  @Test("a token of another RSA key is refused")
  func otherKey() throws {
    let key = try RSASamples.otherKey()
    #expect(try report(token({ $0 }, sign: key.signature))[.proof] == .failed(.signature))
  }

  @Test(
    "an algorithm that is not the key's is refused, rightly signed or not",
    arguments: [
      "none", "None", "NONE", "", "HS256", "HS384", "HS512", "RS384", "RS512", "PS256", "ES256",
      "EdDSA", "rs256", "RS256 ", "RSA", "RS1",
    ])
  func confusion(_ algorithm: String) throws {
    let key = try RSASamples.key()
    let secret = SymmetricKey(data: Array(key.publicKey.pem.utf8))
    let signers: [([UInt8]) throws -> [UInt8]] = [
      key.signature, { _ in [] },
      { Array(HMAC<SHA256>.authenticationCode(for: $0, using: secret)) },
      { _ in [UInt8](repeating: 0, count: 64) },
    ]
    for sign in signers {
      let token = try token({ $0.with("alg", .string(algorithm)) }, sign: sign)
      #expect(try report(token)[.proof] == .failed(.algorithm), "\(algorithm)")
    }
  }

  @Test("a P-256 issuer does not take RS256, nor EdDSA")
  func otherWay() throws {
    let key = try RSASamples.key()
    for name in ["RS256", "EdDSA"] {
      let header = try Forge.header().with("alg", .string(name))
      let text = Forge.letters(header.bytes) + "." + Forge.letters(try Forge.payload().canonical)
      let token = text + "." + Forge.letters(try key.signature(of: Array(text.utf8)))
      #expect(try Samples.report(token)[.proof] == .failed(.algorithm))
    }
  }

  @Test("an RSA key under 2048 bits makes no issuer")
  func smallIssuer() throws {
    let jwk: JSON = [
      "e": "AQAB", "kty": "RSA", "n": .string(Forge.letters([UInt8](repeating: 0xFF, count: 128))),
    ]
    let issuer = "did:jwk:" + Forge.letters(jwk.canonical)
    let header = try Forge.header().with("kid", .string(issuer + "#0")).with("alg", "RS256")
    let payload = try Forge.payload().with("iss", .string(issuer)).with(
      ["issuer", "id"], .string(issuer))
    #expect(try Samples.report(Forge.token(header, payload))[.proof] == .failed(.keyUnusable))
  }
}
