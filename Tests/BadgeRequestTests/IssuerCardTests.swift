import BadgeRequest
import Testing

@Suite("An issuer's card") struct IssuerCardTests {
  private static let key = bytes("8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a")

  private static let card = IssuerCard(
    name: "Centre de gestion d’Essai", did: "did:web:cdg.example", url: "https://cdg.example",
    keyID: "did:web:cdg.example#demandes", publicKey: key)

  private static let text = #"""
    {
      "v": 1,
      "nom": "Centre de gestion d’Essai",
      "did": "did:web:cdg.example",
      "url": "https://cdg.example",
      "cle": {
        "crv": "X25519",
        "kid": "did:web:cdg.example#demandes",
        "kty": "OKP",
        "x": "hSDwCYkwp1R0i33ctD73Wg2_Og0mOBr066SpjqqbTmo"
      }
    }

    """#

  private func read(_ text: String) throws(FormFault) -> IssuerCard {
    try IssuerCard(reading: Array(text.utf8))
  }

  @Test("the file is this, its key the JSON Web Key of RFC 8037 appendix A.6")
  func written() throws {
    #expect(String(decoding: try Self.card.written(), as: UTF8.self) == Self.text)
    #expect(try read(Self.text) == Self.card)
  }

  @Test("an issuer without an address has no member for it")
  func withoutAddress() throws {
    var card = Self.card
    card.url = nil
    card.did = "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK"
    let text = String(decoding: try card.written(), as: UTF8.self)
    #expect(!text.contains("url"))
    #expect(try read(text) == card)
  }

  @Test("the order of members and blanks do not count: people may edit the file")
  func edited() throws {
    let lines = Self.text.split(separator: "\n").joined()
    #expect(try read(lines) == Self.card)
    #expect(try read("\n" + Self.text + "\n\n") == Self.card)
  }

  @Test(
    "a card that is not one is refused, with the place",
    arguments: [
      (#""v": 1"#, #""v": 2"#, FormFault.otherFormat(2)), (#""v": 1,"#, "", .missing("v")),
      (#""v": 1,"#, #""v": 1, "courriel": "a@b","#, .unknown("courriel")),
      (#""nom": "Centre de gestion d’Essai","#, "", .missing("nom")),
      ("Centre de gestion d’Essai", "", .malformed("nom")),
      ("Centre", #"\u001b[31m"#, .malformed("nom")), ("Centre", "\u{202E}", .malformed("nom")),
      ("did:web:cdg.example\",", "web:cdg.example\",", .malformed("did")),
      ("did:web:cdg.example\",", "did:web:\",", .malformed("did")),
      ("did:web:cdg.example\",", "did:web:cdg.example#a\",", .malformed("did")),
      ("https://cdg", "http://cdg", .malformed("url")),
      ("https://cdg", "https:///", .malformed("url")),
      (#""https://cdg.example""#, "null", .malformed("url")),
      ("X25519", "Ed25519", .malformed("cle : crv")), ("OKP", "EC", .malformed("cle : kty")),
      ("hSDw", "hSD", .malformed("cle : x")), ("hSDw", "hSDwhSDw", .malformed("cle : x")),
      ("Tmo\"", "Tmp\"", .malformed("cle : x")), ("Tmo\"", "Tmo=\"", .malformed("cle : x")),
      ("Wg2_", "Wg2/", .malformed("cle : x")),
      (#""kty": "OKP","#, #""kty": "OKP", "d": "AAAA","#, .privateKey),
      (#""kty": "OKP","#, #""kty": "OKP", "use": "enc","#, .unknown("cle : use")),
      (#""kid": "did:web:cdg.example#demandes","#, "", .missing("cle : kid")),
      ("#demandes", " demandes", .malformed("cle : kid")),
    ] as [(String, String, FormFault)])
  func refused(_ old: String, _ new: String, _ fault: FormFault) throws {
    var altered = Self.text
    altered.replaceSubrange(try #require(altered.ranges(of: old).first), with: new)
    #expect(throws: fault) { try read(altered) }
  }

  @Test("a card beyond 16 KiB is refused before it is parsed")
  func tooLarge() {
    let blanks = String(repeating: " ", count: IssuerCard.largest)
    #expect(throws: FormFault.tooLarge(16_384)) { try read(Self.text + blanks) }
  }

  @Test(
    "a point of small order protects nothing: the card is refused, and nothing is sealed to it",
    arguments: [
      "0000000000000000000000000000000000000000000000000000000000000000",
      "0100000000000000000000000000000000000000000000000000000000000000",
      "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
      "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
      "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
      "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
      "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    ])
  func smallOrder(_ point: String) throws {
    var card = Self.card
    card.publicKey = bytes(point)
    #expect(throws: FormFault.weakKey) { try card.written() }
    let exam = try Exam.shipped()
    let request = try exam.perfect(exam.draw(1))
    #expect(throws: SealFault.card(.weakKey)) { try RequestSeal.seal(request, for: card) }
  }
}

@Suite("A receiving key") struct ReceivingKeyTests {
  /// Alice's key of RFC 7748 §6.1, in the PEM that OpenSSL writes.
  private static let pem = """
    -----BEGIN PRIVATE KEY-----
    MC4CAQAwBQYDK2VuBCIEIHcHbQpzGKV9PBbBclGyZkXfTC+H68CZKrF3+6UduSwq
    -----END PRIVATE KEY-----

    """

  @Test("a key written by OpenSSL is read, gives its public half, and is written the same")
  func openSSL() throws {
    let key = try #require(ReceivingKey(pem: Self.pem))
    #expect(
      key.publicKey == bytes("8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a"))
    #expect(key.secretPEM == Self.pem)
  }

  @Test("a generated key comes back from its PEM, and two differ")
  func generated() throws {
    let key = ReceivingKey.generate()
    #expect(ReceivingKey(pem: key.secretPEM)?.publicKey == key.publicKey)
    #expect(ReceivingKey.generate().publicKey != key.publicKey)
    #expect(
      ReceivingKey(pem: key.secretPEM.split(separator: "\n").joined(separator: "\r\n")) != nil)
  }

  @Test(
    "what is no X25519 private key in PEM is refused",
    arguments: [
      ("", ""), ("PRIVATE", "PUBLIC"), ("MC4C", "MC4D"), ("MC4C", "MC4"), ("MC4C", "MC4CAA=="),
      ("MC4C", "MC4\nC"), ("\n-----END", "-----END"), ("-----END PRIVATE KEY-----", ""),
    ])
  func refused(_ old: String, _ new: String) throws {
    var text = Self.pem
    if old.isEmpty {
      text = ""
    } else {
      text.replaceSubrange(try #require(text.ranges(of: old).first), with: new)
    }
    #expect(ReceivingKey(pem: text) == nil)
  }

  @Test("printing a key shows its public half and nothing else")
  func silence() throws {
    let key = try #require(ReceivingKey(pem: Self.pem))
    let secret = Self.pem.split(separator: "\n")[1].suffix(20)
    var dumped = ""
    dump(key, to: &dumped)
    for shown in ["\(key)", String(reflecting: key), dumped] {
      #expect(shown.contains("ReceivingKey("))
      #expect(!shown.contains(secret))
    }
    #expect(Mirror(reflecting: key).children.isEmpty)
  }
}
