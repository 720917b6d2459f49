import JSON
import OpenBadges
import Testing

@Suite("Every container, every proof, every issuer") struct VerifierTests {
  @Test(
    "a good badge is accepted in each file that can carry it, by whoever knows its issuer",
    arguments: Naming.allCases, Signed.allCases)
  func matrix(_ naming: Naming, _ signed: Signed) throws {
    guard naming.suits(signed) else { return }
    let id = try Issued.issuer(naming, signed).id
    let verifier = try Issued.verifier(
      Issued.folder(naming, signed), recipient: "Camille.LeGoff@ville.example")
    let print = Fingerprint.of(Credential.document(try Issued.award(id)).canonical)
    for (place, file) in try Issued.files(Issued.payload(naming, signed)).enumerated() {
      let report = verifier.verify(file)
      #expect(report.verdict == .valid, "file \(place): \(report.json.text)")
      #expect(report.fingerprint == print)
      #expect(report[.recipient] == .held)
      #expect(report.facts?.issuer == id)
      #expect(report.conclusion == "Badge valable, émetteur reconnu.")
    }
  }

  @Test(
    "without the issuer's keys the proof is not checked, and nothing is called valid",
    arguments: [Naming.didWeb, .https], Signed.allCases)
  func keysMissing(_ naming: Naming, _ signed: Signed) throws {
    let id = try Issued.issuer(naming, signed).id
    let file = try Issued.files(Issued.payload(naming, signed))[2]
    let named = try Issued.verifier([("ville.txt", Array("\(id)\nVille".utf8))])
    for verifier in [named, Verifier(trust: .empty, now: Samples.day)] {
      let report = verifier.verify(file)
      #expect(report[.proof] == .notChecked(.keyNotGiven))
      #expect(report.exitCode == 1)
      #expect(report.facts == nil)
      #expect(report.fingerprint == nil)
      #expect(report.conclusion == "Badge non vérifié\u{A0}: sa preuve n’a pas pu être contrôlée.")
      for wrong in ["valable", "authentique", "fausse", "refusé"] {
        #expect(!report.json.text.contains(wrong))
      }
      #expect(report[.issuer] == .notChecked(.earlierFailure))
    }
  }

  @Test("an issuer that is its own key needs no document, and is not recognised without a list")
  func selfDescribed() throws {
    for naming in [Naming.didKey, .didJWK] {
      for signed in Signed.allCases where naming.suits(signed) {
        let file = try Issued.files(Issued.payload(naming, signed))[0]
        let report = Verifier(trust: .empty, now: Samples.day).verify(file)
        #expect(report[.proof] == .held)
        #expect(report[.issuer] == .notChecked(.noTrust))
        #expect(report.exitCode == 5)
      }
    }
  }

  @Test("one award sealed once has one fingerprint in its four files")
  func sealed() throws {
    let (edwards, curve) = (try Sealed.key(), try Samples.key())
    let issuing = try Issuing(
      PublishedKeys(
        did: Issued.web,
        keys: [PublishedKey("ed", edwards.publicKey), PublishedKey("ec", curve.publicKey)]),
      document: edwards, token: .es256(curve))
    let pictures = BadgePictures(
      svg: try Samples.template(), png: try PNGTemplate(PNGPictures.picture()))
    let badge = try issuing.seal(Issued.award(Issued.web), in: pictures, created: Samples.day)
    let verifier = try Issued.verifier(Issued.folder(.didWeb, .both), recipient: Samples.email)
    for (_, file) in badge.files {
      let report = verifier.verify(file)
      #expect(report.verdict == .valid)
      #expect(report.fingerprint == badge.fingerprint)
    }
    let own = Issuing(try Sealed.key())
    let local = try own.seal(
      Issued.award(Sealed.key().did.text), in: pictures, created: Samples.day)
    #expect(local.files.map(\.ending) == ["svg", "png", "json"])
    for (_, file) in local.files {
      let report = Verifier(trust: .empty, now: Samples.day).verify(file)
      #expect(report.fingerprint == local.fingerprint)
      #expect(report.exitCode == 5)
    }
  }

  @Test(
    "each exit code has its case",
    arguments: [
      (Samples.day, Samples.email, Verdict.valid), (Samples.end, Samples.email, .valid),
      (Samples.day, "autre@ville.example", .invalid),
      (Samples.day - 1, Samples.email, .outOfDates), (Samples.end + 1, Samples.email, .outOfDates),
      (Samples.end + 1, "autre@ville.example", .invalid),
    ])
  func codes(_ now: Int, _ email: String, _ verdict: Verdict) throws {
    for signed in Signed.allCases {
      let file = try Issued.files(Issued.payload(.didWeb, signed))[3]
      let verifier = try Issued.verifier(
        Issued.folder(.didWeb, signed), now: now, recipient: email)
      #expect(verifier.verify(file).verdict == verdict)
      #expect(verifier.verify(Array("<svg/>".utf8)).exitCode == 2)
      let stranger = try Issued.verifier(
        Issued.folder(.didKey, .jcs), now: Samples.day, recipient: Samples.email)
      #expect(
        stranger.verify(try Issued.files(Issued.payload(.didJWK, signed))[0]).exitCode == 5)
    }
  }
}

