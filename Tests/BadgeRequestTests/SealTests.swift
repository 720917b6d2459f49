import BadgeRequest
import Course
import Crypto
import FoundationEssentials
import JSON
import Testing

@Suite("A sealed demande") struct SealTests {
  private let exam: Exam
  private let issuer = SampleIssuer()
  private let request: BadgeRequest
  private let sealed: [UInt8]

  init() throws {
    exam = try Exam.shipped()
    request = try exam.perfect(exam.draw(1))
    sealed = try RequestSeal.seal(request, for: issuer.card)
  }

  private func open(_ bytes: [UInt8]) throws(SealFault) -> BadgeRequest {
    let file: SealedRequest
    do throws(FormFault) { file = try SealedRequest(reading: bytes) } catch { throw .file(error) }
    return try RequestSeal.open(file, with: issuer.key)
  }

  /// The sealed file with members replaced.
  private func file(_ changes: [String: JSON]) throws -> [UInt8] {
    var file = try #require(try JSON(parsing: sealed.dropLast() as [UInt8]).object)
    for (key, value) in changes { file[key] = value }
    return JSON.object(file).bytes + [0x0A]
  }

  private func letters(_ member: String, of bytes: [UInt8]) throws -> String {
    try #require(try JSON(parsing: bytes)[member]?.string)
  }

