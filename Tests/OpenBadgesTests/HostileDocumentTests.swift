import JSON
import OpenBadges
import Testing

@Suite("Documents altered at random") struct HostileDocumentTests {
  /// What a forger might put anywhere.
  private static let intruders: [JSON] = [
    .null, true, 0, -1, 1e300, .double(.nan), .integer(.max), .integer(.min), "", "_:a", "urn:a",
    "@id",
    "\u{0}", "did:key:z6Mk", [], [[]], [.null], [:], ["id": "_:a"], ["@value": "x"],
    ["@context": [:]],
    ["@context": "https://www.w3.org/ns/credentials/v2"], ["type": "DataIntegrityProof"],
    ["type": ["Achievement", "Result"]], ["proof": ["proof": []]],
  ]

  /// The same value with something else at one place, or the same thing twice, or one key more.
  private static func altered(_ value: JSON, _ draw: inout Draw) -> JSON {
    let intruder = intruders[draw.number(below: intruders.count)]
    switch value {
    case .object(var object) where !object.isEmpty && draw.number(below: 8) > 0:
      let key = object.keys[draw.number(below: object.count)]
      switch draw.number(below: 6) {
      case 0: object[["@graph", "@id", "name", "", key + " "][draw.number(below: 5)]] = intruder
      case 1: object["\(draw.number(below: 9))"] = object[key]
      case 2: object[key] = nil
      default: object[key] = object[key].map { altered($0, &draw) }
      }
      return .object(object)
    case .array(var elements) where !elements.isEmpty && draw.number(below: 8) > 0:
      let place = draw.number(below: elements.count)
      elements[place] = altered(elements[place], &draw)
      if draw.number(below: 4) == 0 { elements.append(elements[place]) }
      return .array(elements)
    default: return intruder
    }
  }

  @Test("whatever is put anywhere, the answer is a form or a reason, and never that it holds")
  func alterations() throws {
    var draw = Draw(state: 0xB5_297A_4D3F_84D5)
    var (forms, reasons) = (0, 0)
    for suite in DataIntegrity.Suite.allCases {
      let document = try Sealed.document(suite)
      let canonical = try LinkedData.canonical(document)
      for _ in 0..<500 {
        let altered = Self.altered(document, &draw)
        do throws(LinkedDataError) {
          let other = try LinkedData.canonical(altered)
          forms += 1
          guard other != canonical else { continue }
        } catch {
          reasons += 1
          #expect(error.path.isEmpty || error.path.hasPrefix("/"))
          #expect(!error.sentence.isEmpty)
        }
        // JCS lets contexts follow; only the proofs themselves may be written otherwise.
        if altered.with("proof", nil).canonical != document.with("proof", nil).canonical,
          (try? Sealed.check(altered)) != nil
        {
          #expect(altered["@context"] != document["@context"], "\(altered.text)")
        }
      }
    }
    #expect(forms > 30)
    #expect(reasons > 300)
  }

  @Test("a member written twice is refused before anything is read")
  func duplicates() throws {
    let text = try Sealed.document().text
    let twice = text.replacing("\"name\":", with: "\"name\":\"Autre\",\"name\":")
    #expect(throws: JSONError.self) { try JSON(parsing: twice) }
  }
}