@Suite("Withdrawn badges") struct VerifiedStatusTests {
  private static let address = "https://ville.example/statuts/retraits.json"

  private static func list(
    _ set: [Int] = [], _ purpose: StatusList.Purpose = .revocation, id: String = address,
    issuer: String = Issued.web, until: Int? = Samples.end
  ) throws -> JSON {
    var list = StatusList(purpose)
    for index in set { try list.set(index) }
    return try StatusListCredential(
      id: id, issuer: issuer, validFrom: Samples.day, validUntil: until, list: list
    ).document()
  }

  /// A list as it is published, by each proof.
  private static func published(
    _ list: JSON, _ signed: Signed, exp: JSON? = nil
  ) throws -> [UInt8] {
    let method = "\(Issued.web)#\(signed.fragment)"
    guard signed.isToken else { return try Issued.secured(list, signed, method).bytes }
    let key: TokenSigner = try Issued.signer(signed, Issued.web, method)
    let header: JSON = ["alg": .string(key.algorithm.rawValue), "kid": .string(method)]
    let text =
      Forge.letters(header.bytes) + "." + Forge.letters(list.with("exp", exp).bytes)
    let signature: [UInt8] =
      switch signed {
      case .es256: try Samples.key().signature(of: Array(text.utf8))
      case .rs256: try RSASamples.key().signature(of: Array(text.utf8))
      default: try Sealed.key().signature(of: Array(text.utf8))
      }
    return Array((text + "." + Forge.letters(signature) + "\n").utf8)
  }

  private static func report(
    _ lists: [[UInt8]], purpose: StatusList.Purpose = .revocation, now: Int = Samples.day,
    change: (JSON) -> JSON = { $0 }
  ) throws -> VerificationReport {
    let entry = try StatusEntry(list: address, purpose: purpose, index: 23)
    let document = change(
      Credential.document(try Issued.award(Issued.web, status: [entry])))
    let badge = try Issued.secured(document, .jcs, "\(Issued.web)#ed").bytes
    let files =
      try Issued.folder(.didWeb, .jcs)
      + lists.enumerated().map { ("liste-\($0.offset).json", $0.element) }
    return try Issued.verifier(files, now: now).verify(badge)
  }

  @Test("a list by each proof says held, revoked or suspended", arguments: Signed.allCases)
  func proofs(_ signed: Signed) throws {
    let free = try Self.report([Self.published(Self.list([22, 24]), signed)])
    #expect(free[.status] == .held)
    #expect(free.verdict == .valid)
    #expect(free.conclusion == Verdict.valid.sentence)
    let revoked = try Self.report([Self.published(Self.list([23]), signed)])
    #expect(revoked[.status] == .failed(.revoked))
    #expect(revoked.exitCode == 3)
    #expect(revoked.facts?.id == (try Samples.award().id))
    let suspended = try Self.report(
      [Self.published(Self.list([23], .suspension), signed)], purpose: .suspension)
    #expect(suspended[.status] == .failed(.suspended))
    #expect(suspended.exitCode == 3)
  }

  @Test("a list that is missing, old, or of another is not taken for good, and that is said")
  func unusable() throws {
    let forger = Ed25519SigningKey.generate()
    let foreign = try DataIntegrity.secured(
      Self.list([], issuer: forger.did.text), by: forger, created: Samples.day)
    let altered = try JSON(parsing: Self.published(Self.list(), .rdfc))
      .with("validUntil", "2099-01-01T00:00:00Z")
    let unsigned = try Self.list()
    let elsewhere = try Self.list(id: "https://ville.example/autre.json")
    let purpose = try Self.list([], .suspension)
    let now = Samples.day
    for (lists, now, omission) in [
      ([], now, Omission.statusMissing),
      ([try Self.published(elsewhere, .rdfc)], now, .statusMissing),
      ([foreign.bytes], now, .statusForeign), ([altered.bytes], now, .statusForeign),
      ([unsigned.bytes], now, .statusForeign),
      ([try Self.published(Self.list(), .rdfc)], Samples.end + 1, .statusStale),
      ([try Self.published(Self.list(), .rdfc)], now - 1, .statusStale),
      (
        [try Self.published(Self.list(until: nil), .es256, exp: .integer(now))], now + 1,
        .statusStale
      ),
      ([try Self.published(Self.list(), .es256, exp: .integer(now))], now + 1, .statusStale),
      ([try Self.published(Self.list(), .es256, exp: "demain")], now, .statusForeign),
      ([try Self.published(purpose, .jcs)], now, .statusUnreadable),
    ] {
      let report = try Self.report(lists, now: now)
      #expect(report[.status] == .notChecked(omission))
      #expect(report[.proof] == .held)
      guard report[.dates].isHeld else { continue }
      #expect(report.exitCode == 6)
      #expect(report.conclusion == "Badge authentique, émetteur reconnu, retrait non contrôlé.")
      #expect(report.json["verdict"]?.string?.contains("valable") == false)
    }
  }

