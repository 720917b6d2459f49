import JSON
import OpenBadges
import Testing

@Suite("Documents without canonical form") struct LinkedRefusalTests {
  @Test(
    "what a signature would not cover is refused, with its place",
    arguments: [
      (["foo": 1], .unknownTerm("foo"), "/foo"),
      (["credentialSubject": "urn:x"], .unknownTerm("credentialSubject"), "/credentialSubject"),
      (
        ["type": "VerifiableCredential", "issuanceDate": "x"], .unknownTerm("issuanceDate"),
        "/issuanceDate"
      ),
      (["Achievement": "x"], .unknownTerm("Achievement"), "/Achievement"),
      (
        ["https://schema.org/name": "x"], .unknownTerm("https://schema.org/name"),
        "/https:~1~1schema.org~1name"
      ),
      (["schema:name": "x"], .unknownTerm("schema:name"), "/schema:name"),
      (["\u{212A}id": "urn:x"], .unknownTerm("\u{212A}id"), "/\u{212A}id"),
      (["": "x"], .unknownTerm(""), "/"), (["a~b": 1], .unknownTerm("a~b"), "/a~0b"),
      (["type": "Badge"], .unknownType("Badge"), "/type"),
      (["type": ["Profile", "name"]], .unknownType("name"), "/type"),
      (["type": "https://example.org/T"], .unknownType("https://example.org/T"), "/type"),
      (["type": 3], .unexpectedValue, "/type"), (["type": .null], .unexpectedValue, "/type"),
      (["type": ["id": "urn:x"]], .unexpectedValue, "/type"),
      (["@graph": []], .keyword("@graph"), "/@graph"), (["@id": "urn:x"], .keyword("@id"), "/@id"),
      (["@included": []], .keyword("@included"), "/@included"),
      (["alignment": [["@type": "x"]]], .keyword("@type"), "/alignment/0/@type"),
      (["@vocab": "urn:"], .keyword("@vocab"), "/@vocab"),
      (["name": .null], .null, "/name"), (["name": ["a", .null]], .null, "/name/1"),
      (["name": [["a"]]], .nestedArray, "/name/0"),
      (["image": 3], .unexpectedValue, "/image"), (["image": true], .unexpectedValue, "/image"),
      (["url": ["id": "urn:x"]], .unexpectedValue, "/url"),
      (["name": 9_007_199_254_740_992], .number, "/name"),
      (["name": -9_007_199_254_740_993], .number, "/name"), (["name": 1e21], .number, "/name"),
      (["name": .double(.nan)], .number, "/name"), (["name": .double(.infinity)], .number, "/name"),
      (["type": "VerifiableCredential", "proof": "urn:p"], .unexpectedValue, "/proof"),
      (
        ["type": "DataIntegrityProof", "proofPurpose": "assertion"], .unknownTerm("assertion"),
        "/proofPurpose"
      ),
      (
        ["type": "ResultDescription", "allowedValue": ["A", ["B"]]], .nestedArray, "/allowedValue/1"
      ),
      (["type": "ResultDescription", "allowedValue": .null], .null, "/allowedValue/0"),
      (["name": ["@value": 1]], .unexpectedValue, "/name/@value"),
      (["name": ["@value": "x", "@type": "x"]], .keyword("@type"), "/name/@type"),
      (["name": ["@value": "x", "@direction": "ltr"]], .keyword("@direction"), "/name/@direction"),
      (["name": ["@value": "x", "@language": "FR"]], .languageTag, "/name/@language"),
      (["name": ["@value": "x", "@language": ""]], .languageTag, "/name/@language"),
      (["name": ["@value": "x", "@language": "fr> ."]], .languageTag, "/name/@language"),
      (["image": ["@value": "x"]], .keyword("@value"), "/image/@value"),
      (["type": ["Achievement", "Result"]], .conflictingTypes("resultDescription"), "/type"),
    ] as [(JSON, LinkedDataError.Reason, String)])
  func refused(_ members: JSON, _ reason: LinkedDataError.Reason, _ path: String) {
    #expect(Linked.refusal(members) == LinkedDataError(reason, path: path))
  }

  @Test(
    "an identifier is a whole IRI and nothing else",
    arguments: [
      "", "x", "badges/1", "/badges/1", "#cle", "?a", "//ville.example/x", "1a:b", ":b", "-a:b",
      "é:x",
      "urn:a b", "urn:a\nb", "urn:<x>", "urn:\"", "urn:{x}", "urn:a|b", "urn:a^b", "urn:`",
      "urn:a\\b",
      "urn:\u{0}", "urn:\u{7F}", "urn:\u{80}", "urn:\u{9F}", "urn:\u{202E}x", "urn:\u{200F}",
      "urn:\u{E000}", "urn:\u{FFFF}", "urn:\u{1FFFE}", "urn:\u{E0001}", " urn:a", "urn:a ",
      "_:", "_:a b", "_:a>b", "_:é", "_", "a_b:c",
    ])
  func identifiers(_ text: String) {
    let expected = LinkedDataError(.badIdentifier, path: "/id")
    #expect(Linked.refusal(["id": .string(text), "name": "x"]) == expected)
    #expect(Linked.refusal(["image": .string(text)])?.reason == .badIdentifier)
  }

