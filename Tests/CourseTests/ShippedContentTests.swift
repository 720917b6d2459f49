import Course
import ShippedContent
import Testing

@Suite struct ShippedContentTests {
  @Test("the checker has nothing to say of the shipped course, neither error nor advice")
  func findings() {
    let found = ContentCheck.findings(in: ContentFiles(ShippedContent.files), at: Miniature.today)
    #expect(found.map(\.description) == [])
  }

  @Test("the shipped quality card is the one of the shipped course")
  func card() throws {
    let shipped = try #require(ShippedContent.files["QUALITE.md"])
    let lines = String(decoding: shipped, as: UTF8.self).split(separator: "\n")
    let card = QualityCard(ContentFiles(ShippedContent.files)).markdown
    let stale = card.split(separator: "\n").filter { !lines.contains($0) }
    #expect(stale == [], "« contenu verifier --ecrire » writes it anew")
    let isSame = Array(card.utf8) == shipped
    #expect(isSame)
  }

  @Test("the shipped course opens, and its lessons have the titles the map announces")
  func reading() throws {
    let course = try Course(ContentFiles(ShippedContent.files))
    #expect(!course.modules.isEmpty)
    try ReadAll.of(course)
    for outline in course.modules.flatMap(\.lessons) {
      let lesson = try course.lesson(outline)
      let titles = (0...lesson.screens.count + 1).map { course.screenTitle($0, of: outline) }
      #expect(titles == [nil] + lesson.screens.map(\.title) + [nil], "\(outline.file)")
      #expect(lesson.title == outline.title, "\(outline.file)")
      #expect(lesson.id == outline.id && lesson.minutes == outline.minutes, "\(outline.file)")
    }
  }

  @Test("the shipped badge can be filled")
  func badge() throws {
    let folder = ShippedContent.root + "/Badges/usage-eclaire-decouverte"
    let bytes = try #require(ShippedContent.bytes(folder + "/badge.md"))
    let text = try BadgeText(markdown: bytes, file: "badge.md")
    #expect(text.name == "IA générative\u{A0}: usage éclairé — Découverte")
    #expect((1...3).contains(text.alignments.count))
    #expect(text.tags.count == 10)
    let values = Dictionary(
      uniqueKeysWithValues: [
        "emetteur", "modules", "questions", "seuils", "version", "date", "modalite",
      ]
      .map { ($0, "valeur de \($0)") })
    #expect(!"\(text.filled(values))".contains("{"))
  }

  @Test("the shipped image is square, small, described, and asks for nothing outside")
  func image() throws {
    let folder = ShippedContent.root + "/Badges/usage-eclaire-decouverte"
    let bytes = try #require(ShippedContent.bytes(folder + "/badge.svg"))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(bytes.count < 20_000)
    for part in ["viewBox=\"0 0 400 400\"", "<title", "<desc", "Découverte</text>"] {
      #expect(text.contains(part))
    }
    for part in ["<script", "href", "url(", "<image", "<style", "@import", "on" + "load"] {
      #expect(!text.contains(part))
    }
    #expect(text.components(of: "http") == 1, "the namespace is the only address")
  }
}

extension String {
  /// How many times a word comes.
  fileprivate func components(of word: String) -> Int {
    ranges(of: word).count
  }
}
