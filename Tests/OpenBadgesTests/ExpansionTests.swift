import JSON
import OpenBadges
import Testing

/// Small documents, written around the members that matter.
enum Linked {
  static let contexts: JSON = [
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
    "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json",
  ]

  /// A document of the three contexts, with these members.
  static func document(_ members: JSON) -> JSON {
    var object = JSONObject([("@context", contexts)])
    for (key, value) in members.object?.members ?? [] { object[key] = value }
    return .object(object)
  }

  static func lines(_ members: JSON) throws -> [String] {
    let bytes = try LinkedData.canonical(document(members))
    #expect(bytes.isEmpty || bytes.last == 0x0A)
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// The objects of the lines with that property, in order.
  static func objects(_ members: JSON, _ property: String = "https://schema.org/name") throws
    -> [String]
  {
    try lines(members).compactMap { line in
      let parts = line.split(separator: " ", maxSplits: 2)
      return parts[1] == "<\(property)>" ? String(parts[2].dropLast(2)) : nil
    }
  }

  static func refusal(_ members: JSON) -> LinkedDataError? {
    #expect(throws: LinkedDataError.self) { try LinkedData.canonical(document(members)) }
  }
}

private let ob = "https://purl.imsglobal.org/spec/vc/ob/vocab.html#"

@Suite("JSON-LD by closed tables") struct ExpansionTests {
  @Test("identifiers, types, embedded and nameless objects become quads")
  func tree() throws {
    let lines = try Linked.lines([
      "id": "urn:a", "type": ["VerifiableCredential", "AchievementCredential"],
      "issuer": "did:key:z6Mk",
      "credentialSubject": [
        "type": "AchievementSubject", "identifier": [],
        "achievement": ["id": "urn:b", "type": "Achievement", "criteria": ["narrative": "Lire."]],
      ],
    ])
    let type = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
    #expect(
      lines == [
        "<urn:a> \(type) <\(ob)OpenBadgeCredential> .",
        "<urn:a> \(type) <https://www.w3.org/2018/credentials#VerifiableCredential> .",
        "<urn:a> <https://www.w3.org/2018/credentials#credentialSubject> _:c14n0 .",
        "<urn:a> <https://www.w3.org/2018/credentials#issuer> <did:key:z6Mk> .",
        "<urn:b> \(type) <\(ob)Achievement> .",
        "<urn:b> <\(ob)Criteria> _:c14n1 .",
        "_:c14n0 \(type) <\(ob)AchievementSubject> .",
        "_:c14n0 <\(ob)achievement> <urn:b> .",
        "_:c14n1 <\(ob)narrative> \"Lire.\" .",
      ])
  }

  @Test("each proof is a graph of its own, also inside an endorsement")
  func graphs() throws {
    let proof: JSON = ["type": "DataIntegrityProof", "proofPurpose": "assertionMethod"]
    let lines = try Linked.lines([
      "id": "urn:a", "type": "VerifiableCredential", "proof": [proof, proof],
      "endorsement": [["id": "urn:e", "type": "VerifiableCredential", "proof": proof]],
    ])
    #expect(lines.count { $0.contains(" <https://w3id.org/security#proof> _:c14n") } == 3)
    let purpose =
      "<https://w3id.org/security#proofPurpose> <https://w3id.org/security#assertionMethod>"
    let graphs = lines.filter { $0.contains(purpose) }.compactMap {
      $0.split(separator: " ").dropLast().last
    }
    #expect(Set(graphs).count == 3)
    #expect(graphs.allSatisfy { $0.hasPrefix("_:c14n") })
  }

