import Crypto
import JSON
import OpenBadges
import Testing

@Suite("Altered badges") struct TamperingTests {
  /// A sample token, its letters taken apart.
  private func parts() throws -> (head: String, body: String, signature: String) {
    let parts = try Samples.token().split(separator: ".").map(String.init)
    return (parts[0], parts[1], parts[2])
  }

  @Test("each of the 512 bits of the signature matters")
  func signatureBits() throws {
    let (head, body, signature) = try parts()
    let bytes = try #require(Base64URL.decoded(signature))
    for bit in 0..<512 {
      var altered = bytes
      altered[bit / 8] ^= 1 << (bit % 8)
      let report = try Samples.report("\(head).\(body).\(Forge.letters(altered))")
      #expect(report[.proof] == .failed(.signature), "bit \(bit)")
      #expect(report.exitCode == 1)
    }
  }

  @Test("no bit of the payload can be changed", arguments: 0..<8)
  func payloadBits(_ phase: Int) throws {
    let (head, body, signature) = try parts()
    let bytes = try #require(Base64URL.decoded(body))
    for bit in stride(from: phase, to: bytes.count * 8, by: 56 + 1) {
      var altered = bytes
      altered[bit / 8] ^= 1 << (bit % 8)
      let report = try Samples.report("\(head).\(Forge.letters(altered)).\(signature)")
      #expect(report.exitCode == 1, "bit \(bit)")
      #expect(report.facts == nil)
      #expect(report.fingerprint == nil)
    }
  }

  @Test("no bit of the header can be changed")
  func headerBits() throws {
    let (head, body, signature) = try parts()
    let bytes = try #require(Base64URL.decoded(head))
    for bit in 0..<bytes.count * 8 {
      var altered = bytes
      altered[bit / 8] ^= 1 << (bit % 8)
      let report = try Samples.report("\(Forge.letters(altered)).\(body).\(signature)")
      #expect(report.exitCode != 0 && report.exitCode != 5, "bit \(bit)")
    }
  }

  @Test("no letter of a baked token can be changed, removed or doubled")
  func letters() throws {
    let token = Array(try Samples.token().utf8)
    var draw = Draw(state: 11)
    for place in stride(from: 0, to: token.count, by: 31) {
      var changed = token
      while changed[place] == token[place] { changed[place] = UInt8(33 + draw.number(below: 94)) }
      let removed = Array(token[..<place] + token[(place + 1)...])
      let doubled = Array(token[...place] + token[place...])
      for altered in [changed, removed, doubled] {
        #expect(try Samples.report(altered).facts == nil, "place \(place)")
      }
    }
  }

  @Test("the facts of a refused badge are not shown")
  func noFacts() throws {
    let report = try Samples.report(Forge.token(by: P256.Signing.PrivateKey()))
    #expect(report[.proof] == .failed(.signature))
    #expect(report.facts == nil)
    #expect(report.fingerprint == nil)
    for policy in [Policy.issuer, .dates, .recipient, .status] {
      #expect(report[policy] == .notChecked(.earlierFailure))
    }
    #expect(report.json["faits"] == nil)
  }

  @Test("random bytes in the place of a badge never stop the program", arguments: 1...40)
  func fuzz(_ seed: UInt64) throws {
    var draw = Draw(state: seed &* 0x9E37_79B9_7F4A_7C15)
    let marks = Array("<>&;\"'/!-[]:.={}".utf8)
    let svg = try Samples.template().baked(Samples.token())
    let token = Array(try Samples.token().utf8)
    for original in [svg, token] {
      var bytes = original
      for _ in 0..<draw.number(below: 8) + 1 {
        let place = draw.number(below: bytes.count)
        switch draw.number(below: 4) {
        case 0: bytes[place] = UInt8(draw.number(below: 256))
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(marks[draw.number(below: marks.count)], at: place)
        default:
          let end = min(bytes.count, place + draw.number(below: 60))
          bytes.insert(contentsOf: bytes[place..<end], at: draw.number(below: bytes.count))
        }
      }
      let report = try Samples.report(bytes)
      // The drawing may change, the signed bytes may not.
      if let facts = report.facts { #expect(facts.id == (try Samples.award()).id) }
    }
  }
}

@Suite("Forged headers") struct ForgedHeaderTests {
  private func proof(_ header: JSON, by key: P256.Signing.PrivateKey = Samples.raw) throws
    -> Outcome
  {
    try Samples.report(Forge.token(header, by: key))[.proof]
  }

