import Crypto
import CryptoExtras
import JSON
import OpenBadges
import Testing

/// Keys made once: each costs a tenth of a second.
enum RSASamples {
  static let first = Result { try RSASigningKey.generate(.bits2048) }
  static let second = Result { try RSASigningKey.generate(.bits2048) }

  static func key() throws -> RSASigningKey { try first.get() }
  static func otherKey() throws -> RSASigningKey { try second.get() }
}

@Suite("RSA keys") struct RSAKeyTests {
  @Test("a private key comes back from its PEM, PKCS#8 with a final newline")
  func secretPEM() throws {
    let key = try RSASamples.key()
    #expect(key.secretPEM.hasPrefix("-----BEGIN PRIVATE KEY-----\n"))
    #expect(key.secretPEM.hasSuffix("\n-----END PRIVATE KEY-----\n"))
    let again = try RSASigningKey(pem: key.secretPEM)
    #expect(again.publicKey == key.publicKey)
    #expect(again.publicKey != (try RSASamples.otherKey().publicKey))
    #expect(try again.signature(of: [1, 2]) == key.signature(of: [1, 2]))
  }

  @Test("a public key comes back from its PEM, its JWK and its did:jwk")
  func publicForms() throws {
    let key = try RSASamples.key().publicKey
    #expect(key.algorithm == .rs256)
    #expect(key.pem.hasPrefix("-----BEGIN PUBLIC KEY-----\n"))
    #expect(try VerificationKey(pem: key.pem) == key)
    #expect(try VerificationKey(pem: key.pem.replacing("\n", with: "\r\n")) == key)
    #expect(try VerificationKey(jwk: key.jwk) == key)
    #expect(key.jwk["e"] == "AQAB")
    #expect(key.jwk.object?.keys == ["e", "kty", "n"])
    #expect(try DIDJWK(DIDJWK(key).text).key == key)
  }

  @Test("a Multikey of an RSA key has its codec, and is not read")
  func multikey() throws {
    let multikey = try RSASamples.key().publicKey.multikey
    // Multicodec rsa-pub of a 2048-bit key, as the did:key method's examples start.
    #expect(multikey.hasPrefix("z4MX"))
    #expect(throws: KeyError.notMultikey) { try VerificationKey(multikey: multikey) }
    #expect(throws: KeyError.notMultikey) { try VerificationKey(multikey: "z25T") }
  }

  @Test("sizes are as asked", arguments: [RSASigningKey.Size.bits2048, .bits3072])
  func sizes(_ size: RSASigningKey.Size) throws {
    let key = try RSASigningKey.generate(size)
    #expect(try key.signature(of: []).count == size.rawValue / 8)
    #expect("\(key)" == "RSASigningKey(\(size.rawValue) bits)")
  }

  @Test("printing a private key shows its size and nothing else")
  func silence() throws {
    let key = try RSASamples.key()
    var dumped = ""
    dump(key, to: &dumped)
    #expect(dumped == "- RSASigningKey(2048 bits)\n")
    #expect(String(reflecting: key) == "\(key)")
    #expect(Mirror(reflecting: key).children.isEmpty)
  }

  @Test("a key under 2048 bits is refused, private or public", arguments: [1024, 1536, 2040])
  func small(_ bits: Int) throws {
    let raw = try _RSA.Signing.PrivateKey(unsafeKeySize: .init(bitCount: bits))
    #expect(throws: KeyError.sizeRSA) { try RSASigningKey(pem: raw.pkcs8PEMRepresentation) }
    let pem = raw.publicKey.pemRepresentation
    #expect(throws: KeyError.sizeRSA) { try VerificationKey(pem: pem) }
    let numbers = try raw.publicKey.getKeyPrimitives()
    let jwk: JSON = [
      "kty": "RSA", "n": .string(Forge.letters(Array(numbers.modulus))), "e": "AQAB",
    ]
    #expect(throws: KeyError.sizeRSA) { try VerificationKey(jwk: jwk) }
  }

