import JSON
import OpenBadges
import Testing

@Suite("What a trust folder holds") struct TrustFolderTests {
  typealias File = (name: String, bytes: [UInt8])

  private static func text(_ lines: String...) -> [UInt8] {
    Array(lines.joined(separator: "\n").utf8)
  }

  private static func proof(
    _ files: [File], _ naming: Naming = .didWeb, _ signed: Signed = .rdfc
  ) throws -> Outcome {
    let file = try Issued.files(Issued.payload(naming, signed))[0]
    return try Issued.verifier(files).verify(file)[.proof]
  }

  private static func fault(_ files: [File]) -> TrustError.Reason? {
    do throws(TrustError) {
      _ = try TrustStore(files: files)
      return nil
    } catch { return error.reason }
  }

  @Test(
    "a controller's document is believed where its identifier says it is published, or loose",
    arguments: [
      ("did:web:ville.example", "ville.example/.well-known/did.json"),
      ("did:web:ville.example:badges", "ville.example/badges/did.json"),
      ("did:web:ville.example:a:b", "ville.example/a/b/did.json"),
      ("did:web:ville.example%3A8443", "ville.example:8443/.well-known/did.json"),
      ("https://ville.example/emetteur", "ville.example/emetteur"),
      ("https://ville.example/e/1.json", "ville.example/e/1.json"),
      ("did:web:ville.example", ".well-known/did.json"),
      ("did:web:ville.example", "did.json"), ("did:web:ville.example", "ma ville.json"),
      ("https://ville.example/emetteur", "emetteur.json"),
    ])
  func place(_ id: String, _ name: String) throws {
    let document = try Issued.controller(id)
    let badge = try Issued.secured(
      Credential.document(Issued.award(id)), .rdfc, id + "#ed")
    let report = try Issued.verifier([(name, document.bytes)]).verify(badge.bytes)
    #expect(report.verdict == .valid)
    #expect(report.facts?.recognisedAs != nil)
  }

  @Test(
    "a document that lies under the address of another is refused",
    arguments: [
      ("did:web:ville.example", "pirate.example/.well-known/did.json"),
      ("did:web:ville.example", "ville.example/did.json"),
      ("did:web:ville.example", "ville.example/pirate/did.json"),
      ("did:web:ville.example", "ville.example/.well-known/did2.json"),
      ("did:web:ville.example", "Ville.example/.well-known/did.json"),
      ("did:web:ville.example", "x/ville.example/.well-known/did.json"),
      ("did:web:ville.example:badges", "badges/did.json"),
      ("did:web:ville.example:a:b", "b/did.json"), ("https://ville.example/e/1", "e/1"),
      ("did:web:ville.example:badges", "ville.example/.well-known/did.json"),
      ("did:web:ville.example:badges", "ville.example/badges/.well-known/did.json"),
      ("did:web:ville.example:", "ville.example/did.json"),
      ("did:web:", ".well-known/did.json"), ("did:web:ville.example", "badges/did.json"),
      ("did:web:ville.example", "known/did.json"),
      ("did:web:ville.example:xbadges", "badges/did.json"),
      ("did:web:ville.example%2Fbadges", "ville.example/badges/.well-known/did.json"),
      ("https://ville.example/emetteur", "ville.example/emetteur/did.json"),
      ("https://ville.example/emetteur", "pirate.example/emetteur"),
      ("did:example:ville", "ville.example/did.json"), ("did:key:z6Mk", "a/did.json"),
    ])
  func elsewhere(_ id: String, _ name: String) throws {
    let document = try Issued.controller(id)
    // An empty end of an identifier makes no document at all.
    let reasons: [TrustError.Reason?] = [.elsewhere, .notADocument]
    #expect(reasons.contains(Self.fault([(name, document.bytes)])))
  }

