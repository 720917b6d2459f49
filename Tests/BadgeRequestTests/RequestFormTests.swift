import BadgeRequest
import Course
import JSON
import Testing

@Suite("A request's form") struct RequestFormTests {
  private static let digest = String(repeating: "0f", count: 32)

  private static let small = BadgeRequest(
    id: "urn:uuid:0b7d1c52-31f6-4b44-8a3e-2f9a6a0f7e11", course: "acculturation-iag",
    version: "1.0.0", digest: digest, badge: "usage-eclaire-decouverte",
    completed: Timestamp(seconds: 1_795_252_353), how: .alone, recipient: .displayedName("Ana"),
    account: 1000,
    attempt: Progress.Attempt(
      drawn: [
        DrawnQuestion(question: "RU01-003", order: [2, 1, 3]),
        DrawnQuestion(question: "DP-7", order: []),
      ], answers: ["RU01-003": [1, 3]]))

  private static let text =
    #"{"acheve":"2026-11-21T09:12:33Z","badge":"usage-eclaire-decouverte","compte":1000,"#
    + #""empreinte":"\#(digest)","id":"urn:uuid:0b7d1c52-31f6-4b44-8a3e-2f9a6a0f7e11","#
    + #""modalite":"autonomie","parcours":"acculturation-iag","#
    + #""questions":[{"id":"RU01-003","ordre":[2,1,3],"reponse":[1,3]},{"id":"DP-7","ordre":[]}],"#
    + #""titulaire":{"nom":"Ana"},"v":1,"version":"1.0.0"}"#

  private func read(_ text: String) throws(FormFault) -> BadgeRequest {
    try BadgeRequest(reading: Array(text.utf8))
  }

  @Test("the bytes are these, and no score nor verdict is among them")
  func bytes() throws {
    #expect(String(decoding: try Self.small.written(), as: UTF8.self) == Self.text)
    #expect(try read(Self.text) == Self.small)
  }

  @Test(
    "whatever the agent chose comes back",
    arguments: [
      .nothing, .displayedName("É"), .displayedName("Zoé « d’Août » 🙂"),
      .displayedName(String(repeating: "é", count: 100)), .email("ana@ville.example"),
      .email(String(repeating: "a", count: 252) + "@b"),
    ] as [RecipientChoice], [.alone, .supervised] as [Modality])
  func roundTrip(_ recipient: RecipientChoice, _ how: Modality) throws {
    var request = Self.small
    request.recipient = recipient
    request.how = how
    for account in [nil, 0, 1000, 4_294_967_294] {
      request.account = account
      #expect(try BadgeRequest(reading: request.written()) == request)
    }
  }

  @Test("every draw of the shipped course comes back")
  func draws() throws {
    let exam = try Exam.shipped()
    for seed in 0..<50 {
      let request = try exam.perfect(exam.draw(UInt64(seed)))
      #expect(try BadgeRequest(reading: request.written()) == request)
    }
  }

