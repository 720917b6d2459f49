import Course
import JSON
import Reports
import Testing

@Suite("The completion record's file")
struct CompletionRecordFileTests {
  @Test("the test's own SHA-256 is the standard's", arguments: digests)
  func digest(text: String, start: String) {
    let digest = sha256(Array(text.utf8)).prefix(8)
    #expect(digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() == start)
  }

  @Test("what is hashed is the canonical JSON of the five other keys, and nothing else")
  func canonicalBytes() throws {
    var hashed: [[UInt8]] = []
    let text = """
      { "version": "1.2", "empreinte": "E-0001020304050607", "date": "2026-11-21",
        "modalite": "en autonomie", "parcours": "ia-generative", "identifiant": "00123" }
      """
    let read = try CompletionRecordFile.read(Array(text.utf8)) {
      hashed.append($0)
      return Array(0..<32)
    }
    let expected =
      #"{"date":"2026-11-21","identifiant":"00123","modalite":"en autonomie","#
      + #""parcours":"ia-generative","version":"1.2"}"#
    #expect(hashed.map { String(decoding: $0, as: UTF8.self) } == [expected])
    #expect(read.fingerprint == "E-0001020304050607")
  }

  @Test("records made by another program are read", arguments: foreign)
  func foreignRecords(text: String, expected: CompletionRecord) throws {
    let value = try JSON(parsing: text)
    for bytes in [Array(text.utf8), Array(value.pretty.utf8), value.canonical] {
      #expect(try CompletionRecordFile.read(bytes, hash: sha256) == expected)
    }
  }

  @Test("the fingerprint of a record's value is the one its file bears")
  func fingerprintOfValue() throws {
    let record = record("0x1F", version: "2.1", how: .supervised)
    #expect(try CompletionRecordFile.read(file(record), hash: sha256) == record)
  }

  @Test(
    "a key beyond the six is refused, whatever it is",
    arguments: [
      "score", "reponses", "nom", "Identifiant", "empreinte2", "",
    ])
  func extraKey(key: String) {
    var members = object(record("123"))
    members[key] = "x"
    #expect(throws: RecordFault.unknownKey(key)) { try read(JSON.object(members)) }
  }

  @Test("each of the six keys must be there", arguments: CompletionRecord.keys)
  func missingKey(key: String) {
    var members = object(record("123"))
    members[key] = nil
    #expect(throws: RecordFault.missingKey(key)) { try read(JSON.object(members)) }
  }

  @Test("each value must be a text of at most 200 characters", arguments: CompletionRecord.keys)
  func badText(key: String) {
    for value in [.null, 123, ["x"], .string(String(repeating: "é", count: 201))] as [JSON] {
      var members = object(record("123"))
      members[key] = value
      #expect(throws: RecordFault.badText(key: key)) { try read(JSON.object(members)) }
    }
  }

  @Test("a changed fact is seen", arguments: changes)
  func changed(key: String, value: String) {
    var members = object(record("123"))
    members[key] = .string(value)
    #expect(throws: RecordFault.damaged) { try read(JSON.object(members)) }
  }

  @Test(
    "facts that make no sense are refused, even with their true fingerprint",
    arguments: senselessFacts)
  func senseless(key: String, value: String, fault: RecordFault) {
    var members = object(record("123"))
    members[key] = .string(value)
    members["empreinte"] = .string(trueFingerprint(members))
    #expect(throws: fault) { try read(JSON.object(members)) }
  }

  @Test(
    "a fingerprint is E- and sixteen lower-case digits",
    arguments: [
      "", "E-", "e-9c1f9c1f9c1f9c1f", "E-9C1F9C1F9C1F9C1F", "9c1f9c1f9c1f9c1f",
      "E-9c1f9c1f9c1f9c1", "E-9c1f9c1f9c1f9c1f0", "E-9c1f9c1f9c1f9c1g",
    ])
  func fingerprintShape(text: String) {
    var members = object(record("123"))
    members["empreinte"] = .string(text)
    #expect(throws: RecordFault.badFingerprint) { try read(JSON.object(members)) }
  }

  @Test(
    "what is no record is refused",
    arguments: [
      "[]", "null", "\"fiche\"", "12", "",
      #"{"identifiant":"1","identifiant":"2"}"#, "{\"identifiant\":\"a\u{7}b\"}", "PK\u{3}\u{4}",
    ])
  func noRecord(text: String) {
    #expect(throws: RecordFault.self) { try read(Array(text.utf8)) }
  }