  @Test("two documents that differ for one identifier are refused, two alike are one")
  func twice() throws {
    let document = try Issued.controller(Issued.web)
    let forged = document.with("assertionMethod", [.string("\(Issued.web)#ec")])
    let place = "ville.example/.well-known/did.json"
    #expect(Self.fault([(place, document.bytes), ("z.json", forged.bytes)]) == .twice)
    #expect(Self.fault([("a.json", forged.bytes), (place, document.bytes)]) == .twice)
    #expect(
      try Self.proof([(place, document.bytes), ("z.json", Array(document.pretty.utf8))]) == .held)
    let pem = try Sealed.key().publicKey.pem
    let other = Ed25519SigningKey.generate().publicKey.pem
    #expect(
      Self.fault([
        ("a.txt", Self.text(Issued.https, "A", pem)),
        ("b.txt", Self.text(Issued.https, "B", other)),
      ]) == .twice)
  }

  @Test("only keys that the document lists by name, describes as its own and fully are used")
  func methods() throws {
    let good = try Issued.controller(Issued.web)
    let name: JSON = .string("\(Issued.web)#ed")
    let key = try Sealed.key().publicKey
    let own: JSON = [
      "id": name, "type": "Multikey", "controller": .string(Issued.web),
      "publicKeyMultibase": .string(key.multikey),
    ]
    let stranger = Ed25519SigningKey.generate().publicKey
    let other = own.with("publicKeyMultibase", .string(stranger.multikey))
    func outcome(_ methods: [JSON], listed: JSON = [name]) throws -> Outcome {
      let document = good.with("verificationMethod", .array(methods))
        .with("assertionMethod", listed)
      return try Self.proof([("did.json", document.bytes)])
    }
    #expect(try outcome([own]) == .held)
    #expect(try outcome([own, own]) == .held)
    let jwk = own.with("publicKeyMultibase", nil).with("publicKeyJwk", key.jwk)
    #expect(try outcome([own, jwk]) == .held)
    // DID Core §3.2.2 and §5.3.1: relative names, and methods described where they are listed.
    let relative = own.with("id", "#ed")
    #expect(try outcome([relative]) == .held)
    #expect(try outcome([relative], listed: ["#ed"]) == .held)
    #expect(try outcome([], listed: [own]) == .held)
    #expect(try outcome([own], listed: [own]) == .held)
    #expect(try outcome([other], listed: [own]) == .failed(.keyOfAnother))
    // CID 1.0 §2.2: a key may have an end.
    func ending(_ date: JSON) throws -> Outcome { try outcome([own.with("expires", date)]) }
    #expect(try ending("2099-01-01T00:00:00Z") == .held)
    #expect(try ending("2020-01-01T00:00:00Z") == .failed(.keyExpired))
    #expect(try ending("demain") == .failed(.keyExpired))
    #expect(try outcome([own.with("publicKeyJwk", key.jwk)]) == .held)
    for (methods, listed) in [
      ([own], []), ([own], [["id": name]]), ([own], name), ([own], .null),
      ([own.with("controller", nil)], [name]),
      ([own.with("controller", "did:web:pirate.example")], [name]),
      ([own.with("id", "did:web:pirate.example#ed")], ["did:web:pirate.example#ed"]),
      ([own.with("publicKeyMultibase", nil)], [name]),
      ([own.with("publicKeyMultibase", "z6Mk")], [name]),
      ([own.with("publicKeyMultibase", 1)], [name]),
      ([own.with("revoked", "2026-01-01T00:00:00Z")], [name]),
      ([own.with("publicKeyJwk", stranger.jwk)], [name]),
      ([own.with("publicKeyJwk", key.jwk.with("d", "AA"))], [name]),
      ([own, other], [name]), ([other, own], [name]), ([own, other, own], [name]),
      ([other, other, own], [name]), ([own, own.with("controller", "did:web:x")], [name]),
      ([other], [name]),
    ] as [([JSON], JSON)] {
      let outcome = try outcome(methods, listed: listed)
      #expect(outcome == .failed(.keyOfAnother) || outcome == .failed(.signature), "\(methods)")
    }
  }

  @Test("no document adds a key to an identifier that is its own key")
  func selfDescribed() throws {
    let did = DIDJWK(try Sealed.key().publicKey).text
    let forger = Ed25519SigningKey.generate()
    let document: JSON = [
      "id": .string(did),
      "verificationMethod": [
        [
          "id": .string(did + "#1"), "controller": .string(did),
          "publicKeyMultibase": .string(forger.publicKey.multikey),
        ]
      ], "assertionMethod": [.string(did + "#1")],
    ]
    let badge = try DataIntegrity.secured(
      Credential.document(Issued.award(did)), by: forger, method: did + "#1", created: Samples.day)
    let report = try Issued.verifier([("did.json", document.bytes)]).verify(badge.bytes)
    #expect(report[.proof] == .failed(.keyOfAnother))
  }

  @Test("keys written under an issuer's name are its own, whatever a badge calls them")
  func pinned() throws {
    let pem = try [Signed.es256, .edDSA].map { try $0.publicKey().pem }.joined()
    let other = Ed25519SigningKey.generate().publicKey.pem
    let https = Issued.https
    for (body, signed, outcome) in [
      (pem, Signed.es256, Outcome.held), (pem, .rdfc, .held), (pem, .rs256, .failed(.algorithm)),
      (other, .edDSA, .failed(.signature)), (other, .jcs, .failed(.signature)),
      (other + pem, .edDSA, .held), (other + pem, .rdfc, .failed(.keyOfAnother)),
      ("", .rdfc, .notChecked(.keyNotGiven)),
    ] {
      let files: [File] = [("v.txt", Self.text(https, "Ville", body))]
      #expect(try Self.proof(files, .https, signed) == outcome, "\(signed)")
    }
    let windows = Self.text(https, "Ville", pem).flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    #expect(try Self.proof([("v.txt", windows)], .https, .rdfc) == .held)
    #expect(try Self.proof([("v.txt", Self.text(Issued.web, pem))], .didWeb, .es256) == .held)
  }

  @Test("a key in PEM that is cut, secret or of another kind is not passed over")
  func badPEM() throws {
    let pem = try Sealed.key().publicKey.pem
    for (body, error) in [
      (String(pem.dropLast(10)), KeyError.notPEM), (try Sealed.key().secretPEM, .privateJWK),
      (pem + (try RSASamples.key().secretPEM), .privateJWK),
      (pem + "-----BEGIN CERTIFICATE-----", .notPEM),
      (pem.replacing("MCow", with: "MCox"), .notP256),
    ] {
      let files: [File] = [("v.txt", Self.text(Issued.https, "Ville", body))]
      #expect(Self.fault(files) == .key(error), "\(body)")
    }
  }

  @Test("a key set speaks for its host alone, and for the issuer that each key names")
  func keySets() throws {
    let label: File = ("v.txt", Self.text(Issued.https, "Ville"))
    let place = "ville.example/.well-known/jwks.json"
    func outcome(_ set: JSON, at name: String = place) throws -> Outcome {
      try Self.proof([label, (name, set.bytes)], .https, .es256)
    }
    #expect(try outcome(Issued.keySet(iss: Issued.https)) == .held)
    #expect(try outcome(Issued.keySet(iss: nil)) == .held)
    #expect(
      try outcome(Issued.keySet(iss: "https://ville.example/autre")) == .failed(.keyOfAnother))
    #expect(try outcome(["keys": []]) == .failed(.keyOfAnother))
    let set = try Issued.keySet(iss: nil)
    #expect(
      try outcome(set, at: "pirate.example/.well-known/jwks.json") == .notChecked(.keyNotGiven))
    for name in [
      "jwks.json", "ville.example/jwks.json", "ville.example/pirate/jwks.json",
      "ville.example/pirate/.well-known/jwks.json",
    ] {
      #expect(Self.fault([label, (name, set.bytes)]) == .elsewhere, "\(name)")
    }
    // In a copied site nothing says whose it is, save the keys themselves.
    for name in ["jwks.json", ".well-known/jwks.json"] {
      #expect(try outcome(Issued.keySet(iss: Issued.https), at: name) == .held)
      let foreign = try Issued.keySet(iss: "https://pirate.example/emetteur")
      #expect(try outcome(foreign, at: name) == .notChecked(.keyNotGiven))
    }
    #expect(try outcome(set, at: ".well-known/jwks.json") == .notChecked(.keyNotGiven))
    // The copy of one site adds no key to another, which has a set of its own.
    let own: File = ("ville.example/.well-known/jwks.json", set.bytes)
    let claimed = try Issued.keySet(iss: Issued.https).bytes
    #expect(Self.fault([label, own, ("jwks.json", claimed)]) == .twice)
    #expect(Self.fault([label, own, ("site/jwks.json", claimed)]) == .elsewhere)
    let pinned = Self.text(Issued.https, "A", try Sealed.key().publicKey.pem)
    #expect(Self.fault([own, ("a.txt", pinned)]) == .twice)
    // Two lists of one address leave no way to tell which is right.
    func list(_ ids: [JSON]) -> [UInt8] {
      (["id": "https://a.b/c", "revokedCredential": .array(ids.map { ["id": $0] })] as JSON).bytes
    }
    #expect(Self.fault([("1.json", list(["urn:x"])), ("2.json", list([]))]) == .twice)
    // Certificates beside a key are let through, secrets are not.
    let keys = try #require(set["keys"]?.array)
    #expect(try outcome(["keys": .array(keys.map { $0.with("x5c", ["AA"]) })]) == .held)
    for extra in ["d", "p", "oth"] {
      let bad: JSON = ["keys": .array(keys.map { $0.with(extra, "AA") })]
      #expect(try outcome(bad) == .failed(.keyOfAnother))
    }
  }

  @Test("documents of Open Badges 2.0 are believed at their address, or loose")
  func older() throws {
    let token = Array(try OlderSamples.jws().utf8)
    let documents = try OlderSamples.documents()
    func files(_ prefix: String) -> [File] {
      documents.map { (prefix + $0.key.dropFirst("https://ville.example/".count), $0.value.bytes) }
    }
    for prefix in ["", "ville.example/"] {
      let report = try Issued.verifier(files(prefix)).verify(token)
      #expect(report.verdict == .valid)
      // The address, and not the name that the issuer gives itself.
      #expect(report.facts?.recognisedAs == OlderSamples.addresses.issuer)
      #expect(report[.status] == .held)
    }
    #expect(Self.fault(files("pirate.example/")) == .elsewhere)
    let key = try #require(documents["https://ville.example/cle-1.json"])
    let forged = key.with("publicKeyPem", .string(try RSASamples.otherKey().publicKey.pem))
    #expect(Self.fault(files("") + [("z.json", forged.bytes)]) == .twice)
  }

  @Test("a copy without the folder of its host speaks for one host alone")
  func oneHost() throws {
    let own: File = (".well-known/did.json", try Issued.controller("did:web:agglo.example").bytes)
    #expect(Self.fault([own]) == nil)
    // A key for the issuer of another host, then that issuer's whole site of the older version.
    let foreign: File = (".well-known/jwks.json", try Issued.keySet(iss: Issued.https).bytes)
    #expect(Self.fault([own, foreign]) == .elsewhere)
    let older = try OlderSamples.documents().map { file -> File in
      ("ob2/" + file.key.dropFirst("https://ville.example/".count), file.value.bytes)
    }
    #expect(Self.fault([own] + older) == .elsewhere)
    #expect(
      Self.fault([own, ("x/did.json", try Issued.controller("did:web:ville.example:x").bytes)])
        == .elsewhere)
  }

  @Test(
    "a status list that lies elsewhere than at its address is told, and stands against no other")
  func misplacedList() throws {
    let list = try StatusListCredential(
      id: "https://ville.example/statuts/1.json", issuer: Issued.web, validFrom: Samples.day,
      validUntil: nil, list: StatusList(.revocation)
    ).document()
    let trust = try TrustStore(files: [
      ("ville.example/statuts/1.json", list.bytes),
      ("pirate.example/l.json", Array(list.pretty.utf8)),
    ])
    #expect(trust.unread == ["pirate.example/l.json"])
  }

  @Test("what bears the name of an issuer's document and is none is told, not passed over")
  func unreadable() throws {
    let document = try Issued.controller("did:web:ville.example")
    for change in [
      document.with("id", nil), document.with("id", 3),
      document.with("verificationMethod", nil).with("assertionMethod", nil),
    ] {
      for name in ["did.json", "ville.example/.well-known/did.json"] {
        #expect(Self.fault([(name, change.bytes)]) == .notADocument)
      }
    }
  }

  @Test("the label of a text file wins over the one that a document suggests; both are cleaned")
  func labels() throws {
    let did: File = ("a.b/.well-known/did.json", try Issued.controller("did:web:a.b").bytes)
    let text: File = ("z.txt", Self.text("did:web:a.b", "Notre\u{1B}[31m ville\u{202E}"))
    for files in [[did, text], [text, did]] {
      #expect(try TrustStore(files: files).label(of: "did:web:a.b") == "Notre[31m ville")
    }
    #expect(try TrustStore(files: [did]).label(of: "did:web:a.b") == "a.b")
    let profile = try #require(try OlderSamples.documents()[OlderSamples.addresses.issuer])
    let store = try TrustStore(files: [("p.json", profile.bytes)])
    #expect(store.label(of: OlderSamples.addresses.issuer) == OlderSamples.addresses.issuer)
    let path = try TrustStore(files: [("d.json", Issued.controller("did:web:a.b:c").bytes)])
    #expect(path.label(of: "did:web:a.b:c") == "a.b/c")
  }

  @Test("hostile documents are refused with their file's name, and stop nothing")
  func hostile() throws {
    let good = try Issued.controller(Issued.web).text
    let deep = String(repeating: "[", count: 100_000)
    for (text, reason) in [
      (#"{"id":"did:web:pirate.example","# + good.dropFirst(), TrustError.Reason.notADocument),
      ("{\"a\":" + deep, .notADocument), ("{", .notADocument), ("{}", .notADocument),
      ("\u{FEFF}" + good, .notADocument), (good + good, .notADocument),
      ("{\"a\":\"" + String(repeating: "a", count: 2 << 20) + "\"}", .notADocument),
      (#"{"id":"did:web:x y","verificationMethod":[]}"#, .notADocument),
      (#"{"id":1,"verificationMethod":[]}"#, .notADocument),
      (#"{"id":"did:web:x","verificationMethod":{}}"#, .notADocument),
      ("eyJ9.a.b", .notADocument), ("e..", .notADocument),
      ("[]", .notADocument), ("<!doctype html>", .notADocument),
    ] {
      #expect(Self.fault([("a\u{1B}.json", Array(text.utf8))]) == reason, "\(text.prefix(40))")
    }
    for text in [
      "did:web:x\u{0}", "did:web:x\u{1B}[2J", "did:", "https://", "http://ville.example",
      "https://ville.ex\u{E9}mple", "did:web:\u{202E}x", "DID:web:x",
    ] {
      #expect(Self.fault([("a\u{1B}.txt", Array(text.utf8))]) == .notAnIssuer, "\(text)")
    }
    // Numbers, lists and nulls where the names of keys should be.
    for value in [1, [], .null, [[]], ["a", 1], ["a": []]] as [JSON] {
      for member in ["verificationMethod", "assertionMethod"] {
        let document = try Issued.controller(Issued.web).with(member, value)
        #expect([nil, .notADocument].contains(Self.fault([("did.json", document.bytes)])))
      }
    }
  }

  @Test("each fault of a folder is said in words of its own")
  func sentences() {
    let reasons: [TrustError.Reason] = [
      .notText, .notADocument, .notAnIssuer, .elsewhere, .twice, .key(.notPEM),
    ]
    let sentences = reasons.map { TrustError(file: "a\u{1B}", reason: $0).sentence }
    #expect(Set(sentences).count == reasons.count)
    for sentence in sentences {
      #expect(!sentence.contains("\u{1B}"))
      #expect(sentence.split(separator: " ").count <= 24)
      #expect(sentence.hasSuffix("."))
    }
  }
}
