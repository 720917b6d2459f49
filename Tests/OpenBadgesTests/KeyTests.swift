import Crypto
import JSON
import OpenBadges
import Testing

@Suite("Keys") struct KeyTests {
  @Test("a private key comes back from its PEM, PKCS#8 with a final newline")
  func secretPEM() throws {
    let key = P256SigningKey.generate()
    #expect(key.secretPEM.hasPrefix("-----BEGIN PRIVATE KEY-----\n"))
    #expect(key.secretPEM.hasSuffix("\n-----END PRIVATE KEY-----\n"))
    let again = try P256SigningKey(pem: key.secretPEM)
    #expect(again.did == key.did)
    let signature = try again.signature(of: [1, 2, 3])
    #expect(key.publicKey.accepts(signature, of: [1, 2, 3]))
  }

  @Test("two generated keys differ")
  func generation() {
    #expect(P256SigningKey.generate().did != P256SigningKey.generate().did)
  }

  @Test("a public key comes back from its PEM, its JWK and its DID")
  func publicForms() throws {
    let key = P256SigningKey.generate().publicKey
    #expect(key.pem.hasPrefix("-----BEGIN PUBLIC KEY-----\n"))
    #expect(try VerificationKey(pem: key.pem) == key)
    #expect(try VerificationKey(jwk: key.jwk) == key)
    #expect(try DIDJWK(DIDJWK(key).text).key == key)
    #expect(key.hashValue == (try VerificationKey(pem: key.pem)).hashValue)
  }

  @Test(
    "what is no P-256 private key in PEM is refused",
    arguments: [
      ("", KeyError.notPEM), ("abc", .notPEM),
      ("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", .notP256),
      ("-----BEGIN PRIVATE KEY-----\n", .notP256), ("-----BEGIN PUBLIC KEY-----\n", .notPEM),
    ])
  func badSecretPEM(_ pem: String, _ error: KeyError) {
    #expect(throws: error) { try P256SigningKey(pem: pem) }
  }

  @Test("a key of another curve is refused")
  func otherCurve() {
    let pem = P384.Signing.PrivateKey()
    #expect(throws: KeyError.notP256) { try P256SigningKey(pem: pem.pemRepresentation) }
    #expect(throws: KeyError.notP256) {
      try VerificationKey(pem: pem.publicKey.pemRepresentation)
    }
  }

  @Test("a private PEM is no public key")
  func secretAsPublic() {
    let key = P256SigningKey.generate()
    #expect(throws: KeyError.notPEM) { try VerificationKey(pem: key.secretPEM) }
  }

  @Test("printing a private key shows its public identifier and nothing else")
  func silence() {
    let key = P256SigningKey.generate()
    var dumped = ""
    dump(key, to: &dumped)
    #expect("\(key)" == "P256SigningKey(\(key.did.text))")
    #expect(String(reflecting: key) == "\(key)")
    #expect(dumped == "- P256SigningKey(\(key.did.text))\n")
    #expect(Mirror(reflecting: key).children.isEmpty)
    #expect(!"\([key])".contains("PrivateKey"))
  }
}

@Suite("Signatures, by published vectors") struct SignatureTests {
  /// RFC 6979 appendix A.2.5, key of P-256.
  private static let rfc6979: JSON = [
    "kty": "EC", "crv": "P-256", "x": "YP7UuiVanTHJYet0xjVtaMBJuJI7Yfps5mliLmDyn7Y",
    "y": "eQP-EAi4vJmkGunpVii8ZPLxsgwtfp9Rd6PClNRGIpk",
  ]
  /// The same appendix: SHA-256, message "sample".
  private static let signature: [UInt8] = [
    0xEF, 0xD4, 0x8B, 0x2A, 0xAC, 0xB6, 0xA8, 0xFD, 0x11, 0x40, 0xDD, 0x9C, 0xD4, 0x5E, 0x81, 0xD6,
    0x9D, 0x2C, 0x87, 0x7B, 0x56, 0xAA, 0xF9, 0x91, 0xC3, 0x4D, 0x0E, 0xA8, 0x4E, 0xAF, 0x37, 0x16,
    0xF7, 0xCB, 0x1C, 0x94, 0x2D, 0x65, 0x7C, 0x41, 0xD4, 0x36, 0xC7, 0xA1, 0xB6, 0xE2, 0x9F, 0x65,
    0xF3, 0xE9, 0x00, 0xDB, 0xB9, 0xAF, 0xF4, 0x06, 0x4D, 0xC4, 0xAB, 0x2F, 0x84, 0x3A, 0xCD, 0xA8,
  ]