  @Test("a hash that gives nothing attests nothing")
  func uselessHash() {
    let bytes = file(record("123"))
    #expect(throws: RecordFault.damaged) { try CompletionRecordFile.read(bytes) { _ in [] } }
  }

  @Test("no truncation of a record is a record")
  func truncations() {
    let bytes = JSON.object(object(record("123"))).canonical
    for length in 0..<bytes.count {
      #expect(throws: RecordFault.self) { try read(Array(bytes[..<length])) }
    }
  }

  @Test("no single flipped bit passes for another record")
  func flips() throws {
    let record = record("123")
    let bytes = file(record)
    var refused = 0
    for place in bytes.indices {
      for bit in 0..<8 {
        var flipped = bytes
        flipped[place] ^= 1 << bit
        guard let read = try? read(flipped) else {
          refused += 1
          continue
        }
        #expect(read == record, "octet \(place), bit \(bit)")
      }
    }
    #expect(refused > bytes.count * 7)
  }

  @Test("64 KiB are read, one byte more is not")
  func size() throws {
    let bytes = file(record("123"))
    let padding = [UInt8](repeating: 0x20, count: CompletionRecordFile.largest - bytes.count)
    #expect(try read(bytes + padding) == record("123"))
    #expect(throws: RecordFault.tooLarge) { try read(bytes + padding + [0x20]) }
  }

  @Test("every fault says something French, without showing the file's values")
  func sentences() {
    let faults: [RecordFault] = [
      .notRegular, .tooLarge, .unreadable, .notJSON(JSONError(.notUTF8, at: 3)), .notAnObject,
      .missingKey("date"), .unknownKey("sco\u{1B}[31mre"), .badText(key: "version"), .badDate,
      .badModality, .badFingerprint, .damaged,
    ]
    for sentence in faults.map(\.sentence) {
      #expect(sentence.hasSuffix(".") && sentence.first?.isUppercase == true)
      #expect(!sentence.unicodeScalars.contains("\u{1B}"))
    }
    #expect(Set(faults.map(\.sentence)).count == faults.count)
  }
}

private func read(_ value: JSON) throws(RecordFault) -> CompletionRecord {
  try read(value.bytes)
}

private func read(_ bytes: [UInt8]) throws(RecordFault) -> CompletionRecord {
  try CompletionRecordFile.read(bytes, hash: sha256)
}

private func trueFingerprint(_ members: JSONObject) -> String {
  var facts = members
  facts["empreinte"] = nil
  let digest = sha256(JSON.object(facts).canonical).prefix(8)
  return "E-" + digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}

/// Written by Python's json and hashlib.
private let foreign: [(text: String, expected: CompletionRecord)] = [
  (
    #"{"identifiant": "00123", "parcours": "ia-generative", "version": "1.2", "#
      + #""date": "2026-11-21", "modalite": "en autonomie", "empreinte": "E-a3e594947a848d9f"}"#,
    CompletionRecord(
      identifier: "00123", course: "ia-generative", version: "1.2",
      day: Day(iso: "2026-11-21") ?? Day(number: 0), how: .alone,
      fingerprint: "E-a3e594947a848d9f")
  ),
  (
    #"{"identifiant": " \u00c9lo\t\u00efse\u0007\u202e7", "#
      + #""parcours": "ia \"g\u00e9n\u00e9rative\"\\", "version": "1.10", "date": "2026-01-02", "#
      + #""modalite": "en atelier encadr\u00e9", "empreinte": "E-553c828ea2a8e2bd"}"#,
    CompletionRecord(
      identifier: "Éloïse7", course: #"ia "générative"\"#, version: "1.10",
      day: Day(iso: "2026-01-02") ?? Day(number: 0), how: .supervised,
      fingerprint: "E-553c828ea2a8e2bd")
  ),
]

private let senselessFacts: [(key: String, value: String, fault: RecordFault)] = [
  ("date", "21/11/2026", RecordFault.badDate), ("date", "2026-02-30", .badDate),
  ("date", "", .badDate), ("modalite", "en Autonomie", .badModality),
  ("identifiant", " \u{7}\u{200B} ", .badText(key: "identifiant")),
  ("parcours", "", .badText(key: "parcours")), ("version", "\t", .badText(key: "version")),
]

private let digests: [(text: String, start: String)] = [
  ("", "e3b0c44298fc1c14"), ("abc", "ba7816bf8f01cfea"),
  (String(repeating: "a", count: 119), "31eba51c313a5c08"),
]

private let changes: [(key: String, value: String)] = [
  ("identifiant", "124"), ("parcours", "ib"), ("version", "1.1"), ("date", "2026-11-22"),
  ("modalite", "en atelier encadré"),
]
