import JSON
import OpenBadges
import Testing

@Suite("Dates, issuer, holder, status") struct PolicyTests {
  @Test(
    "a badge is valid from its first to its last second, both included",
    arguments: [
      (Samples.day - 1, Outcome.failed(.notYetValid), Int32(4)), (Samples.day, .held, 0),
      (Samples.day + 1, .held, 0), (Samples.end, .held, 0), (Samples.end + 1, .failed(.expired), 4),
      (0, .failed(.notYetValid), 4), (.min, .failed(.notYetValid), 4), (.max, .failed(.expired), 4),
    ])
  func dates(_ now: Int, _ outcome: Outcome, _ code: Int32) throws {
    let report = try Samples.report(Samples.token(), now: now)
    #expect(report[.dates] == outcome)
    #expect(report.exitCode == code)
    // An expiry takes nothing away: the facts stay.
    #expect(report.facts?.name == "IA générative : usage éclairé — Découverte")
  }

  @Test("a badge without an end never expires")
  func endless() throws {
    var award = try Samples.award()
    award.validUntil = nil
    #expect(try Samples.report(Samples.token(award), now: .max).verdict == .valid)
  }

  @Test("without a trust list the issuer is not checked, with another it is unknown")
  func trust() throws {
    let token = Array(try Samples.token().utf8)
    let nobody = Verifier(trust: .empty, now: Samples.day).verify(token)
    #expect(nobody[.issuer] == .notChecked(.noTrust))
    #expect(nobody.exitCode == 5)
    let other = TrustStore(trusting: P256SigningKey.generate().did.text, label: "Autre")
    let stranger = Verifier(trust: other, now: Samples.day).verify(token)
    #expect(stranger[.issuer] == .failed(.issuerUnknown))
    #expect(stranger.exitCode == 5)
    let known = try Samples.report(Samples.token())
    #expect(known[.issuer] == .held)
    #expect(known.facts?.recognisedAs == "Notre ville")
  }

  @Test("the worst comes first: invalid, then dates, then issuer")
  func precedence() throws {
    let token = Array(
      try Samples.token(Samples.award(.hashedEmail(Samples.email, salt: Samples.salt))).utf8)
    func code(_ trust: TrustStore, _ now: Int, _ recipient: String?) -> Int32 {
      Verifier(trust: trust, now: now, recipient: recipient).verify(token).exitCode
    }
    #expect(code(.empty, Samples.end + 1, "autre@ville.example") == 1)
    #expect(code(.empty, Samples.end + 1, Samples.email) == 4)
    #expect(code(.empty, Samples.day, Samples.email) == 5)
    #expect(code(.empty, Samples.day, nil) == 5)
  }

  @Test(
    "a hashed address is recognised however it is typed",
    arguments: [
      Samples.email, "Camille.LeGoff@Ville.Example", "  camille.legoff@ville.example\n",
    ])
  func recipient(_ typed: String) throws {
    let token = try Samples.token(Samples.award(.hashedEmail(Samples.email, salt: Samples.salt)))
    let report = try Samples.report(token, recipient: typed)
    #expect(report[.recipient] == .held)
    #expect(report.verdict == .valid)
    #expect(report.facts?.holder == .hashedEmail)
  }