  @Test("what is wrong with a list is not laid to whoever signed it")
  func reasons() throws {
    let noProof = try Self.list()
    let suite = try JSON(parsing: Self.published(Self.list(), .rdfc))
      .with(["proof", "cryptosuite"], "ecdsa-sd-2023")
    for (list, omission) in [
      (noProof, Omission.statusForeign), (suite, .statusUnreadable),
    ] as [(JSON, Omission)] {
      #expect(try Self.report([list.bytes])[.status] == .notChecked(omission))
    }
    // Whether the signature holds comes after whether the proof is still one.
    let expired = try JSON(parsing: Self.published(Self.list(), .rdfc))
      .with(["proof", "expires"], "2020-01-01T00:00:00Z")
    #expect(try Self.report([expired.bytes])[.status] == .notChecked(.statusStale))
  }

  @Test("one list may serve both purposes, and is read for each")
  func twoPurposes() throws {
    let entries = try [StatusList.Purpose.revocation, .suspension].map {
      try StatusEntry(list: Self.address, purpose: $0, index: 23).json
    }
    for (set, status) in [([], Outcome.held), ([23], .failed(.revoked))] as [([Int], Outcome)] {
      var subject = try #require(try Self.list(set)["credentialSubject"])
      subject = subject.with("statusPurpose", ["revocation", "suspension"])
      let list = try Self.published(Self.list(set).with("credentialSubject", subject), .rdfc)
      let report = try Self.report([list]) { $0.with("credentialStatus", .array(entries)) }
      #expect(report[.status] == status)
    }
  }

  @Test("a badge that names a list ten thousand times has it read once", .timeLimit(.minutes(1)))
  func repeated() throws {
    let forger = Ed25519SigningKey.generate()
    let foreign = try DataIntegrity.secured(
      Self.list([], issuer: forger.did.text), by: forger, created: Samples.day)
    let entry = try StatusEntry(list: Self.address, purpose: .revocation, index: 23).json
    let report = try Self.report([foreign.bytes]) {
      $0.with("credentialStatus", .array(Array(repeating: entry, count: 5000)))
    }
    #expect(report.exitCode == 6 || report.exitCode == 1)
  }

  @Test("a set bit is told even when the list is old")
  func oldAndSet() throws {
    let report = try Self.report([Self.published(Self.list([23]), .rdfc)], now: Samples.end)
    #expect(report[.status] == .failed(.revoked))
  }

  @Test(
    "an entry that is badly written is a failure, one of another kind is not read",
    arguments: [
      ("statusListIndex", 23), ("statusListIndex", "023"), ("statusListIndex", "-1"),
      ("statusListIndex", "99999999999999999999"), ("statusListIndex", "131072"),
      ("statusPurpose", "message"), ("type", "1EdTechRevocationList"), ("statusListIndex", .null),
      ("statusListCredential", "http://ville.example/statuts/retraits.json"),
    ] as [(String, JSON)])
  func entries(_ member: String, _ value: JSON) throws {
    let list = try Self.published(Self.list([23]), .rdfc)
    let award = try Issued.award(
      Issued.web, status: [StatusEntry(list: Self.address, purpose: .revocation, index: 23)])
    let document = Credential.document(award).with(["credentialStatus", member], value)
    // Signed as a token, where nothing stands in the way of odd values.
    let header: JSON = ["alg": "EdDSA", "kid": .string("\(Issued.web)#ed")]
    let claims = document.with("iss", .string(Issued.web)).with("jti", .string(award.id))
      .with("sub", .string(award.subject)).with("nbf", .integer(Samples.day))
      .with("exp", .integer(Samples.end))
    let text = Forge.letters(header.bytes) + "." + Forge.letters(claims.bytes)
    let token = text + "." + Forge.letters(try Sealed.key().signature(of: Array(text.utf8)))
    let files = try Issued.folder(.didWeb, .edDSA) + [("l.json", list)]
    let report = try Issued.verifier(files).verify(Array(token.utf8))
    #expect(report[.proof] == .held)
    switch value {
    case "1EdTechRevocationList":
      #expect(report[.status] == .notChecked(.statusOfOlderKind))
    case "message", "131072":
      #expect(report[.status] == .notChecked(.statusUnreadable))
      #expect(report.exitCode == 6)
    default:
      #expect(report[.status] == .failed(.statusForm))
      #expect(report.exitCode == 1)
    }
  }
}