  @Test(
    "what is not the one spelling of a request is refused, with the place",
    arguments: [
      (#""v":1"#, #""v":2"#, FormFault.otherFormat(2)), (#""v":1"#, #""v":1.0"#, .notCanonical),
      (#""v":1"#, #""v":"1""#, .malformed("v")), (#""v":1,"#, "", .missing("v")),
      (#""v":1"#, #""score":30,"v":1"#, .unknown("score")),
      (#""v":1"#, #""v": 1"#, .notCanonical), (#""compte":1000,"#, "", nil),
      (#""compte":1000"#, #""compte":-1"#, .malformed("compte")),
      (#""compte":1000"#, #""compte":4294967295"#, .malformed("compte")),
      (#""compte":1000"#, #""compte":1e3"#, .notCanonical),
      (#""compte":1000"#, #""compte":null"#, .malformed("compte")),
      (#""compte":1000"#, #""compte":"1000""#, .malformed("compte")),
      ("urn:uuid:0b", "urn:uuid:0B", .malformed("id")), ("urn:uuid:", "", .malformed("id")),
      ("0f0f", "0F0f", .malformed("empreinte")), ("0f0f", "0f", .malformed("empreinte")),
      ("usage-eclaire-decouverte", "..", .malformed("badge")),
      ("usage-eclaire-decouverte", "a/b", .malformed("badge")),
      ("usage-eclaire-decouverte", "", .malformed("badge")),
      ("acculturation-iag", "deux mots", .malformed("parcours")),
      (#""1.0.0""#, "1", .malformed("version")),
      ("2026-11-21T09:12:33Z", "2026-11-21", .malformed("acheve")),
      ("2026-11-21T09:12:33Z", "1969-12-31T23:59:59Z", .malformed("acheve")),
      ("2026-11-21T09:12:33Z", "2026-11-31T09:12:33Z", .malformed("acheve")),
      (#""autonomie""#, #""en autonomie""#, .malformed("modalite")),
      (#"{"nom":"Ana"}"#, #"{"nom":" "}"#, .malformed("titulaire : nom")),
      (#"{"nom":"Ana"}"#, #"{"nom":"A\u0007na"}"#, .malformed("titulaire : nom")),
      (#"{"nom":"Ana"}"#, "{\"nom\":\"A\u{202E}na\"}", .malformed("titulaire : nom")),
      (#"{"nom":"Ana"}"#, #"{"nom":1}"#, .malformed("titulaire")),
      (#"{"nom":"Ana"}"#, #""Ana""#, .malformed("titulaire")),
      (#"{"nom":"Ana"}"#, #"{"courriel":"a@b","nom":"Ana"}"#, .malformed("titulaire")),
      (#"{"nom":"Ana"}"#, #"{"courriel":"a b@c"}"#, .malformed("titulaire : courriel")),
      (#"{"nom":"Ana"}"#, #"{"courriel":"abc"}"#, .malformed("titulaire : courriel")),
      (#"{"nom":"Ana"}"#, #"{"courriel":"a@b@c"}"#, .malformed("titulaire : courriel")),
      (#"{"nom":"Ana"}"#, #"{"matricule":"7"}"#, .unknown("titulaire : matricule")),
      (#"{"nom":"Ana"}"#, "{}", nil),
      ("DP-7", "RU01-003", .repeatedQuestion("RU01-003")),
      ("DP-7", "DP 7", .malformed("question 2 : id")),
      (#""ordre":[]"#, #""ordre":[0]"#, .malformed("question 2 : ordre")),
      (#""ordre":[]"#, #""ordre":[1000]"#, .malformed("question 2 : ordre")),
      (#""ordre":[]"#, #""ordre":["1"]"#, .malformed("question 2 : ordre")),
      (#""ordre":[]"#, #""ordre":[1.5]"#, .malformed("question 2 : ordre")),
      (#","ordre":[]"#, "", .missing("question 2 : ordre")),
      (#","ordre":[]"#, #","ordre":[],"ok":true"#, .unknown("question 2 : ok")),
      ("[1,3]", "[-1]", .malformed("question 1 : reponse")),
      ("[1,3]", "null", .malformed("question 1 : reponse")),
      (#"{"id":"DP-7","ordre":[]}"#, "7", .malformed("question 2")),
    ] as [(String, String, FormFault?)])
  func refused(_ old: String, _ new: String, _ fault: FormFault?) throws {
    let ranges = Self.text.ranges(of: old)
    let range = try #require(ranges.first)
    var altered = Self.text
    altered.replaceSubrange(range, with: new)
    if let fault {
      #expect(throws: fault) { try read(altered) }
    } else {
      #expect(throws: Never.self) { try read(altered) }
    }
  }

  @Test(
    "what is no object of safe JSON is refused",
    arguments: [
      "", "{", "[]", "1", "null", text + "\n", " " + text, text + text, "\u{FEFF}" + text,
      #"{"v":1,"v":1}"#, #"{"v":1,"\u0000":0}"#, String(repeating: "[", count: 5000),
    ])
  func noObject(_ text: String) {
    #expect(throws: FormFault.self) { try read(text) }
  }

  @Test("too many bytes, questions or numbers are refused, before or after being parsed")
  func tooMuch() {
    let padding = String(repeating: " ", count: BadgeRequest.largest)
    #expect(throws: FormFault.tooLarge(65_536)) { try read(padding + Self.text) }
    var request = Self.small
    request.attempt.drawn = (0..<1001).map { DrawnQuestion(question: "Q\($0)", order: []) }
    request.attempt.answers = [:]
    #expect(throws: FormFault.malformed("questions")) { try request.written() }
    request.attempt.drawn = [DrawnQuestion(question: "Q", order: Array(1...101))]
    #expect(throws: FormFault.malformed("question 1 : ordre")) { try request.written() }
    request.attempt.drawn = (0..<1000).map {
      DrawnQuestion(question: "Q\($0)", order: Array(1...90))
    }
    #expect(throws: FormFault.tooLarge(65_536)) { try request.written() }
    request.attempt.drawn = []
    #expect(throws: FormFault.malformed("questions")) { try request.written() }
  }

  @Test("an answer to a question that was not drawn is not left out in silence")
  func stray() {
    var request = Self.small
    request.attempt.answers["RU02-001"] = [1]
    #expect(throws: FormFault.malformed("reponse")) { try request.written() }
  }

  @Test("a name or an address past its bound is refused when it is written")
  func longTexts() {
    var request = Self.small
    for recipient: RecipientChoice in [
      .displayedName(String(repeating: "a", count: 101)), .displayedName(""),
      .displayedName("a" + String(repeating: "\u{301}", count: 200)),
      .email(String(repeating: "a", count: 253) + "@b"), .email("@"), .email("a\u{A0}b@c"),
    ] {
      request.recipient = recipient
      #expect(throws: FormFault.self) { try request.written() }
    }
  }

  @Test("twenty thousand random alterations never trap, and what is read is what was written")
  func random() {
    var random = SplitMix64(seed: 4)
    let bytes = Array(Self.text.utf8)
    for _ in 0..<20_000 {
      var altered = bytes
      for _ in 0...Int(random.next() % 3) {
        let place = Int(random.next() % UInt64(altered.count))
        switch random.next() % 3 {
        case 0: altered[place] = UInt8(truncatingIfNeeded: random.next())
        case 1: altered.remove(at: place)
        default: altered.insert(bytes[Int(random.next() % UInt64(bytes.count))], at: place)
        }
      }
      guard let request = try? BadgeRequest(reading: altered) else { continue }
      #expect((try? request.written()) == altered)
    }
  }

  @Test("a fault is said in French, with nothing from the file but visible ASCII")
  func sentences() {
    let faults: [FormFault] = [
      .tooLarge(65_536), .notJSON(JSONError(.badNumber, at: 0)), .notAnObject, .otherFormat(9),
      .missing("x"), .unknown("\u{1B}[2J\u{202E}" + String(repeating: "é", count: 900) + "fin"),
      .malformed("x"), .repeatedQuestion("x"), .notCanonical, .privateKey, .weakKey,
    ]
    for fault in faults {
      #expect(fault.sentence.hasSuffix("."))
      #expect(fault.advice.hasSuffix("."))
      #expect(fault.sentence.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x202E })
      #expect(fault.sentence.count < 120)
    }
    #expect(faults[5].sentence == "Le champ « [2Jfin » n’est pas prévu.")
  }
}