  @Test("an address composed otherwise is the same address")
  func composition() throws {
    let token = try Samples.token(
      Samples.award(.hashedEmail("He\u{301}le\u{300}ne@ville.example", salt: Samples.salt)))
    #expect(
      try Samples.report(token, recipient: "h\u{E9}l\u{E8}ne@ville.example").verdict == .valid)
  }

  @Test(
    "another address is refused",
    arguments: ["", " ", "camille@ville.example", "camille.legoff@ville.example.org", "sha256$"])
  func otherRecipient(_ typed: String) throws {
    let token = try Samples.token(Samples.award(.hashedEmail(Samples.email, salt: Samples.salt)))
    let report = try Samples.report(token, recipient: typed)
    #expect(report[.recipient] == .failed(.recipientOther))
    #expect(report.exitCode == 1)
  }

  @Test(
    "a badge that names no address cannot be the one of an address",
    arguments: [
      Recipient.anonymous, .displayedName(Samples.email),
    ])
  func unnamed(_ recipient: Recipient) throws {
    let report = try Samples.report(
      Samples.token(Samples.award(recipient)), recipient: Samples.email)
    #expect(report[.recipient] == .failed(.recipientUnnamed))
    #expect(report.exitCode == 1)
  }

  @Test(
    "identities of other issuers are read as the standard writes them",
    arguments: [
      (
        "sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399", true, "Kosher",
        true
      ),
      (
        "sha256$B5809D8A92F8858436D7E6B87C12EBC0AE1EAC4BAECC2C0B913AEE2C922EF399", true, "Kosher",
        true
      ),
      (
        "sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399", true, "kosher",
        false
      ),
      ("b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399", true, "Kosher", false),
      (
        "sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef39", true, "Kosher",
        false
      ),
      ("md5$79f7a6fc4b5a2ac5bfbca60a31bc9ae4", true, "", false),
      ("a@example.com", false, "", true), (" A@Example.com", false, "", true),
      ("a@example.com", true, "", false), ("b@example.com", false, "", false),
    ])
  func foreignIdentities(_ hash: String, _ hashed: Bool, _ salt: String, _ matches: Bool) throws {
    let identity: JSON = [
      "type": "IdentityObject", "hashed": .bool(hashed), "identityHash": .string(hash),
      "identityType": "emailAddress", "salt": .string(salt),
    ]
    let payload = try Forge.payload().with(["credentialSubject", "identifier"], [identity])
    let report = try Samples.report(Forge.token(nil, payload), recipient: "a@example.com")
    // Of what is hashed otherwise, nothing is said of whose it is.
    let isReadable = !hashed || hash.utf8.count == 71
    #expect(
      report[.recipient]
        == (matches ? .held : .failed(isReadable ? .recipientOther : .recipientUnreadable)))
  }

  @Test("when nobody asks for an address, that is said")
  func noRecipient() throws {
    #expect(try Samples.report(Samples.token())[.recipient] == .notChecked(.noRecipientGiven))
  }

  @Test("a status that cannot be read is not called good")
  func status() throws {
    #expect(try Samples.report(Samples.token())[.status] == .notChecked(.noStatusInBadge))
    let payload = try Forge.payload().with(
      "credentialStatus", ["id": "https://a.b/c#1", "type": "BitstringStatusListEntry"])
    let report = try Samples.report(Forge.token(nil, payload))
    #expect(report[.status] == .failed(.statusForm))
    #expect(report.verdict == .invalid)
    let older = try Forge.payload().with(
      "credentialStatus", ["id": "https://a.b/c", "type": "1EdTechRevocationList"])
    let unread = try Samples.report(Forge.token(nil, older))
    #expect(unread[.status] == .notChecked(.statusOfOlderKind))
    #expect(unread.conclusion == "Badge authentique, émetteur reconnu, retrait non contrôlé.")
    let id = try #require(older["id"])
    for (entries, status): ([JSON], Outcome) in [
      ([], .held), ([["id": "urn:x"]], .held), ([["id": id, "revoked": false]], .held),
      ([["id": id]], .failed(.revoked)), ([["id": id, "revoked": true]], .failed(.revoked)),
    ] {
      let list: JSON = ["id": "https://a.b/c", "revokedCredential": .array(entries)]
      let trust = try TrustStore(files: [
        ("i.txt", Array(Samples.key().did.text.utf8)), ("liste.json", list.bytes),
      ])
      let report = Verifier(trust: trust, now: Samples.day)
        .verify(Array(try Forge.token(nil, older).utf8))
      #expect(report[.status] == status, "\(entries)")
    }
  }
}

@Suite("Trust lists") struct TrustStoreTests {
  private func store(_ text: String, name: String = "ville.txt") throws -> TrustStore {
    try TrustStore(files: [(name, Array(text.utf8))])
  }

