import Course
import ShippedContent
import Testing

/// A small generator, so that a failure comes back with the same seed.
private struct Chance: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state >> 33) ^ (state << 31)
  }
}

@Suite struct HostileContentTests {
  /// What an author, a merge or a mischief may leave in a file.
  private static let pieces = [
    "<!--", "-->", "\n## ", "\n### ", "\n# ", "- [x] ", "- [ ] ", "- [", "\n\n> ", "  > ", "\n1. ",
    "{", "}", "{{", "{charte}", "**", "`", "```\n", "[a](b)", "](", "\n---\n", "\n===\n", "→",
    "\u{A0}",
    "\u{202F}", "\t", "\0", "\u{1B}[2J", "\r", "\r\n", "\u{FEFF}", "&#123;", "\\{", ": ", " : ",
    "type : cas\n", "accepte : 1 2\n", "niveau : 99999999999999999999\n", "<div>", "| a |",
    "99999999999. x",
    "\n\n    x", "<!-- MC-21 -->", "e\u{301}", "👩‍👩‍👧‍👦", "admis : Q05\n", "(leurre) → ", "*", "+ ",
  ]

  private static func mutated(_ bytes: [UInt8], with chance: inout Chance) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &chance) {
      let place = Int.random(in: 0...bytes.count, using: &chance)
      switch Int.random(in: 0..<6, using: &chance) {
      case 0: bytes.removeSubrange(place...)
      case 1:
        bytes.removeSubrange(
          place..<min(bytes.count, place + Int.random(in: 1...40, using: &chance)))
      case 2:
        if place < bytes.count { bytes[place] = UInt8.random(in: 0...255, using: &chance) }
      case 3:
        let end = min(bytes.count, place + Int.random(in: 1...200, using: &chance))
        bytes.insert(
          contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &chance))
      default:
        bytes.insert(contentsOf: (pieces.randomElement(using: &chance) ?? "").utf8, at: place)
      }
    }
    return bytes
  }

  /// Reads all that can be read, whatever is thrown.
  private static func read(_ files: ContentFiles) -> [Finding] {
    if let course = try? Course(files) {
      for module in course.modules {
        for lesson in module.lessons { _ = try? course.lesson(lesson) }
        _ = try? course.scenarios(of: module)
        _ = try? course.bank(of: module)
      }
      _ = try? course.examPlan()
      _ = try? course.glossary()
      _ = try? course.sources()
    }
    return ContentCheck.findings(in: files, at: Miniature.today)
  }

  private static func isSound(_ finding: Finding) -> Bool {
    finding.place.line >= 1 && finding.problem.hasSuffix(".") && finding.advice.hasSuffix(".")
  }

  @Test("a spoilt file of the miniature is read or refused, never a crash", arguments: 0..<30)
  func miniature(seed: Int) {
    var chance = Chance(state: UInt64(seed) &* 7919 &+ 1)
    let paths = Miniature.texts.keys.sorted()
    for _ in 0..<3 {
      let path = paths.randomElement(using: &chance) ?? ""
      var files = Miniature.files()
      files.put(Self.mutated(files.common.read(path) ?? [], with: &chance), at: path)
      #expect(Self.read(files).allSatisfy(Self.isSound))
    }
  }

  @Test("a spoilt piece of a shipped file is read or refused, never a crash", arguments: 0..<30)
  func shipped(seed: Int) {
    var chance = Chance(state: UInt64(seed) &* 104_729 &+ 3)
    let roles = [
      ("banque.md", "01-essai/banque.md"), ("scenarios.md", "01-essai/scenarios.md"),
      ("module.md", "01-essai/module.md"), ("glossaire.md", "glossaire.md"),
      ("evaluation.md", "evaluation.md"), ("", "01-essai/1-debut.md"),
    ]
    let paths = ShippedContent.files.keys.filter { $0.hasSuffix(".md") }.sorted()
    for _ in 0..<2 {
      guard let path = paths.randomElement(using: &chance), let bytes = ShippedContent.files[path]
      else { return }
      let role = roles.first { path.hasSuffix($0.0) }?.1 ?? "01-essai/1-debut.md"
      let start = Int.random(in: 0...bytes.count, using: &chance)
      let piece = Array(bytes[start...].prefix(6000))
      var files = Miniature.files()
      files.put(Self.mutated(Array("# Titre\n\n".utf8) + piece, with: &chance), at: role)
      #expect(Self.read(files).allSatisfy(Self.isSound))
    }
  }

  @Test("a file cut at any byte is read or refused")
  func cut() {
    let bytes = Array((Miniature.texts["01-essai/banque.md"] ?? "").utf8)
    for length in stride(from: 0, to: bytes.count, by: 97) {
      var files = Miniature.files()
      files.put(Array(bytes[..<length]), at: "01-essai/banque.md")
      #expect(Self.read(files).allSatisfy(Self.isSound))
    }
  }

  @Test(
    "what is made to hurt a parser only costs its reading",
    arguments: [
      String(repeating: ">", count: 20_000), String(repeating: "- ", count: 20_000),
      String(repeating: "[", count: 20_000), String(repeating: "*a_ ", count: 10_000),
      String(repeating: "<!--", count: 10_000), String(repeating: "`", count: 20_000),
      String(repeating: "{", count: 20_001), String(repeating: "![[", count: 10_000),
      String(repeating: "- [x] a\n", count: 300), String(repeating: "## a\n", count: 1000),
      String(repeating: "e\u{301}", count: 10_000), String(repeating: "a", count: 60_000),
    ])
  func hostile(text: String) {
    for path in ["01-essai/banque.md", "01-essai/1-debut.md", "parcours.md", "collectivite.md"] {
      let found = Self.read(Miniature.files([path: "# Titre\n\n" + text + "\n"]))
      #expect(found.allSatisfy(Self.isSound))
      #expect(path.hasSuffix("e.md") || found.contains { $0.severity == .error })
    }
  }
}
