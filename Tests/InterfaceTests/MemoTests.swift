import Course
import Display
import Interface
import Testing

@Suite("The memo")
struct MemoTests {
  private static func lines(_ course: Course) throws -> [String] {
    Linear.lines(reading: try Memo.document(course), width: 66)
  }

  @Test("holds on a page: 60 lines of 66 columns at most, with the shipped content")
  func onePage() throws {
    let lines = try Self.lines(try ShippedCourse.course())
    #expect(lines.count <= 60, "\(lines.count) lines")
    #expect(lines.filter { $0.columns > 66 } == [])
  }

  @Test("says each principle by its title and its first sentence, in the order of the file")
  func principles() throws {
    let course = try ShippedCourse.course()
    let said = try Self.lines(course).joined(separator: " ")
    var rest = said[...]
    for term in try course.principles() where term.key != "SANDI" {
      let title = try #require(term.title)
      let range = rest.ranges(of: "\(term.key). \(title). \(term.gist)").first
      #expect(range != nil, "\(term.key)")
      if let range { rest = rest[range.upperBound...] }
    }
  }

  @Test("says the five questions of SANDI, and whom to ask here")
  func method() throws {
    let course = try ShippedCourse.course()
    let said = try Self.lines(course).joined(separator: " ")
    let words = said.split { !$0.isLetter }
    for word in ["Source", "Auteur", "Nature", "Date", "Intention"] {
      #expect(words.contains { $0 == word }, "\(word)")
    }
    let sandi = try #require(try course.principles().first { $0.key == "SANDI" })
    let questions = sandi.text.compactMap { block -> Int? in
      if case .list(_, let items) = block { items.count } else { nil }
    }
    #expect(questions == [5])
    for (label, variable) in [
      ("Outil autorisé", "outil_autorise"), ("Usages exclus", "liste_usages_interdits"),
      ("Règle locale", "charte"), ("Données", "dpo_contact"), ("Aide", "guichet_numerique"),
      ("IA", "referent_ia"),
    ] {
      #expect(said.contains("\(label) : \(course.variables[variable] ?? "?")"), "\(label)")
    }
    // A line may end at the hyphen of the licence.
    #expect(said.contains("Intitulés RU01 à RU09 : Ville de Rennes / Rennes Métropole, CC BY-"))
    #expect(said.hasSuffix("SA 4.0."))
  }

  @Test("a local value that is missing leaves no empty line of its own")
  func missing() throws {
    let lines = try Self.lines(try SampleCourse.course())
    #expect(
      lines == [
        "Mémo : l’usage éclairé de l’IA générative.",
        "RU04. Je ne transmets pas d'informations personnelles. Je garde",
        "les personnes hors de mes demandes.", "", "Ici, je m’adresse à.",
        "Données : dpo@ville.example", "IA : ia@ville.example",
        "Intitulés RU01 à RU09 : Ville de Rennes / Rennes Métropole, CC BY-", "SA 4.0.",
      ])
  }

  @Test("only the first sentence of a principle is said")
  func gist() throws {
    var files = SampleCourse.files
    files["principes.md"] =
      "# P\n\n## RU01\n<!--\ntitre : Je juge\n-->\nUn pas. Un autre.\n\nUn troisième.\n\n## SANDI\n<!--\ntitre : Cinq questions\n-->\nUn mot d’abord.\n\n- Source ?\n- Actualité ?\n"
    let course = try Course(ContentFiles(files.mapValues { Array($0.utf8) }))
    let lines = try Self.lines(course)
    #expect(
      lines[1..<6] == [
        "RU01. Je juge. Un pas.", "", "SANDI. Cinq questions.", "- Source ?", "- Actualité ?",
      ])
  }

  @Test("faulty principles are thrown")
  func faulty() throws {
    var files = SampleCourse.files.mapValues { Array($0.utf8) }
    files["principes.md"] = Array("# P\n\n## RU01\n".utf8)
    let course = try Course(ContentFiles(files))
    let error = #expect(throws: ContentError.self) { try Memo.document(course) }
    #expect(error?.place == Place(file: "principes.md", line: 3))
  }
}