  @Test(
    "only ES256 is accepted",
    arguments: [
      "none", "None", "NONE", "nOnE", "HS256", "HS384", "RS256", "PS256", "ES384", "ES512",
      "ES256K", "EdDSA", "Ed25519", "es256", "ES256 ", "", 256, true, nil, ["ES256"],
    ] as [JSON?])
  func algorithms(_ name: JSON?) throws {
    #expect(try proof(Forge.header().with("alg", name)) == .failed(.algorithm))
  }

  @Test("a token without a signature is refused, whatever it announces")
  func unsigned() throws {
    let none = try Forge.header().with("alg", "none")
    for header in [none, try Forge.header()] {
      let signed = try Forge.token(header).split(separator: ".")[..<2].joined(separator: ".")
      for token in [signed + ".", signed, signed + ".AA", signed + ". "] {
        #expect(try Samples.report(token).exitCode == 1)
      }
    }
  }

  @Test("the public key is no shared secret")
  func confusion() throws {
    let key = try Samples.key().publicKey
    let header = try Forge.header().with("alg", "HS256")
    let signed = [header, try Forge.payload()].map { Forge.letters(Array($0.text.utf8)) }
      .joined(separator: ".")
    for secret in [
      Array(key.pem.utf8), Array(key.pem.utf8.dropLast()), key.bytes, key.jwk.canonical,
    ] {
      let code = HMAC<SHA256>.authenticationCode(
        for: Array(signed.utf8), using: SymmetricKey(data: secret))
      let token = signed + "." + Forge.letters(Array(code))
      #expect(try Samples.report(token)[.proof] == .failed(.algorithm))
    }
  }

  @Test("a key in the header is refused, unless it is the issuer's own")
  func embeddedKey() throws {
    let forger = P256.Signing.PrivateKey()
    let forged = try P256SigningKey(pem: forger.pemRepresentation).publicKey.jwk
    #expect(
      try proof(Forge.header().with("jwk", forged), by: forger) == .failed(.headerEmbeddedKey))
    let own = try Forge.header().with("jwk", Samples.key().publicKey.jwk)
    #expect(try proof(own) == .held)
    #expect(try proof(own.with("kid", nil)) == .held)
    // It proves nothing by itself: another's signature, name or algorithm is refused as ever.
    #expect(try proof(own, by: forger) == .failed(.signature))
    let other = P256SigningKey.generate().did.keyID
    #expect(try proof(own.with("kid", .string(other))) == .failed(.headerEmbeddedKey))
    #expect(try proof(own.with(["jwk", "alg"], "HS256")) == .failed(.headerEmbeddedKey))
    #expect(try proof(own.with(["jwk", "d"], "AA")) == .failed(.headerEmbeddedKey))
    #expect(try proof(own.with("jwk", .null)) == .failed(.headerEmbeddedKey))
  }

  @Test(
    "any other member of the header is refused",
    arguments: [
      ("crit", ["b64"], Flaw.headerCritical), ("crit", [], .headerCritical),
      ("b64", false, .headerMember), ("x5c", ["AA"], .headerMember),
      ("x5u", "https://ville.example", .headerMember), ("jku", "https://a.b", .headerMember),
      ("cty", "vc", .headerMember), ("iss", "moi", .headerMember), ("Alg", "none", .headerMember),
      ("", "", .headerMember), ("typ", "jwt", .headerType), ("typ", "vc+jwt", .headerType),
      ("typ", 1, .headerType), ("typ", .null, .headerType), ("kid", nil, .keyMissing),
      ("kid", 0, .keyMissing),
    ] as [(String, JSON?, Flaw)])
  func members(_ name: String, _ value: JSON?, _ flaw: Flaw) throws {
    #expect(try proof(Forge.header().with(name, value)) == .failed(flaw))
  }

  @Test("typ may be left out")
  func withoutType() throws {
    #expect(try proof(Forge.header().with("typ", nil)) == .held)
  }

  @Test("the key is the issuer's, under the only name that a did:jwk gives it")
  func keyNames() throws {
    let did = try Samples.key().did.text
    let other = P256SigningKey.generate().did
    for kid in [
      did, did + "#", did + "#1", did + "#00", did + "#0#0", did + "?a#0", "#0", "0", "",
      other.keyID, "https://ville.example/cle", " " + did + "#0", did + "#0 ", did + "#\u{FF10}",
    ] {
      let header = try Forge.header().with("kid", .string(kid))
      #expect(try proof(header) == .failed(.keyOfAnother), "\(kid)")
    }
  }