  @Test("the signature of RFC 6979 appendix A.2.5 is accepted")
  func sample() throws {
    let key = try VerificationKey(jwk: SignatureTests.rfc6979)
    #expect(key.accepts(SignatureTests.signature, of: Array("sample".utf8)))
    #expect(!key.accepts(SignatureTests.signature, of: Array("test".utf8)))
  }

  @Test("the ES256 token of RFC 7515 appendix A.3 is accepted")
  func appendixA3() throws {
    let key = try VerificationKey(jwk: [
      "kty": "EC", "crv": "P-256", "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
      "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
    ])
    let signed =
      "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFt"
      + "cGxlLmNvbS9pc19yb290Ijp0cnVlfQ"
    let signature = try #require(
      Base64URL.decoded(
        "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q"))
    #expect(key.accepts(signature, of: Array(signed.utf8)))
  }

  @Test("a signature is 64 bytes, no more and no less", arguments: [0, 1, 63, 65, 70, 72, 128])
  func length(_ count: Int) throws {
    let key = try VerificationKey(jwk: SignatureTests.rfc6979)
    let signature = SignatureTests.signature + SignatureTests.signature
    #expect(!key.accepts(Array(signature.prefix(count)), of: Array("sample".utf8)))
  }

  @Test("a DER signature is refused: RFC 7518 section 3.4 wants r then s")
  func der() throws {
    let raw = P256.Signing.PrivateKey()
    let key = try VerificationKey(pem: raw.publicKey.pemRepresentation)
    let signature = try raw.signature(for: [UInt8](repeating: 1, count: 9))
    #expect(!key.accepts(Array(signature.derRepresentation), of: [UInt8](repeating: 1, count: 9)))
    #expect(key.accepts(Array(signature.rawRepresentation), of: [UInt8](repeating: 1, count: 9)))
  }

  @Test("zero and order are no signature", arguments: [UInt8(0), 0xFF])
  func degenerate(_ byte: UInt8) throws {
    let key = try VerificationKey(jwk: SignatureTests.rfc6979)
    #expect(!key.accepts([UInt8](repeating: byte, count: 64), of: Array("sample".utf8)))
  }
}

@Suite("JSON Web Keys") struct JWKTests {
  private static let good: JSON = [
    "kty": "EC", "crv": "P-256", "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
    "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
  ]

  @Test("a private member is refused whatever the rest is", arguments: [good, ["kty": "RSA"], [:]])
  func privateMember(_ jwk: JSON) {
    #expect(throws: KeyError.privateJWK) {
      try VerificationKey(jwk: jwk.with("d", "jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI"))
    }
    #expect(throws: KeyError.privateJWK) { try VerificationKey(jwk: jwk.with("d", .null)) }
  }

  @Test(
    "a key that is not exactly a public P-256 signing key is refused",
    arguments: [
      ("kty", "OKP", KeyError.notEd25519), ("kty", nil, .notP256), ("crv", "P-384", .notP256),
      ("crv", "secp256k1", .notP256), ("x", nil, .malformedJWK), ("y", nil, .malformedJWK),
      ("x", "", .malformedJWK), ("x", 12, .malformedJWK),
      ("x", "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU=", .malformedJWK),
      ("x", "83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU", .malformedJWK),
      ("x", "AH_NzidwdsRdQYPL7m_bS3tYBzM1e-nvE7rPbjx70VRF", .malformedJWK),
      ("x", "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0", .pointOffCurve),
      ("y", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", .pointOffCurve),
      ("use", "enc", .wrongUse), ("alg", "ES384", .wrongUse), ("alg", "none", .wrongUse),
      ("k", "AAAA", .malformedJWK), ("x5c", [], .malformedJWK),
      ("key_ops", ["verify"], .malformedJWK),
    ] as [(String, JSON?, KeyError)])
  func refused(_ member: String, _ value: JSON?, _ error: KeyError) {
    #expect(throws: error) { try VerificationKey(jwk: JWKTests.good.with(member, value)) }
  }

  @Test("what says that the key is for ES256 signatures is accepted")
  func extras() throws {
    let key = try VerificationKey(
      jwk: JWKTests.good.with("use", "sig").with("alg", "ES256").with("kid", "0"))
    #expect(key == (try VerificationKey(jwk: JWKTests.good)))
  }

  @Test("no object is no key", arguments: [JSON.null, 1, "EC", [], [good]])
  func noObject(_ value: JSON) {
    #expect(throws: KeyError.malformedJWK) { try VerificationKey(jwk: value) }
  }
}