  @Test("what is sealed opens, with the issuer's key alone")
  func roundTrip() throws {
    #expect(try open(sealed) == request)
    let file = try SealedRequest(reading: sealed)
    #expect(file.issuer == issuer.card.did)
    #expect(file.keyID == issuer.card.keyID)
    #expect(file.written == sealed)
    #expect(
      try #require(try JSON(parsing: sealed).object).keys == [
        "v", "emetteur", "cle", "enc", "chiffre",
      ])
  }

  @Test("nothing of the request shows, and two seals of one request have nothing in common")
  func secrecy() throws {
    let text = String(decoding: sealed, as: UTF8.self)
    #expect(!text.contains("Ana") && !text.contains("RU01") && !text.contains(exam.course.id))
    let again = try RequestSeal.seal(request, for: issuer.card)
    for member in ["enc", "chiffre"] {
      #expect(try letters(member, of: again) != letters(member, of: sealed))
    }
  }

  @Test("every request of the course has one size, whoever asks and whatever was answered")
  func size() throws {
    var sizes: Set<Int> = []
    for seed in 0..<40 {
      let draw = exam.draw(UInt64(seed))
      for recipient: RecipientChoice in [
        .nothing, .displayedName(String(repeating: "é", count: 100)),
        .email(String(repeating: "a", count: 240) + "@b"),
      ] {
        let answers = seed % 2 == 0 ? try exam.answers(draw) : [:]
        let request = exam.request(draw, answers, recipient: recipient)
        sizes.insert(try RequestSeal.seal(request, for: issuer.card).count)
      }
    }
    #expect(sizes == [sealed.count])
  }

  @Test("a larger request takes whole blocks of 4 KiB, up to the greatest that may be written")
  func blocks() throws {
    var request = request
    request.attempt = Progress.Attempt(drawn: [])
    for count in [90, 200, 600] {
      request.attempt.drawn = (0..<count).map {
        DrawnQuestion(question: "Q\($0)", order: Array(1...30))
      }
      let sealed = try RequestSeal.seal(request, for: issuer.card)
      let padded = try letters("chiffre", of: sealed).utf8.count * 3 / 4 - 16
      let written = try request.written().count
      #expect(padded % 4096 == 0)
      #expect((0..<4096).contains(padded - written))
      #expect(try open(sealed) == request)
    }
  }

  @Test("any byte altered, whichever way, is refused")
  func everyByte() throws {
    let sealedLetters = try letters("chiffre", of: sealed).utf8.count
    var cryptographic = 0
    for place in sealed.indices {
      for change: UInt8 in [0x01, 0x20, 0x80] {
        var altered = sealed
        altered[place] ^= change
        do throws(SealFault) {
          _ = try open(altered)
          Issue.record("byte \(place) may become \(altered[place])")
        } catch {
          if error == .cannotOpen { cryptographic += 1 }
        }
      }
    }
    #expect(cryptographic > sealedLetters, "most alterations are left to the tag")
  }

  @Test("any byte taken away or added, at any place, is refused")
  func everyLength() {
    for place in stride(from: 0, to: sealed.count, by: 3) {
      #expect(throws: SealFault.self) { try open(Array(sealed[..<place])) }
      var altered = sealed
      altered.remove(at: place)
      #expect(throws: SealFault.self) { try open(altered) }
      altered = sealed
      altered.insert(sealed[place], at: place)
      #expect(throws: SealFault.self) { try open(altered) }
      altered = sealed
      altered.insert(0x20, at: place)
      #expect(throws: SealFault.self) { try open(altered) }
    }
  }

  @Test("another key does not open it, and says no more than an altered byte does")
  func anotherKey() throws {
    let other = ReceivingKey.generate()
    let file = try SealedRequest(reading: sealed)
    #expect(throws: SealFault.cannotOpen) { try RequestSeal.open(file, with: other) }
  }

  @Test("readdressing a file to another issuer or key breaks it, even for the same private key")
  func readdressed() throws {
    for changes: [String: JSON] in [
      ["emetteur": "did:web:autre.example"], ["cle": "demandes-2025"],
    ] {
      let readdressed = try file(changes)
      #expect(throws: SealFault.cannotOpen) { try open(readdressed) }
    }
  }

  @Test("members of two files, swapped, open nothing")
  func swapped() throws {
    let other = try RequestSeal.seal(try exam.perfect(exam.draw(2)), for: issuer.card)
    for member in ["enc", "chiffre"] {
      let mixed = try file([member: .string(letters(member, of: other))])
      #expect(throws: SealFault.cannotOpen) { try open(mixed) }
    }
    let enc = try letters("enc", of: sealed)
    let chiffre = try letters("chiffre", of: sealed)
    let crossed = try file(["enc": .string(chiffre), "chiffre": .string(enc)])
    #expect(throws: SealFault.file(.malformed("enc"))) { try open(crossed) }
    let turned = try file(["emetteur": .string(issuer.card.keyID), "cle": .string(issuer.card.did)])
    #expect(throws: SealFault.file(.malformed("emetteur"))) { try open(turned) }
  }

  @Test("a point of small order in place of the encapsulated key opens nothing")
  func smallOrder() throws {
    for first in ["A", "B"] {
      let enc =
        first == "A" ? String(repeating: "A", count: 43) : "AQ" + String(repeating: "A", count: 41)
      #expect(throws: SealFault.cannotOpen) { try open(try file(["enc": .string(enc)])) }
    }
  }

  @Test("a fault of form is said precisely")
  func form() throws {
    let block = String(repeating: "A", count: 5462)
    let table: [([String: JSON], FormFault)] = [
      (["v": 2], .otherFormat(2)), (["v": "1"], .malformed("v")), (["nom": "x"], .unknown("nom")),
      (["emetteur": 1], .malformed("emetteur")), (["emetteur": "x"], .malformed("emetteur")),
      (["cle": ""], .malformed("cle")), (["enc": "AAAA"], .malformed("enc")),
      (["enc": "A"], .malformed("enc")), (["chiffre": ""], .malformed("chiffre")),
      (["chiffre": .string(block)], .malformed("chiffre")),
      (["chiffre": .string(String(block.dropLast(21)))], .malformed("chiffre")),
      (["chiffre": .string(block + "==")], .malformed("chiffre")),
    ]
    for (changes, fault) in table {
      let bytes = try file(changes)
      #expect(throws: SealFault.file(fault)) { try open(bytes) }
    }
    #expect(throws: SealFault.file(.notCanonical)) { try open(sealed.dropLast()) }
    #expect(throws: SealFault.file(.notCanonical)) { try open(sealed + [0x0A]) }
    #expect(throws: SealFault.file(.tooLarge(98_304))) {
      try open([UInt8](repeating: 0x20, count: 98_305))
    }
  }

  /// A file sealed by HPKE directly: any plaintext, under any protocol's name.
  private func byHand(
    _ plaintext: [UInt8], purpose: String = "parcours demande de badge\n"
  ) throws -> [UInt8] {
    let header = #"{"cle":"\#(issuer.card.keyID)","emetteur":"\#(issuer.card.did)","v":1}"#
    var sender = try HPKE.Sender(
      recipientKey: Curve25519.KeyAgreement.PublicKey(rawRepresentation: issuer.key.publicKey),
      ciphersuite: .Curve25519_SHA256_ChachaPoly, info: Data((purpose + header).utf8))
    let sealed = try sender.seal(plaintext, authenticating: Array(header.utf8))
    return try file([
      "enc": .string(urlSafe(sender.encapsulatedKey)), "chiffre": .string(urlSafe(sealed)),
    ])
  }

  private func urlSafe(_ data: Data) -> String {
    String(
      data.base64EncodedString().compactMap { letter in
        switch letter {
        case "=": nil
        case "+": "-"
        case "/": "_"
        default: letter
        }
      })
  }

  @Test("what opens and is no request, or is padded otherwise, is refused with its fault of form")
  func inside() throws {
    let written = try request.written()
    let zeros = [UInt8](repeating: 0, count: 4096 - written.count)
    #expect(try open(byHand(written + zeros)) == request)
    let block = zeros + [UInt8](repeating: 0, count: written.count)
    let table: [([UInt8], SealFault)] = [
      (written + zeros + block, .request(.notCanonical)), (block, .request(.notCanonical)),
      (written + [0x20] + zeros.dropLast(), .request(.notCanonical)),
      (Array("{}".utf8) + block.dropLast(2), .request(.missing("v"))),
      (Array("[]".utf8) + block.dropLast(2), .request(.notAnObject)),
      (block.map { _ in 0x7B }, .request(.notJSON(JSONError(.unexpectedByte, at: 1)))),
      (written, .file(.malformed("chiffre"))),
    ]
    for (plaintext, fault) in table {
      let bytes = try byHand(plaintext)
      #expect(throws: fault) { try open(bytes) }
    }
    let foreign = try byHand(written + zeros, purpose: "autre protocole\n")
    #expect(throws: SealFault.cannotOpen) { try open(foreign) }
  }

  @Test("what the issuer would refuse is not sealed")
  func refusedBefore() {
    var request = request
    request.recipient = .displayedName("\u{7}")
    #expect(throws: SealFault.request(.malformed("titulaire : nom"))) {
      try RequestSeal.seal(request, for: issuer.card)
    }
    var card = issuer.card
    card.publicKey.removeLast()
    #expect(throws: SealFault.card(.malformed("cle : x"))) {
      try RequestSeal.seal(self.request, for: card)
    }
  }

  @Test("each fault has a sentence and advice in French")
  func sentences() {
    let faults: [SealFault] = [
      .card(.weakKey), .file(.notCanonical), .request(.missing("id")),
      .cannotOpen,
    ]
    #expect(Set(faults.map(\.sentence)).count == faults.count)
    for fault in faults {
      #expect(fault.sentence.hasSuffix(".") && fault.advice.hasSuffix("."))
    }
  }
}