  @Test(
    "any scheme and any letter make an identifier",
    arguments: [
      "a:", "urn:uuid:1", "https://école.example/é?a=b#c[1]", "did:key:z6Mk#z6Mk", "mailto:a@b.fr",
      "data:image/png;base64,iVBORw0KGgo=", "x+y-z.1:%20'()*,;!$&", "urn:\u{A0}\u{FDF0}\u{1F600}",
    ])
  func accepted(_ text: String) throws {
    #expect(
      try Linked.lines(["id": .string(text), "name": "x"]) == [
        "<\(text)> <https://schema.org/name> \"x\" ."
      ])
  }

  @Test(
    "contexts are addresses of the pinned files, where they may stand",
    arguments: [
      (.null, .unexpectedValue, "/@context"), (3, .unexpectedValue, "/@context"),
      ([:], .inlineContext, "/@context"), ([["name": "urn:x"]], .inlineContext, "/@context/0"),
      (
        ["https://www.w3.org/ns/credentials/v2", ["@vocab": "urn:"]], .inlineContext, "/@context/1"
      ),
      ([], .missingContext, ""),
      (
        "https://www.w3.org/2018/credentials/v1",
        .unknownContext("https://www.w3.org/2018/credentials/v1"), "/@context"
      ),
      (
        "https://www.w3.org/ns/credentials/v2#",
        .unknownContext("https://www.w3.org/ns/credentials/v2#"), "/@context"
      ),
      (
        "HTTPS://www.w3.org/ns/credentials/v2",
        .unknownContext("HTTPS://www.w3.org/ns/credentials/v2"), "/@context"
      ),
      (
        [
          "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
          "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json",
        ], .misplacedContext, "/@context/1"
      ),
    ] as [(JSON, LinkedDataError.Reason, String)])
  func contexts(_ value: JSON, _ reason: LinkedDataError.Reason, _ path: String) {
    let error = #expect(throws: LinkedDataError.self) {
      try LinkedData.canonical(["@context": value, "name": "x"])
    }
    #expect(error == LinkedDataError(reason, path: path))
  }

  @Test("no context is known without being named, and none is added below a property's own words")
  func places() {
    #expect(throws: LinkedDataError(.missingContext)) { try LinkedData.canonical(["name": "x"]) }
    let nested = Linked.refusal(["cnf": ["@context": Linked.contexts, "kid": "urn:k"]])
    #expect(nested == LinkedDataError(.misplacedContext, path: "/cnf/@context"))
    let older: JSON = ["@context": "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json"]
    #expect(Linked.refusal(["alignment": older])?.reason == .misplacedContext)
  }

  @Test("a context may be named again below, and add its types there")
  func again() throws {
    let document: JSON = [
      "@context": "https://www.w3.org/ns/credentials/v2", "id": "urn:a",
      "type": "VerifiableCredential",
      "evidence": ["@context": Linked.contexts, "id": "urn:e", "type": "Evidence", "genre": "x"],
    ]
    #expect(try LinkedData.canonical(document).split(separator: 0x0A).count == 4)
    let above = document.with("genre", "x")
    #expect(throws: LinkedDataError(.unknownTerm("genre"), path: "/genre")) {
      try LinkedData.canonical(above)
    }
  }

  @Test(
    "anything but an object is refused",
    arguments: [.null, 1, "x", [], [["id": "urn:x"]]] as [JSON])
  func roots(_ document: JSON) {
    #expect(throws: LinkedDataError(.unexpectedValue)) { try LinkedData.canonical(document) }
  }

  @Test("sixty-four levels of objects are read, one more is refused, thousands too")
  func depth() throws {
    func nested(_ levels: Int) -> JSON {
      (1..<levels).reduce(Linked.document(["name": "x"])) { inner, _ in
        Linked.document(["endorsement": inner.with("@context", nil)])
      }
    }
    #expect(try LinkedData.canonical(nested(64)).split(separator: 0x0A).count == 64)
    for levels in [65, 400] {
      let error = #expect(throws: LinkedDataError.self) { try LinkedData.canonical(nested(levels)) }
      #expect(error?.reason == .tooDeep)
    }
  }

  @Test("an absolute flood of values is refused by weight, not by patience")
  func weight() {
    let long = "urn:" + String(repeating: "x", count: 60_000)
    let tags = JSON.array((0..<400).map { JSON.integer($0) })
    #expect(
      Linked.refusal(["id": .string(long), "type": "Achievement", "tag": tags])?.reason == .tooLarge
    )
  }

  @Test("a type repeated thousands of times counts once")
  func repeatedTypes() throws {
    let types = JSON.array(Array(repeating: "Profile", count: 20_000))
    let clock = ContinuousClock()
    let start = clock.now
    #expect(try Linked.lines(["id": "urn:a", "type": types]).count == 1)
    let time = clock.now - start
    #expect(time < .seconds(10))
  }

  @Test("each reason has a French sentence that names the place and hides no character")
  func sentences() {
    let reasons: [LinkedDataError.Reason] = [
      .unknownTerm("fo\u{202E}o\n"), .unknownType("T"), .unknownContext("urn:x"), .inlineContext,
      .missingContext, .misplacedContext, .conflictingTypes("x"), .keyword("@graph"),
      .badIdentifier,
      .unexpectedValue, .null, .nestedArray, .number, .languageTag, .tooDeep, .tooLarge,
      .tooSymmetric,
    ]
    for reason in reasons {
      let sentence = LinkedDataError(reason, path: "/a/b\u{1B}").sentence
      #expect(sentence.contains("Endroit\u{A0}: /a/b."))
      #expect(!sentence.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
      #expect(!LinkedDataError(reason).sentence.contains("Endroit"))
    }
    let long = LinkedDataError(.unknownTerm(String(repeating: "x", count: 5000))).sentence
    #expect(long.count < 200)
  }
}
