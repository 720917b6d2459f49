import Display
import GoldenText
import Testing

@Suite("A page of HTML")
struct HTMLPageTests {
  static let all = Sample.all.map(\.document)

  @Test("the pages of the course make the recorded page")
  func golden() throws {
    let page = HTMLPage.render(
      title: "Aide-mémoire", [.lesson, .exam, .verdict, .multiple, .request, .home],
      footer: "Ville de Démonstration, 21 novembre 2026")
    try Golden.expect(
      page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init),
      named: "page-html")
  }

  @Test("every element is closed, in order", arguments: Hostile.texts)
  func wellFormed(text: String) {
    let page = HTMLPage.render(title: text, [Hostile.page(text)] + Self.all, footer: text)
    #expect(page.openElements == [])
  }

  @Test("what a person typed is never markup", arguments: Hostile.texts)
  func escaped(text: String) {
    let hostile = "</title><script>alert('x')</script>\"& " + text
    let page = HTMLPage.render(title: hostile, [Hostile.page(hostile)], footer: hostile)
    #expect(!page.contains("<script"))
    #expect(page.openElements == [])
    #expect(page.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && $0.value != 0x7F })
    // By scalars: no `<` but that of an element of ours.
    let marks = Set(page.unicodeScalars.split(separator: "<").dropFirst().compactMap(\.first))
    #expect(marks.isSubset(of: "!/abdefhlmopstu".unicodeScalars))
  }

  @Test("headings go down one level at a time, from a single first one")
  func outline() {
    let page = HTMLPage.render(title: "Titre", Self.all + [Hostile.page("x")], footer: "")
    let levels = page.headings
    #expect(levels.filter { $0 == 1 }.count == 1)
    #expect(levels.first == 1)
    #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
  }

  @Test("French, UTF-8, and nothing from elsewhere")
  func selfContained() {
    let page = HTMLPage.render(title: "Titre", Self.all, footer: "Pied")
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"fr\">"))
    #expect(page.contains("<meta charset=\"utf-8\">"))
    for forbidden in ["http:", "https:", "src=", "href=", "url(", "@import", "<table", "<img"] {
      #expect(!page.contains(forbidden))
    }
  }

  @Test("a page that bears the title of its only document says it once")
  func sameTitle() {
    let page = HTMLPage.render(title: "Ce qui se voit moins", [.lesson], footer: "")
    #expect(page.headings == [1])
  }
}

extension String {
  /// The elements left open at the end, or the first closed out of order.
  fileprivate var openElements: [String] {
    var open: [String] = []
    for tag in tags where !tag.hasPrefix("!") && !tag.hasPrefix("meta") {
      if !tag.hasPrefix("/") {
        open.append(String(tag.prefix { $0 != " " }))
      } else if open.popLast() != String(tag.dropFirst()) {
        return ["misplaced <\(tag)>"]
      }
    }
    return open
  }

  fileprivate var headings: [Int] {
    tags.compactMap { $0.count == 2 && $0.hasPrefix("h") ? Int($0.dropFirst()) : nil }
  }

  private var tags: [String] {
    split(separator: "<").dropFirst().map { String($0.prefix { $0 != ">" }) }
  }
}