  @Test("what is no RSA private key in PKCS#8 is refused")
  func badSecretPEM() throws {
    let raw = try _RSA.Signing.PrivateKey(keySize: .bits2048)
    for (pem, error) in [
      ("", KeyError.notPEM), ("abc", .notPEM), (raw.pemRepresentation, .notPEM),
      (raw.publicKey.pemRepresentation, .notPEM),
      ("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", .notRSA),
      (P256.Signing.PrivateKey().pemRepresentation, .notRSA),
      (String(raw.pkcs8PEMRepresentation.dropLast(100)), .notRSA),
    ] {
      #expect(throws: error) { try RSASigningKey(pem: pem) }
    }
    #expect(throws: KeyError.notP256) { try P256SigningKey(pem: raw.pkcs8PEMRepresentation) }
  }

  @Test("a public PEM has one spelling: SubjectPublicKeyInfo and nothing else")
  func publicPEM() throws {
    let key = try _RSA.Signing.PrivateKey(keySize: .bits2048).publicKey
    let pem = key.pemRepresentation
    #expect(throws: KeyError.notPEM) { try VerificationKey(pem: key.pkcs1PEMRepresentation) }
    for other in [
      key.pkcs1PEMRepresentation.replacing("RSA PUBLIC KEY", with: "PUBLIC KEY"),
      pem + "\n" + pem, pem + "reste", pem.replacing("MII", with: "MII "),
      String(pem.dropLast(40)), "-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----\n",
    ] {
      #expect(throws: KeyError.notP256, "\(other.prefix(40))") { try VerificationKey(pem: other) }
    }
  }
}

@Suite("RS256 signatures") struct RS256Tests {
  /// RFC 7515 appendix A.2.
  private static let jwk: JSON = [
    "kty": "RSA",
    "n": .string(
      "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4Q"
        + "lL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUs"
        + "LA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF"
        + "8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ"), "e": "AQAB",
  ]
  private static let signature =
    "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdb"
    + "F9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN938"
    + "3LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkW"
    + "ywlVmtVrBp0igcN_IoypGlUPQGe77Rw"
  private static let signed =
    "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFt"
    + "cGxlLmNvbS9pc19yb290Ijp0cnVlfQ"

  @Test("the token of RFC 7515 appendix A.2 is accepted, and no other text")
  func appendixA2() throws {
    let key = try VerificationKey(jwk: RS256Tests.jwk)
    let signature = try #require(Base64URL.decoded(RS256Tests.signature))
    #expect(key.accepts(signature, of: Array(RS256Tests.signed.utf8)))
    #expect(!key.accepts(signature, of: Array(RS256Tests.signed.utf8.dropLast())))
    #expect(key.jwk == RS256Tests.jwk.with("kty", nil).with("kty", "RSA").sorted)
  }

  @Test("a signature is as long as the modulus", arguments: [0, 1, 64, 255, 257, 512])
  func length(_ count: Int) throws {
    let key = try RSASamples.key()
    let signature = try key.signature(of: [1])
    #expect(key.publicKey.accepts(signature, of: [1]))
    #expect(!key.publicKey.accepts(Array((signature + signature).prefix(count)), of: [1]))
    #expect(!key.publicKey.accepts([0] + signature, of: [1]))
  }

  @Test("any changed byte of a signature is seen")
  func bytes() throws {
    let key = try RSASamples.key()
    let signature = try key.signature(of: [1])
    for place in signature.indices {
      var altered = signature
      altered[place] ^= 1
      #expect(!key.publicKey.accepts(altered, of: [1]))
    }
  }

