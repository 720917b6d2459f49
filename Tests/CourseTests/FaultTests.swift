import Course
import Testing

@Suite struct FaultTests {
  @Test("a mistake is said at its line, in French, with what to do", arguments: Fault.all)
  func found(fault: Fault) {
    let findings = Miniature.findings([fault.path: fault.text])
    let here = findings.filter {
      $0.place == Place(file: fault.path, line: fault.line) && $0.severity == .error
        && $0.description.contains(fault.word)
    }
    #expect(here.count == 1, "\(findings.map(\.description).joined(separator: "\n"))")
    #expect(here.allSatisfy { $0.advice.hasSuffix(".") && $0.problem.hasSuffix(".") })
  }

  @Test("who reads a faulty file is stopped by its first mistake", arguments: Fault.all)
  func thrown(fault: Fault) throws {
    let error = #expect(throws: ContentError.self) {
      try ReadAll.of(try Miniature.course([fault.path: fault.text]))
    }
    #expect(error?.place.file == fault.path)
    #expect((error?.place.line ?? 0) <= fault.line)
  }

  @Test("a name says what each fault is, once")
  func distinct() {
    #expect(Set(Fault.all.map(\.name)).count == Fault.all.count)
    #expect(Fault.all.count >= 40)
  }

  @Test("bytes that are not UTF-8 are said at their line")
  func encoding() {
    let latin: [UInt8] = Array("# Glossaire\n\n## Clé\n\n".utf8) + [0x63, 0xE9, 0x0A]
    var files = Miniature.files()
    files.put(latin, at: "glossaire.md")
    let found = ContentCheck.findings(in: files, at: Miniature.today)
    #expect(
      found.contains {
        $0.place == Place(file: "glossaire.md", line: 5) && $0.problem.contains("UTF-8")
      })
  }

  @Test("a file beyond a megabyte is refused without being analysed")
  func size() {
    let found = Miniature.findings(["glossaire.md": String(repeating: "a", count: 1 << 21)])
    #expect(found.contains { $0.problem.contains("mégaoctet") })
  }

  @Test("one mistake hides no other, in the same file or in another")
  func all() {
    let changes: [String: String?] = Miniature.question(
      "- [x] Un.\n- [ ] Deux.\n\n## RU01-002\n<!--\ntype : qcm\nniveau : 1\nrefs : RU01\n-->\nT.\n\n## RU01-003\n<!--\ntype : texte\nniveau : 5\nrefs : RU01\n-->\nT."
    ).merging(["metiers.md": "Rien."]) { $1 }
    let places = Set(Miniature.findings(changes).filter { $0.rule == nil }.map(\.place))
    #expect(
      places.isSuperset(of: [
        Place(file: "01-essai/banque.md", line: 16), Place(file: "01-essai/banque.md", line: 22),
        Place(file: "01-essai/banque.md", line: 25), Place(file: "metiers.md", line: 1),
      ]))
  }

  @Test("Windows line ends and a byte order mark change nothing")
  func windows() throws {
    var files = Miniature.files()
    for name in files.common.names {
      let bytes = try #require(files.common.read(name))
      files.put(
        [0xEF, 0xBB, 0xBF] + bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }, at: name)
    }
    #expect(ContentCheck.findings(in: files, at: Miniature.today).map(\.description) == [])
    let course = try Course(files)
    #expect(course.title == "Petit parcours")
    #expect(course.modules.first?.lessons.first?.title == "Je commence")
    let outline = try #require(course.modules.first?.lessons.first)
    #expect(course.screenTitle(2, of: outline) == "À moi de dire")
  }
}

/// Everything a course gives, read once.
enum ReadAll {
  static func of(_ course: Course) throws {
    for module in course.modules {
      for lesson in module.lessons { _ = try course.lesson(lesson) }
      _ = try course.scenarios(of: module)
      _ = try course.bank(of: module)
    }
    _ = try course.banks()
    _ = try course.examPlan()
    _ = try course.principles()
    _ = try course.glossary()
    _ = try course.trades()
    _ = try course.sources()
    _ = try course.misconceptions()
  }
}