  @Test("a forger cannot sign as another by naming its own key")
  func substitution() throws {
    let forger = P256.Signing.PrivateKey()
    let own = try P256SigningKey(pem: forger.pemRepresentation).did
    let named = try Forge.header().with("kid", .string(own.keyID))
    #expect(try proof(named, by: forger) == .failed(.keyOfAnother))
    let half = try Forge.payload().with("iss", .string(own.text))
    let token = try Forge.token(named, half, by: forger)
    #expect(try Samples.report(token)[.proof] == .failed(.keyOfAnother))
    let otherHalf = try Forge.payload().with(["issuer", "id"], .string(own.text))
    let other = try Forge.token(named, otherHalf, by: forger)
    #expect(try Samples.report(other)[.proof] == .failed(.claims))
  }

  @Test("a forger that signs as itself is valid and not recognised")
  func stranger() throws {
    let forger = try P256SigningKey(pem: P256.Signing.PrivateKey().pemRepresentation)
    let award = try Samples.award(did: forger.did.text)
    let report = try Samples.report(CredentialJWT.signed(award, by: .es256(forger)))
    #expect(report[.proof] == .held)
    #expect(report[.issuer] == .failed(.issuerUnknown))
    #expect(report.exitCode == 5)
    // It may call itself as it likes: no label of the trust list goes with it.
    #expect(report.facts?.issuerName == "Ville d’Exemple")
    #expect(report.facts?.recognisedAs == nil)
  }

  @Test(
    "a key that is not the issuer's, or unusable, is refused; one that nobody gave is not checked",
    arguments: [
      ("did:key:zDnaepBuvsQ8cpsWrVKw8fbpGpvPeNSjVPTWoq6cRqaYzBKVP", Outcome.failed(.keyOfAnother)),
      ("did:key:z6Mk", .failed(.keyUnusable)),
      ("did:web:ville.example", .notChecked(.keyNotGiven)),
      ("https://ville.example", .notChecked(.keyNotGiven)),
      ("DID:JWK:e30", .notChecked(.keyNotGiven)), ("did:jwk:e30", .failed(.keyUnusable)),
      ("did:jwk:e30=", .failed(.keyUnusable)), ("did:jwk:W10", .failed(.keyUnusable)),
      ("did:jwk:!!!", .failed(.keyUnusable)),
    ])
  func issuers(_ did: String, _ outcome: Outcome) throws {
    let header = try Forge.header().with("kid", .string(did + "#0"))
    let payload = try Forge.payload().with("iss", .string(did)).with(
      ["issuer", "id"], .string(did))
    #expect(try Samples.report(Forge.token(header, payload))[.proof] == outcome)
    #expect(try Samples.report(Forge.token(header, payload)).exitCode == 1)
  }
}

@Suite("Forged tokens") struct ForgedTokenTests {
  private func structure(_ token: String) throws -> Outcome {
    try Samples.report(token)[.structure]
  }

  @Test("base64url is strict in each of the three parts", arguments: 0..<3)
  func base64(_ index: Int) throws {
    let parts = try Samples.token().split(separator: ".").map(String.init)
    for change in [
      { $0 + "=" }, { $0 + "==" }, { $0 + " " }, { $0 + "\n" }, { $0 + "\t" }, { $0 + "+" },
      { $0 + "/" },
      { $0 + "A" }, { $0.prefix(30) + " " + $0.dropFirst(30) },
      { $0.prefix(30) + "\n" + $0.dropFirst(30) },
      { $0.prefix(30) + "%" + $0.dropFirst(31) },
    ] as [(String) -> String] {
      var altered = parts
      altered[index] = change(altered[index])
      let token = altered.joined(separator: ".")
      // A newline after the last part is the only one that a file may have.
      if token.last == "\n" { continue }
      #expect(try Samples.report(token).exitCode == 1, "\(token.suffix(12))")
      #expect(try Samples.report(token).facts == nil)
    }
  }

  @Test("the last letter of a signature has one spelling")
  func trailingBits() throws {
    let token = try Samples.token()
    let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    let accepted = try alphabet.filter { letter in
      try Samples.report(String(token.dropLast()) + String(letter)).verdict == .valid
    }
    #expect(accepted == String(token.suffix(1)))
  }

  @Test("one newline may end a file, no more")
  func newline() throws {
    let token = try Samples.token()
    #expect(try Samples.report(token + "\n").verdict == .valid)
    #expect(try Samples.report(token + "\r\n").verdict == .valid)
    for end in ["\n\n", " \n", "\r", "\n ", "\u{0}"] {
      #expect(try Samples.report(token + end).verdict == .invalid, "\(end.debugDescription)")
    }
  }

