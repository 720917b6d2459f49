import JSON
import OpenBadges
import Testing

@Suite("Reports") struct ReportTests {
  @Test("the report of a valid badge, for a program")
  func json() throws {
    let report = try Samples.report(Samples.token())
    let did = try Samples.key().did.text
    let expected: JSON = [
      "verdict": "Badge valable, émetteur reconnu.", "code": 0,
      "controles": [
        ["nom": "structure", "etat": "respecte"], ["nom": "preuve", "etat": "respecte"],
        ["nom": "emetteur", "etat": "respecte"], ["nom": "dates", "etat": "respecte"],
        [
          "nom": "destinataire", "etat": "non-controle", "raison": "sans-courriel",
          "phrase": "Aucun courriel n’a été donné pour la comparaison.",
        ],
        [
          "nom": "statut", "etat": "non-controle", "raison": "sans-statut",
          "phrase": "Ce badge n’annonce pas de liste de retraits.",
        ],
      ],
      "empreinte": .string(try #require(report.fingerprint).text),
      "faits": [
        "identifiant": "urn:uuid:9d2f5b1c-1111-4222-8333-444455556666",
        "badge": "IA générative : usage éclairé — Découverte", "emetteur": .string(did),
        "nomEmetteur": "Ville d’Exemple", "reconnuComme": "Notre ville",
        "valableDu": "2026-11-21T09:12:33Z", "valableJusquAu": "2028-11-20T09:12:33Z",
        "titulaire": "Camille Le Goff", "sujet": "urn:uuid:0a1b2c3d-aaaa-4bbb-8ccc-ddddeeeeffff",
        "preuves": ["Parcours version 3, terminé le 21 novembre 2026, en autonomie."],
      ],
    ]
    #expect(report.json == expected)
  }

  @Test("the report of a refused badge says why, and nothing of what it holds")
  func refused() throws {
    let report = try Samples.report(Samples.token() + "=")
    #expect(report.json["code"] == 1)
    #expect(report.json["faits"] == nil)
    #expect(report.json["empreinte"] == nil)
    #expect(!report.json.text.contains("Camille"))
    #expect(report.json["controles"]?[0]?["etat"] == "echoue")
    #expect(report.json["controles"]?[0]?["raison"] == "jeton-base64")
    #expect(report.json["controles"]?[1]?["raison"] == "point-precedent")
  }

  @Test("facts are stripped of what could trick a terminal")
  func cleaned() throws {
    let evil = "\u{1B}]0;x\u{7}\u{202E}Ville\u{2028}\u{0}"
    let text = JSON.string(evil)
    let payload = try Forge.payload().with(["issuer", "name"], text)
      .with(["credentialSubject", "achievement", "name"], text)
      .with("evidence", [["type": "Evidence", "narrative": text]])
      .with(
        ["credentialSubject", "identifier"],
        [["type": "IdentityObject", "hashed": false, "identityType": "name", "identityHash": text]])
    let facts = try #require(try Samples.report(Forge.token(nil, payload)).facts)
    let clean = "]0;xVille "
    #expect(facts.issuerName == clean)
    #expect(facts.name == clean)
    #expect(facts.evidence == [clean])
    #expect(facts.holder == .name(clean))
  }

  @Test(
    "what is said of the holder, in French",
    arguments: [
      ([], "non nommé"), ([("name", false, "Camille")], "Camille"),
      ([("emailAddress", true, "sha256$00")], "courriel caché par une empreinte"),
      ([("emailAddress", false, "a@b.fr")], "a@b.fr"),
      ([("userName", false, "cam")], "désigné autrement"),
      ([("emailAddress", true, "sha256$00"), ("name", false, "Camille")], "Camille"),
      ([("name", true, "sha256$00")], "désigné autrement"),
    ] as [([(String, Bool, String)], String)])
  func holder(_ identities: [(String, Bool, String)], _ french: String) throws {
    let objects = identities.map { kind, hashed, value in
      JSON.object(
        JSONObject([
          ("type", "IdentityObject"), ("hashed", .bool(hashed)), ("identityType", .string(kind)),
          ("identityHash", .string(value)),
        ]))
    }
    let payload = try Forge.payload().with(["credentialSubject", "identifier"], .array(objects))
    let facts = try #require(try Samples.report(Forge.token(nil, payload)).facts)
    #expect(facts.holder.french == french)
  }

  @Test("the fingerprint of a badge leaves out its proof and the claims that repeat it")
  func fingerprint() throws {
    let award = try Samples.award()
    let expected = Fingerprint.of(Credential.document(award).canonical)
    #expect(try Samples.report(Samples.token(award)).fingerprint == expected)
    let inner = try Forge.payload().with("proof", ["type": "DataIntegrityProof"])
    #expect(try Samples.report(Forge.token(nil, inner)).fingerprint == expected)
    let more = try Forge.payload().with("description", "autre")
    #expect(try Samples.report(Forge.token(nil, more)).fingerprint != expected)
  }

  @Test("exit codes are those of the design, in their order")
  func codes() {
    #expect(Verdict.allCases.map(\.rawValue) == [0, 1, 2, 3, 4, 5, 6])
    #expect(
      Policy.allCases.map(\.rawValue) == [
        "structure", "preuve", "emetteur", "dates", "destinataire", "statut",
      ])
  }
}

@Suite("What people read") struct SentenceTests {
  private static let awards: [AwardRefusal] =
    AwardField.allCases.flatMap { [.empty($0), .hiddenCharacter($0), .malformed($0)] } + [
      .missingAlternativeText, .imageNotEmbedded, .dateOutOfRange, .endsBeforeItStarts,
      .issuerIsNotTheKey, .shortSalt,
    ]

  private static let trust: [TrustError.Reason] =
    [.notText, .notADocument, .notAnIssuer, .elsewhere, .twice] + KeyError.allCases.map { .key($0) }

  private static let all: [String] = [
    Flaw.allCases.map(\.sentence), Omission.allCases.map(\.sentence),
    Verdict.allCases.map(\.sentence), KeyError.allCases.map(\.sentence), awards.map(\.sentence),
    trust.map { TrustError(file: "ville.txt", reason: $0).sentence },
    [IssuingError.selfCheck(.invalid).sentence],
  ].flatMap(\.self)

  @Test("no sentence is longer than twenty words, each ends with a full stop", arguments: all)
  func length(_ text: String) {
    #expect(text.hasSuffix("."))
    for sentence in text.split(separator: ". ") {
      let words = sentence.split(separator: " ").filter { $0.contains(where: \.isLetter) }
      #expect(words.count <= 20, "\(sentence)")
    }
  }

  @Test(
    "no sentence has a straight apostrophe or a breaking space before a double mark", arguments: all
  )
  func typography(_ text: String) {
    for wrong in ["'", " :", " ;", " ?", " !", "« ", " »", "...", "  "] {
      #expect(text.firstRange(of: wrong) == nil, "\(text)")
    }
  }

  @Test("no two flaws are told in the same words, nor have the same code")
  func distinct() {
    #expect(Set(Flaw.allCases.map(\.sentence)).count == Flaw.allCases.count)
    #expect(Set(Flaw.allCases.map(\.rawValue)).count == Flaw.allCases.count)
  }

  @Test("an issuing error tells its cause")
  func causes() {
    #expect(IssuingError.award(.shortSalt).sentence == AwardRefusal.shortSalt.sentence)
    #expect(IssuingError.key(.cannotSign).sentence == KeyError.cannotSign.sentence)
  }
}
