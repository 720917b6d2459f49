import Course
import Testing

@Suite struct OutlineTests {
  /// A course of three modules, each with a lesson and a bank of one question.
  private static func three() -> [String: String?] {
    var files: [String: String?] = [
      "01-essai/module.md": nil, "01-essai/1-debut.md": nil, "01-essai/scenarios.md": nil,
      "01-essai/banque.md": nil,
    ]
    let head = (Miniature.texts["parcours.md"] ?? "").split(separator: "1. [").first ?? ""
    files["parcours.md"] =
      head + (1...3).map { "\($0). [Titre \($0)](m\($0)/module.md)\n" }.joined()
    for number in 1...3 {
      files["m\(number)/module.md"] =
        "# Titre \(number)\n<!--\nidentifiant : M\(number)\nduree : \(number)\n-->\n\nUn jour.\n\n1. [Leçon](sous/1.md)\n\n## Je retiens\n\n- Je lis.\n"
      files["m\(number)/sous/1.md"] =
        "# Leçon\n<!--\nidentifiant : L\(number).1\nduree : 2\n-->\n\n## Un\n\nUn.\n"
      files["m\(number)/banque.md"] =
        "# Banque\n\n## Q-\(number)\n<!--\ntype : unique\nniveau : 1\nrefs : RU01\n-->\nLe cas numéro \(number) se présente. Que faire\u{202F}?\n\n\(Departure.sound)\n"
    }
    return files
  }

  @Test("modules, lessons and banks come in the order of their links")
  func order() throws {
    let course = try Miniature.course(Self.three())
    #expect(course.modules.map(\.id) == ["M1", "M2", "M3"])
    #expect(course.modules.map(\.minutes) == [1, 2, 3])
    #expect(
      course.modules.flatMap(\.lessons).map(\.file) == [
        "m1/sous/1.md", "m2/sous/1.md", "m3/sous/1.md",
      ])
    #expect(try course.banks().map(\.id) == ["Q-1", "Q-2", "Q-3"])
    #expect(course.modules.allSatisfy { $0.scenarioFile == nil && $0.bankFile != nil })
  }

  @Test("an identifier taken in another bank or lesson is found")
  func identifiers() {
    var files = Self.three()
    files["m3/banque.md"] = files["m2/banque.md"]?.map { $0 }
    files["m2/sous/1.md"] = files["m1/sous/1.md"]?.map { $0 }
    let found = Miniature.findings(files).filter { $0.problem.contains("déjà pris") }
    #expect(
      found.map(\.place) == [
        Place(file: "m2/sous/1.md", line: 1), Place(file: "m3/banque.md", line: 3),
      ])
  }

  @Test("a statement copied from another bank is found")
  func copied() {
    var files = Self.three()
    files["m3/banque.md"] = (files["m2/banque.md"] ?? nil)?.replacing("Q-2", with: "Q-3")
    let found = Miniature.findings(files).filter { $0.rule == "Q09" && $0.severity == .error }
    #expect(found.map(\.place) == [Place(file: "m3/banque.md", line: 3)])
  }

  @Test(
    "the map finds the title of each screen without reading the lesson",
    arguments: [
      "## Un\n\nUn.\n", "## Un\n\nUn.\n\n## Deux\n\nDeux.\n",
      "## Un\n<!--\nadmis : Q22 voulu ## ainsi\n-->\n\nUn.\n\n## Trois\n\nTrois.\n",
      "## Un\n<!-- admis : Q22 voulu -->\n\nUn # deux ## trois.\n\n   ## Deux ##\n\nDeux.\n",
      "## **Un** _et_ `deux` [trois](x.md) \\* &amp; {charte} {{x}}\n\nUn.\n",
      "## Un\u{202F}: « deux »  \nUn.\n    ## Un\n\n## \tDeux\t\n\nDeux.\n",
    ], ["\n", "\r\n", "\r"])
  func screens(body: String, end: String) throws {
    let text = "# T\n<!--\nidentifiant : L1.1\nduree : 5\n-->\n\n" + body
    let course = try Miniature.course([
      "01-essai/1-debut.md": text.replacing("\n", with: end),
      "collectivite.md": "# C\n\n## charte\n\nnotre charte\n",
    ])
    let outline = try #require(course.modules.first?.lessons.first)
    let titles = try course.lesson(outline).screens.map(\.title)
    let found = (0...titles.count + 1).map { course.screenTitle($0, of: outline) }
    #expect(found == [nil] + titles + [nil])
  }

  @Test("a course and a lesson open without a list of all the files")
  func unlisted() throws {
    let common = Miniature.files().common
    let folder = ContentFiles.Folder(
      listing: {
        Issue.record("listed")
        return []
      }, has: common.has, read: common.read)
    let course = try Course(ContentFiles(common: folder))
    let outline = try #require(course.modules.first?.lessons.first)
    #expect(try course.lesson(outline).title == outline.title)
    #expect(course.modules.first?.bankFile == "01-essai/banque.md")
  }

  @Test(
    "a lesson that the map cannot show stops the course",
    arguments: [
      "", "Rien.\n", "## Un\n\nUn.\n", "# T\n\n## Un\n\nUn.\n",
      "# T\n<!--\nidentifiant : L1.1\n-->\n\n## Un\n\nUn.\n",
      "# T\n<!--\nidentifiant : L1.1\nduree : cinq\n-->\n\n## Un\n\nUn.\n",
      "# T\n<!--\nidentifiant : L1.1\nduree : 99999999999999999999\n-->\n\n## Un\n\nUn.\n",
      "# T\n<!--\nduree : 5\n-->\n\n## Un\n\nUn.\n",
    ])
  func unshowable(text: String) {
    let error = #expect(throws: ContentError.self) {
      try Miniature.course(["01-essai/1-debut.md": text])
    }
    #expect(error?.place.file == "01-essai/1-debut.md")
    #expect(Miniature.findings(["01-essai/1-debut.md": text]).contains { $0.severity == .error })
  }

  @Test(
    "a link stays inside the folder of the content",
    arguments: [
      "../secret.md", "/etc/passwd", "https://exemple.example/m.md", "a/../../b.md", "a//b.md",
      "./module.md", "file:module.md",
    ])
  func links(address: String) {
    let parcours = (Miniature.texts["parcours.md"] ?? "")
      .replacing("01-essai/module.md", with: address)
    #expect(throws: ContentError.self) { try Miniature.course(["parcours.md": parcours]) }
    let found = Miniature.findings(["parcours.md": parcours])
    #expect(found.contains { $0.rule == "Q21" && $0.place == Place(file: "parcours.md", line: 12) })
  }

  @Test("a value may hold braces and marks of its own: they are only text")
  func inert() throws {
    let values = "# C\n\n## collectivite\n\n{charte} & <Ville> ## _x_\n"
    let error = #expect(throws: ContentError.self) {
      try Miniature.course(["collectivite.md": values])
    }
    #expect(error?.place.line == 3, "marks that would vanish are refused, not swallowed")
    let plain = values.replacing("<Ville> ## _x_", with: "Ville ## x_y")
    let course = try Miniature.course(["collectivite.md": plain])
    #expect(course.welcome.plainText == "Bienvenue à {charte} & Ville ## x_y.")
  }
}
