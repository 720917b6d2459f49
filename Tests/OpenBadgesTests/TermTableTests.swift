import JSON
import OpenBadges
import Testing

@Suite("Closed tables of terms") struct TermTableTests {
  private static let files = [
    ("https://www.w3.org/ns/credentials/v2", "w3c-credentials-v2.jsonld"),
    (
      "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json", "ob-v3p0-context-3.0.3.json"
    ),
    (
      "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json", "ob-v3p0-context-3.0.2.json"
    ),
    ("https://purl.imsglobal.org/spec/ob/v3p0/extensions.json", "ob-v3p0-extensions.json"),
  ]

  @Test(
    "each table says what the context file says, no more and no less",
    .enabled(if: Shared.isThere, Shared.absence), arguments: files)
  func comparison(_ url: String, _ file: String) throws {
    let context = try #require(try Shared.json("contexts/" + file)["@context"]?.object)
    let expected = lines(context, url + " ", in: context)
    let table = Vocabulary.pinned.listing.filter { $0.hasPrefix(url + " ") }
    #expect(table.sorted() == expected.sorted())
    #expect(expected.count > 2)
  }

  @Test("the tables cover four contexts and nothing else")
  func contexts() {
    let urls = Set(Vocabulary.pinned.listing.compactMap { $0.split(separator: " ").first })
    #expect(urls == Set(TermTableTests.files.map { Substring($0.0) }))
  }

  /// The lines of a context, whose capitals mark the types.
  private func lines(_ context: JSONObject, _ place: String, in root: JSONObject) -> [String] {
    context.members.flatMap { name, value -> [String] in
      guard !name.hasPrefix("@"), value != "@id", value != "@type" else { return [] }
      let term = value.object ?? JSONObject([("@id", value)])
      var iri = term["@id"]?.string ?? ""
      // An alias of a type defined beside it.
      iri = root[iri]?["@id"]?.string ?? iri
      let inner = term["@context"]?.object.map { lines($0, "\(place)\(name)/", in: root) } ?? []
      if name.first?.isUppercase == true || name.first?.isNumber == true {
        return ["\(place)\(name) <\(iri)> type"] + inner
      }
      let isolates = term["@context"] == .null ? " null" : ""
      let coercion = term["@type"]?.string ?? "-"
      let container = term["@container"]?.string ?? "-"
      return ["\(place)\(name) <\(iri)> \(coercion) \(container)\(isolates)"] + inner
    }
  }

  @Test("where two contexts may meet, they define no word differently")
  func agreement() {
    let lines = Vocabulary.pinned.listing.map { $0.split(separator: " ") }
    let older = "context-3.0.2.json"
    for version in [older, "context-3.0.3.json"] {
      let kept = lines.filter { $0[0].hasSuffix(version) || !$0[0].contains("/context-") }
      // Words known everywhere, against those that a type or a property adds to them.
      let base = kept.filter { !$0[1].contains("/") }
      for line in kept {
        let name = line[1].split(separator: "/").last
        // A property may redefine words for its values, as `cnf` does.
        guard line[1] != "cnf/kid" else { continue }
        for other in base where other[1] == name {
          #expect(other.dropFirst(2) == line.dropFirst(2))
        }
      }
    }
  }

  @Test("no place has two words for one property, which would hide repeats")
  func injective() {
    let places = Vocabulary.pinned.listing.map { $0.split(separator: " ") }
      .filter { $0.count > 3 && $0[3] != "type" }
    for (place, words) in Dictionary(
      grouping: places,
      by: { line in
        "\(line[0]) \(line[1].split(separator: "/").dropLast().joined(separator: "/"))"
      })
    {
      #expect(Set(words.map { $0[2] }).count == words.count, "\(place)")
    }
  }
}