  @Test("a presented credential starts again from its own contexts")
  func isolation() throws {
    let credential: JSON = [
      "@context": ["https://www.w3.org/ns/credentials/v2"], "id": "urn:c",
      "type": "VerifiableCredential", "issuer": "urn:i",
    ]
    let lines = try Linked.lines([
      "id": "urn:p", "type": "VerifiablePresentation", "verifiableCredential": credential,
    ])
    #expect(
      lines.contains("<urn:c> <https://www.w3.org/2018/credentials#issuer> <urn:i> _:c14n0 ."))
    let bare = Linked.refusal([
      "type": "VerifiablePresentation", "verifiableCredential": credential.with("@context", nil),
    ])
    #expect(bare?.reason == .missingContext)
    let foreign = Linked.refusal([
      "type": "VerifiablePresentation", "verifiableCredential": credential.with("narrative", "x"),
    ])
    #expect(foreign?.reason == .unknownTerm("narrative"))
  }

  @Test("a list keeps its order and its repeats, an empty one is the empty list")
  func lists() throws {
    let property = ob + "allowedValue"
    func lines(_ values: JSON) throws -> [String] {
      try Linked.lines(["id": "urn:r", "type": "ResultDescription", "allowedValue": values])
        .filter { !$0.contains("#type>") }
    }
    let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    #expect(try lines([]) == ["<urn:r> <\(property)> <\(rdf)nil> ."])
    #expect(try lines("A") == lines(["A"]))
    #expect(try lines(["A", "B"]) != lines(["B", "A"]))
    let twice = try lines(["A", "A"])
    #expect(twice.count { $0.contains("<\(rdf)first> \"A\"") } == 2)
    #expect(twice.count { $0.contains("<\(rdf)rest>") } == 2)
  }

  @Test(
    "values take the datatype of their word, or their own",
    arguments: [
      (["name": "Été"], "https://schema.org/name", "\"Été\""),
      (
        ["name": true], "https://schema.org/name",
        "\"true\"^^<http://www.w3.org/2001/XMLSchema#boolean>"
      ),
      (
        ["name": -3], "https://schema.org/name",
        "\"-3\"^^<http://www.w3.org/2001/XMLSchema#integer>"
      ),
      (
        ["name": 0.5], "https://schema.org/name",
        "\"5.0E-1\"^^<http://www.w3.org/2001/XMLSchema#double>"
      ),
      (
        ["name": ["@value": "Été", "@language": "fr"]], "https://schema.org/name", "\"Été\"@fr"
      ),
      (["name": ["@value": "Été"]], "https://schema.org/name", "\"Été\""),
      (
        ["type": "IdentityObject", "hashed": true], ob + "hashed",
        "\"true\"^^<https://www.w3.org/2001/XMLSchema#boolean>"
      ),
      (
        ["type": "AchievementSubject", "creditsEarned": 42], ob + "creditsEarned",
        "\"42\"^^<https://www.w3.org/2001/XMLSchema#float>"
      ),
      (
        ["awardedDate": "2026-11-21T09:12:33Z"], ob + "awardedDate",
        "\"2026-11-21T09:12:33Z\"^^<xsd:dateTime>"
      ),
      (
        ["_sd": ["b": 1, "a": [.null, "é\n"]]], "https://www.iana.org/assignments/jwt#_sd",
        #""{\"a\":[null,\"é\\n\"],\"b\":1}"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON>"#
      ),
      (
        ["url": "relative"], "https://schema.org/url",
        "\"relative\"^^<https://www.w3.org/2001/XMLSchema#anyURI>"
      ),
    ] as [(JSON, String, String)])
  func values(_ members: JSON, _ property: String, _ expected: String) throws {
    #expect(try Linked.objects(members, property) == [expected])
  }

  @Test("below a property that redefines a word, the new definition holds all the way down")
  func propertyScope() throws {
    let inner: JSON = ["kid": "urn:k", "cnf": ["name": ["kid": "urn:l"]]]
    let document: JSON = ["kid": "urn:j", "cnf": inner]
    #expect(
      try Linked.objects(document, "https://www.iana.org/assignments/jose#kid") == ["<urn:j>"])
    #expect(try Linked.objects(document, "https://www.iana.org/assignments/jwt#kid").count == 2)
  }

  @Test("the words of a type are not known to the objects below it")
  func typeScope() {
    let error = Linked.refusal([
      "type": "Profile", "phone": "1", "parentOrg": ["id": "urn:x", "phone": "2"],
    ])
    #expect(error == LinkedDataError(.unknownTerm("phone"), path: "/parentOrg/phone"))
  }

  @Test("one name is one node, wherever its members are written")
  func merging() throws {
    let apart = try Linked.lines([
      "id": "_:x", "name": "a", "endorsement": [["id": "urn:e"], ["id": "_:x", "narrative": "b"]],
    ])
    #expect(apart.count { $0.hasPrefix("_:c14n0 ") } == 4)
    #expect(apart.contains("_:c14n0 <\(ob)endorsement> _:c14n0 ."))
  }

  @Test("the older context gives its own words")
  func older() throws {
    let document: JSON = [
      "@context": [
        "https://www.w3.org/ns/credentials/v2",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json",
      ], "id": "urn:a", "image": "urn:i",
    ]
    let bytes = try LinkedData.canonical(document)
    #expect(bytes == Array("<urn:a> <\(ob)Image> <urn:i> .\n".utf8))
  }

  @Test("a document of identifiers alone has no quad")
  func nothing() throws {
    #expect(try Linked.lines(["id": "urn:a"]).isEmpty)
    #expect(try Linked.lines([:]).isEmpty)
    #expect(try Linked.lines(["id": "urn:a", "alignment": []]).isEmpty)
  }
}