@Suite("did:jwk") struct DIDJWKTests {
  /// The example of the method's text.
  private static let example =
    "did:jwk:eyJjcnYiOiJQLTI1NiIsImt0eSI6IkVDIiwieCI6ImFjYklRaXVNczNpOF91c3pFakoydHBUdFJNNEVVM3l6"
    + "OTFQSDZDZEgyVjAiLCJ5IjoiX0tjeUxqOXZXTXB0bm1LdG00NkdxRHo4d2Y3NEk1TEtncmwyR3pIM25TRSJ9"

  @Test("the example of the method's text is read, and written the same")
  func specification() throws {
    let did = try DIDJWK(DIDJWKTests.example)
    #expect(did.key.jwk["x"] == "acbIQiuMs3i8_uszEjJ2tpTtRM4EU3yz91PH6CdH2V0")
    #expect(did.key.jwk["y"] == "_KcyLj9vWMptnmKtm46GqDz8wf74I5LKgrl2GzH3nSE")
    #expect(DIDJWK(did.key).text == DIDJWKTests.example)
    #expect(did.keyID == DIDJWKTests.example + "#0")
  }

  @Test(
    "what is no did:jwk is refused",
    arguments: [
      ("", KeyError.notDIDJWK),
      ("did:key:zDnaepBuvsQ8cpsWrVKw8fbpGpvPeNSjVPTWoq6cRqaYzBKVP", .notDIDJWK),
      ("did:jwk:", .malformedJWK), ("did:jwk:====", .notDIDJWK), ("DID:jwk:e30", .notDIDJWK),
      (" did:jwk:e30", .notDIDJWK), ("did:jwk:e30 ", .notDIDJWK), ("did:jwk:e30#0", .notDIDJWK),
      ("did:jwk:e30", .notP256), ("did:jwk:W10", .malformedJWK),
      ("did:jwk:" + String(repeating: "A", count: 2000), .notDIDJWK),
    ])
  func refused(_ text: String, _ error: KeyError) {
    #expect(throws: error) { try DIDJWK(text) }
  }

  @Test("an identifier that hides a private key, or a key twice, is refused")
  func dangerous() {
    let secret = #"{"crv":"P-256","d":"AA","kty":"EC","x":"AA","y":"AA"}"#
    let twice = #"{"crv":"P-256","kty":"EC","x":"AA","x":"AA","y":"AA"}"#
    #expect(throws: KeyError.privateJWK) {
      try DIDJWK("did:jwk:" + Forge.letters(Array(secret.utf8)))
    }
    #expect(throws: KeyError.malformedJWK) {
      try DIDJWK("did:jwk:" + Forge.letters(Array(twice.utf8)))
    }
  }

  @Test("letters that only look the same are not the same identifier")
  func kelvin() throws {
    let dids = (0..<100).lazy.map { _ in P256SigningKey.generate().did.text }
    let did = try #require(dids.first { $0.utf8.contains(UInt8(ascii: "K")) })
    var kelvin = ""
    for scalar in did.unicodeScalars {
      kelvin.unicodeScalars.append(scalar == "K" ? "\u{212A}" : scalar)
    }
    // The two are equal for Swift, which is why identifiers are compared byte by byte.
    #expect(kelvin == did)
    #expect(throws: KeyError.notDIDJWK) { try DIDJWK(kelvin) }
  }
}
