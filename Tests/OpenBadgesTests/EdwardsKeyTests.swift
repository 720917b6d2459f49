import Crypto
import JSON
import OpenBadges
import Testing

/// Bytes of hexadecimal digits, as standards print them.
func bytes(_ digits: String) -> [UInt8] {
  let digits = Array(digits.utf8)
  return stride(from: 0, to: digits.count, by: 2).map { place in
    UInt8(String(decoding: digits[place..<place + 2], as: UTF8.self), radix: 16) ?? 0
  }
}

@Suite("Ed25519 signing keys") struct EdwardsKeyTests {
  @Test(
    "the signatures of RFC 8032 section 7.1 are made and accepted",
    arguments: [
      (
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9"
          + "b46bd25bf5f0595bbe24655141438e7a100b"
      ),
      (
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb", "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f1"
          + "1d8c387b2eaeb4302aeeb00d291612bb0c00"
      ),
    ])
  func rfc8032(_ seed: String, _ message: String, _ signature: String) throws {
    let key = try Ed25519SigningKey(seed: bytes(seed))
    #expect(try key.signature(of: bytes(message)) == bytes(signature))
    #expect(key.publicKey.accepts(bytes(signature), of: bytes(message)))
    #expect(!key.publicKey.accepts(bytes(signature), of: bytes(message) + [0]))
    #expect(key.publicKey.algorithm == .edDSA)
  }

  /// RFC 8410 section 10.3, and the public key of section 10.1 that goes with it.
  private static let secret =
    "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n"
    + "-----END PRIVATE KEY-----\n"
  private static let open =
    "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n"
    + "-----END PUBLIC KEY-----\n"

  @Test("the keys of RFC 8410 section 10 are read, belong together, and are written the same")
  func rfc8410() throws {
    let key = try Ed25519SigningKey(pem: Self.secret)
    #expect(key.secretPEM == Self.secret)
    #expect(key.publicKey.pem == Self.open)
    #expect(try VerificationKey(pem: Self.open) == key.publicKey)
  }

  @Test("line ends of another system and blank lines at the end change nothing")
  func lineEnds() throws {
    let key = try Ed25519SigningKey(pem: Self.secret)
    for text in [
      Self.secret.replacing("\n", with: "\r\n"), Self.secret + "\n\n",
      String(Self.secret.dropLast()),
    ] {
      #expect(try Ed25519SigningKey(pem: text).did == key.did)
    }
  }

  @Test(
    "what is no Ed25519 private key in PEM is refused",
    arguments: [
      ("", KeyError.notPEM), ("x", .notPEM), (open, .notPEM), (" " + secret, .notPEM),
      ("Clé\n" + secret, .notPEM), (secret + "fin", .notPEM), (secret + secret, .notPEM),
      (secret.replacing("PRIVATE", with: "ENCRYPTED PRIVATE"), .notPEM),
      (secret.replacing("KEY", with: "\u{212A}EY"), .notPEM),
      (secret.replacing("MC4C", with: "MC4\n\nC"), .notPEM),
      (secret.replacing("MC4", with: " MC4"), .notPEM),
      (secret.replacing("+K06", with: "-K06"), .notPEM),
      (secret.replacing("dVhC", with: "dVg="), .notEd25519),
      (secret.replacing("dVhC", with: "dVh="), .notPEM),
      (secret.replacing("dVhC", with: ""), .notEd25519),
      (secret.replacing("MC4C", with: "MC4B"), .notEd25519),
      (secret.replacing("dVhC", with: "dVhCAAAA"), .notEd25519),
      (secret.replacing("dVhC", with: "===="), .notPEM),
      (P256.Signing.PrivateKey().pemRepresentation, .notEd25519),
    ])
  func refused(_ pem: String, _ error: KeyError) {
    #expect(throws: error) { try Ed25519SigningKey(pem: pem) }
  }

  @Test("each kind of private key refuses the other's file")
  func kinds() {
    #expect(throws: KeyError.notP256) {
      try P256SigningKey(pem: Ed25519SigningKey.generate().secretPEM)
    }
    #expect(throws: KeyError.notEd25519) {
      try Ed25519SigningKey(pem: P256SigningKey.generate().secretPEM)
    }
  }

  @Test("a seed is 32 bytes", arguments: [0, 31, 33, 64])
  func seed(_ count: Int) {
    #expect(throws: KeyError.notEd25519) {
      try Ed25519SigningKey(seed: [UInt8](repeating: 1, count: count))
    }
  }

  @Test("a generated key comes back from its file, and two differ")
  func generation() throws {
    let key = Ed25519SigningKey.generate()
    #expect(try Ed25519SigningKey(pem: key.secretPEM).did == key.did)
    #expect(Ed25519SigningKey.generate().did != key.did)
  }

  @Test("printing a private key shows its public identifier and nothing else")
  func silence() {
    let key = Ed25519SigningKey.generate()
    var dumped = ""
    dump(key, to: &dumped)
    #expect("\(key)" == "Ed25519SigningKey(\(key.did.text))")
    #expect(String(reflecting: key) == "\(key)")
    #expect(dumped == "- \(key)\n")
    #expect(!"\([key])".contains("PrivateKey"))
  }

  @Test("a signature of another length, or of another kind of key, is refused")
  func otherSignatures() throws {
    let (edwards, p256) = (Ed25519SigningKey.generate(), P256SigningKey.generate())
    let signature = try edwards.signature(of: [1])
    for count in [0, 63, 65, 128] {
      #expect(!edwards.publicKey.accepts(Array((signature + signature).prefix(count)), of: [1]))
    }
    #expect(!p256.publicKey.accepts(signature, of: [1]))
    #expect(!edwards.publicKey.accepts(try p256.signature(of: [1]), of: [1]))
    #expect(edwards.publicKey != p256.publicKey)
  }

  @Test("the second half of a signature plus the order of the curve is no second signature")
  func malleability() throws {
    let key = Ed25519SigningKey.generate()
    var signature = try key.signature(of: [1])
    // RFC 8032 section 5.1: L, from its lowest byte.
    let order = bytes("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010")
    var carry = 0
    for (place, byte) in order.enumerated() {
      carry += Int(signature[32 + place]) + Int(byte)
      signature[32 + place] = UInt8(carry & 255)
      carry >>= 8
    }
    #expect(!key.publicKey.accepts(signature, of: [1]))
  }
}