  @Test("other paddings, other hashes and degenerate numbers are refused")
  func others() throws {
    let raw = try _RSA.Signing.PrivateKey(keySize: .bits2048)
    let key = try VerificationKey(pem: raw.publicKey.pemRepresentation)
    let message: [UInt8] = [1, 2, 3]
    let good = try raw.signature(for: SHA256.hash(data: message), padding: .insecurePKCS1v1_5)
    let pss = try raw.signature(for: SHA256.hash(data: message), padding: .PSS)
    let longer = try raw.signature(for: SHA384.hash(data: message), padding: .insecurePKCS1v1_5)
    #expect(key.accepts(Array(good.rawRepresentation), of: message))
    #expect(!key.accepts(Array(pss.rawRepresentation), of: message))
    #expect(!key.accepts(Array(longer.rawRepresentation), of: message))
    for byte in [0, 1, 0xFF] as [UInt8] {
      #expect(!key.accepts([UInt8](repeating: byte, count: 256), of: message))
    }
    let modulus = try raw.publicKey.getKeyPrimitives().modulus
    #expect(!key.accepts(Array(modulus), of: message))
  }
}

@Suite("RSA in JSON Web Keys") struct RSAJWKTests {
  private func good() throws -> JSON { try RSASamples.key().publicKey.jwk }

  /// The base64url of a number of that many bytes, odd, its first byte given.
  private static func number(_ first: UInt8, _ count: Int, last: UInt8 = 1) -> JSON {
    .string(Forge.letters([first] + [UInt8](repeating: 0x5A, count: count - 2) + [last]))
  }

  @Test(
    "a private member is refused whatever the rest is",
    arguments: ["d", "p", "q", "dp", "dq", "qi", "oth"])
  func privateMember(_ name: String) throws {
    #expect(throws: KeyError.privateJWK) { try VerificationKey(jwk: try good().with(name, "AQAB")) }
    #expect(throws: KeyError.privateJWK) { try VerificationKey(jwk: try good().with(name, .null)) }
  }

  @Test(
    "a key that is not exactly a public RS256 key is refused",
    arguments: [
      ("n", nil, KeyError.malformedJWK), ("n", "", .malformedJWK), ("n", 65_537, .malformedJWK),
      ("n", "AQAB=", .malformedJWK), ("n", number(0, 257), .malformedJWK),
      ("n", number(0x80, 256, last: 2), .malformedJWK), ("n", number(0x80, 255), .sizeRSA),
      ("n", number(0x7F, 256), .sizeRSA), ("n", number(0x80, 1025), .sizeRSA),
      ("n", number(0x80, 100_000), .sizeRSA), ("n", "Aw", .sizeRSA),
      ("e", nil, .malformedJWK), ("e", "", .malformedJWK), ("e", 65_537, .malformedJWK),
      ("e", "AAEAAQ", .malformedJWK), ("e", "AQAB ", .malformedJWK), ("e", "AA", .malformedJWK),
      ("e", "AQ", .exponentRSA), ("e", "Ag", .exponentRSA), ("e", "AQAA", .exponentRSA),
      ("e", "AQAAAAE", .exponentRSA), ("e", number(0x80, 256), .exponentRSA),
      ("use", "enc", .wrongUse), ("alg", "RS384", .wrongUse), ("alg", "HS256", .wrongUse),
      ("alg", "none", .wrongUse), ("alg", "ES256", .wrongUse), ("alg", "PS256", .wrongUse),
      ("k", "AAAA", .malformedJWK), ("crv", "P-256", .malformedJWK), ("x5c", [], .malformedJWK),
    ] as [(String, JSON?, KeyError)])
  func refused(_ member: String, _ value: JSON?, _ error: KeyError) throws {
    #expect(throws: error) { try VerificationKey(jwk: try good().with(member, value)) }
  }

  @Test("exponent 3, and what says that the key is for RS256, are accepted")
  func extras() throws {
    _ = try VerificationKey(jwk: try good().with("e", "Aw"))
    let key = try VerificationKey(
      jwk: try good().with("use", "sig").with("alg", "RS256").with("kid", "0"))
    #expect(key == (try RSASamples.key().publicKey))
  }

  @Test("the largest modulus is read")
  func largest() throws {
    let key = try VerificationKey(jwk: try good().with("n", RSAJWKTests.number(0x80, 1024)))
    #expect(!key.accepts([UInt8](repeating: 1, count: 1024), of: []))
  }
}

extension JSON {
  /// The members in the order of RFC 8785.
  fileprivate var sorted: JSON { (try? JSON(parsing: canonical)) ?? .null }
}