  @Test(
    "the first line is the DID, the second a label",
    arguments: [
      ("", "ville.txt"), ("\n", "ville.txt"), ("\nVille d’Exemple", "Ville d’Exemple"),
      ("\r\nVille d’Exemple\r\nreste", "Ville d’Exemple"), ("\n\u{1B}[31mVille", "[31mVille"),
      ("\n  \nVille", "ville.txt"),
    ])
  func labels(_ rest: String, _ label: String) throws {
    let did = P256SigningKey.generate().did.text
    #expect(try store(did + rest).label(of: did) == label)
    #expect(try store("\u{FEFF}" + did + rest).label(of: did) == label)
  }

  @Test("several files are several issuers, no file is nobody")
  func several() throws {
    let dids = (0..<3).map { _ in P256SigningKey.generate().did.text }
    let store = try TrustStore(files: dids.map { (String($0.suffix(4)), Array($0.utf8)) })
    for did in dids { #expect(store.label(of: did) == String(did.suffix(4))) }
    #expect(store.label(of: P256SigningKey.generate().did.text) == nil)
    #expect(!store.isEmpty)
    #expect(try TrustStore(files: []).isEmpty)
  }

  @Test(
    "a file that names no usable issuer is refused, with its name",
    arguments: [
      ("http://ville.example", TrustError.Reason.notAnIssuer),
      ("\ndid:jwk:e30", .notAnIssuer), ("did:jwk:e30", .key(.notP256)),
      ("did:key:z6Mk", .key(.notMultikey)), ("did:web:ville.example ", .notAnIssuer),
      (" did:jwk:e30", .notAnIssuer), ("did:jwk:e30 ", .key(.notDIDJWK)),
    ])
  func malformed(_ text: String, _ reason: TrustError.Reason) {
    let error = TrustError(file: "a.txt", reason: reason)
    #expect(throws: error) { try store(text, name: "a.txt") }
    #expect(error.sentence.contains("«\u{202F}a.txt\u{202F}»"))
  }

  @Test("what else lies in the copy of a site is left alone, and told")
  func unread() throws {
    let good = P256SigningKey.generate().did.text
    let others = [
      "robots.txt": "User-agent: *", "vide": "",
      "cle.pem":
        Ed25519SigningKey
        .generate().publicKey.pem, "mot.txt": "Ville d’Exemple",
    ]
    let files = others.map { ($0.key, Array($0.value.utf8)) } + [("logo.ico", [0, 0, 1, 0xFF])]
    let store = try TrustStore(files: files + [("ville.txt", Array(good.utf8))])
    #expect(store.unread == (others.keys + ["logo.ico"]).sorted())
    #expect(store.label(of: good) != nil)
  }

  @Test("in the copy of a site, a text names nobody: whoever publishes it would choose")
  func textOfASite() throws {
    let pem = Ed25519SigningKey.generate().publicKey.pem
    for name in ["ville.example/robots.txt", "ville.example/.well-known/security.txt", "a/b"] {
      let text = "https://autre.example/1\nPréfecture\n\(pem)"
      let store = try TrustStore(files: [(name, Array(text.utf8))])
      #expect(store.isEmpty && store.unread == [name])
    }
    let manifest = try TrustStore(files: [("a.b/manifest.json", Array("{\"name\":\"x\"}".utf8))])
    #expect(manifest.unread == ["a.b/manifest.json"])
  }

  @Test("bytes that are no text, or too many, are refused")
  func notText() throws {
    let long = Array("did:".utf8) + [UInt8](repeating: 0x20, count: 20_000)
    for bytes in [Array("did:".utf8) + [0xFF, 0xFE], long] as [[UInt8]] {
      #expect(throws: TrustError(file: "b\u{1B}", reason: .notText)) {
        try TrustStore(files: [("b\u{1B}", bytes)])
      }
    }
    #expect(!TrustError(file: "b\u{1B}", reason: .notText).sentence.contains("\u{1B}"))
  }

  @Test("one bad file among good ones is not passed over")
  func oneBad() {
    let good = Array(P256SigningKey.generate().did.text.utf8)
    #expect(throws: TrustError(file: "c", reason: .notAnIssuer)) {
      try TrustStore(files: [("a", good), ("c", Array("did:".utf8))])
    }
  }
}