@Suite("Multikeys and did:key") struct DIDKeyTests {
  @Test(
    "published identifiers hold their keys",
    arguments: [
      // did:key 1.0, section Test vectors: the seed is the last byte.
      (
        "z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp",
        "3b6a27bcceb6a42d62a3a8d02a6f0d73653215771de243a63ac048a18b59da29"
      ),
      // EdDSA Cryptosuites 1.0, appendix B.
      (
        "z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi",
        "4bdeafde2ea8beefadd8c699b5c7e0704cf51154d52e17b20b71337ca04cc5a5"
      ),
    ])
  func edwards(_ multikey: String, _ point: String) throws {
    let key = try VerificationKey(multikey: multikey)
    #expect(key.algorithm == .edDSA)
    #expect(key.bytes == bytes(point))
    #expect(key.multikey == multikey)
    #expect(DIDKey(key).text == "did:key:" + multikey)
    #expect(DIDKey(key).keyID == "did:key:\(multikey)#\(multikey)")
  }

  @Test("the seed of zeros has the identifier that did:key publishes for it")
  func zeros() throws {
    let key = try Ed25519SigningKey(seed: [UInt8](repeating: 0, count: 32))
    #expect(key.did.text == "did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp")
  }

  @Test("a P-256 Multikey is read, and written the same")
  func p256() throws {
    let multikey = "zDnaepBuvsQ8cpsWrVKw8fbpGpvPeNSjVPTWoq6cRqaYzBKVP"
    let key = try VerificationKey(multikey: multikey)
    #expect(key.algorithm == .es256)
    #expect(key.multikey == multikey)
    let own = P256SigningKey.generate().publicKey
    #expect(try VerificationKey(multikey: own.multikey) == own)
    #expect(try DIDKey(DIDKey(own).text).key == own)
  }

  @Test("an Ed25519 key as JSON Web Key has the members of RFC 8037 appendix A")
  func jwk() throws {
    let key = try Ed25519SigningKey(
      seed: bytes("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"))
    let expected: JSON = [
      "crv": "Ed25519", "kty": "OKP", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
    ]
    #expect(key.publicKey.jwk == expected)
  }

  @Test(
    "what is no Multikey of the two kinds is refused",
    arguments: [
      "", "z", "z6Mk", "6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp",
      "u7QE7aie8zrakLWKjqNAqbw1zZTIVdx3iQ6Y6wEihi1naKQ",
      "Z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp",
      "z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooW",
      "z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWpp",
      "z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooW0",
      "z16MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp",
      " z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp",
      "z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp ",
      // A private key, and X25519.
      "z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq",
      "z6LSbysY2xFMRpGMhb7tFTLMpeuPRaqaWM1yECx2AtzE3KCc",
      String(repeating: "z", count: 5000),
    ])
  func refused(_ text: String) {
    #expect(throws: KeyError.notMultikey) { try VerificationKey(multikey: text) }
    #expect(throws: KeyError.notMultikey) { try DIDKey("did:key:" + text) }
  }

  @Test("a point off the curve is refused")
  func offCurve() {
    let multikey = "z" + Base58.encoded([0x80, 0x24, 0x02] + [UInt8](repeating: 0xFF, count: 32))
    #expect(throws: KeyError.pointOffCurve) { try VerificationKey(multikey: multikey) }
    let sign = "z" + Base58.encoded([0x80, 0x24, 0x05] + [UInt8](repeating: 1, count: 32))
    #expect(throws: KeyError.pointOffCurve) { try VerificationKey(multikey: sign) }
  }

  @Test(
    "another method, a fragment or capitals make no did:key",
    arguments: [
      ("", KeyError.notDIDKey), ("did:web:ville.example", .notDIDKey), ("DID:KEY:z6Mk", .notDIDKey),
      ("did:key", .notDIDKey), ("did:key:", .notMultikey),
      (
        "did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp#z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp",
        .notMultikey
      ), ("did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp?a", .notMultikey),
    ])
  func methods(_ text: String, _ error: KeyError) {
    #expect(throws: error) { try DIDKey(text) }
  }
}

@Suite("Ed25519 points that no honest key is") struct SmallOrderTests {
  /// The y of each point whose order divides 8, then p and p + 1, lowest byte first.
  private static let heights = [
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000000",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  ]

  @Test("they make no key, with either sign", arguments: heights, [UInt8(0), 0x80])
  func refused(_ height: String, _ sign: UInt8) throws {
    var bytes = bytes(height)
    bytes[31] |= sign
    let multikey = "z" + Base58.encoded([0xED, 0x01] + bytes)
    #expect(throws: KeyError.self) { try VerificationKey(multikey: multikey) }
    #expect(throws: KeyError.self) { try DIDKey("did:key:" + multikey) }
    let jwk: JSON = ["kty": "OKP", "crv": "Ed25519", "x": .string(Forge.letters(bytes))]
    #expect(throws: KeyError.self) { try VerificationKey(jwk: jwk) }
  }
}