  @Test("a token has three parts")
  func parts() throws {
    let parts = try Samples.token().split(separator: ".").map(String.init)
    for token in [
      parts[0] + ".", parts[0] + "." + parts[1], parts.joined(separator: ".."),
      parts.joined(separator: ".") + ".",
      parts.joined(separator: ".") + ".AAAA", parts[0] + parts[1] + "." + parts[2],
    ] {
      #expect(try structure(token) == .failed(.tokenParts), "\(token.suffix(20))")
    }
    #expect(try structure(parts[0] + "..") == .failed(.tokenJSON))
  }

  @Test("a member written twice is refused, in the header and at any depth of the payload")
  func duplicates() throws {
    let head = try Forge.header().text
    let body = try Forge.payload().text
    for (headerText, payloadText) in [
      (#"{"alg":"none","# + head.dropFirst(), body),
      (head, #"{"iss":"did:jwk:e30","# + body.dropFirst()),
      (head, body.replacing(#""issuer":{"#, with: #""issuer":{"id":"did:jwk:e30","#)),
      (head, body.replacing(#""nbf":"#, with: #""n\u0062f":1,"nbf":"#)),
    ] {
      let token = try Forge.token(headerText: headerText, payloadText: payloadText)
      #expect(try structure(token) == .failed(.tokenDuplicateMember))
    }
  }

  @Test(
    "what is no JSON object is refused",
    arguments: [
      "", "{", "[]", "null", "\"a\"", "{}{}", "{} x", "\u{FEFF}{}", "{'a':1}", "{\"a\":01}",
    ])
  func notObjects(_ text: String) throws {
    let header = try Forge.token(headerText: text, payloadText: Forge.payload().text)
    #expect(try Samples.report(header).facts == nil)
    let payload = try Forge.token(headerText: Forge.header().text, payloadText: text)
    #expect(try structure(payload) == .failed(.tokenJSON))
  }

  @Test("levels without end are refused quickly, in the header and in the payload")
  func depth() throws {
    let deep = String(repeating: "[", count: 500_000)
    let payload = try Forge.payload().text.dropLast() + ",\"x\":" + deep
    let token = try Forge.token(headerText: Forge.header().text, payloadText: payload)
    #expect(try structure(token) == .failed(.tokenTooDeep))
    let objects = String(repeating: "{\"a\":", count: 100_000)
    let header = try Forge.token(headerText: objects, payloadText: Forge.payload().text)
    #expect(try structure(header) == .failed(.tokenTooDeep))
  }

  @Test("a token over two mebibytes is refused unread")
  func size() throws {
    let long = try Forge.payload().with("x", .string(String(repeating: "a", count: 1_600_000)))
    #expect(try structure(Forge.token(nil, long)) == .failed(.tooLarge))
    let short = try Forge.payload().with("x", .string(String(repeating: "a", count: 1_500_000)))
    #expect(try Samples.report(Forge.token(nil, short)).verdict == .valid)
  }
}

@Suite("Files that are no badge") struct ContainerTests {
  @Test(
    "what cannot be read as a badge is unusable, with its reason",
    arguments: [
      ("", Flaw.empty), (" ", .unknownContainer), ("bonjour", .unknownContainer),
      ("exemple. Deux phrases. Trois.", .unknownContainer), ("été.été.été", .unknownContainer),
      ("{}", .jsonWithoutBadge), ("  \n{\"a\":[]}", .jsonWithoutBadge),
      ("\u{FEFF}{}", .jsonDamaged), ("{\"a\":", .jsonDamaged), ("<svg", .svgMalformed),
      ("<html></html>", .unknownContainer), ("<!DOCTYPE html><p>", .unknownContainer),
      ("%PDF-1.7", .unknownContainer), ("PK\u{3}\u{4}", .unknownContainer),
      ("eyJhbGciOiJFUzI1NiJ9", .unknownContainer),
    ])
  func unusable(_ text: String, _ flaw: Flaw) throws {
    let report = try Samples.report(text)
    #expect(report[.structure] == .failed(flaw))
    #expect(report.verdict == .unusable)
    #expect(report.exitCode == 2)
  }

  @Test("a PNG is told apart, and read to its end")
  func png() throws {
    let bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    #expect(try Samples.report(bytes)[.structure] == .failed(.pngMalformed))
  }

  @Test("each of the 256 bytes alone is unusable", arguments: [0, 64, 128, 192])
  func singleBytes(_ start: Int) throws {
    for byte in start..<start + 64 {
      #expect(try Samples.report([UInt8(byte)]).verdict == .unusable)
    }
  }
}
