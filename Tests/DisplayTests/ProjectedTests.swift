import Display
import Testing

@Suite("A page read from the back of a room")
struct ProjectedTests {
  private func frame(_ document: Document, _ columns: Int, _ rows: Int) -> Frame {
    Grid.frame(document, columns: columns, rows: rows, part: 0, theme: .dark)
  }

  @Test("margins are a tenth of the window at each side; three columns when it is narrow")
  func margins() {
    for (columns, margin) in [(80, 8), (120, 12), (200, 20), (40, 3)] {
      let body = frame(.raisedHands, columns, 24).lines[3..<20].filter { !$0.isEmpty }
      #expect(body.map { $0.prefix { $0 == " " }.count }.min() == margin)
      #expect(body.allSatisfy { $0.count <= columns - margin })
    }
  }

  @Test("an empty line parts the propositions, but in a low window")
  func air() throws {
    func distance(_ rows: Int) throws -> Int {
      var document = Document.raisedHands
      document.blocks = document.blocks.suffix(1)
      let lines = frame(document, 80, rows).lines
      let first = try #require(lines.firstIndex { $0.hasPrefix("          A  ") })
      let second = try #require(lines.firstIndex { $0.hasPrefix("          B  ") })
      return second - first
    }
    #expect(try distance(24) == 2)
    #expect(try distance(15) == 1)
  }

  @Test("a page that would be cut for its air alone gives it up")
  func tight() {
    var document = Document.barsBeforeAndAfter
    document.blocks = [
      .bars(
        (0..<5).map { _ in
          Document.Bar("A", "Une proposition.", value: 3, of: 17, before: .init(4, of: 17))
        })
    ]
    #expect(frame(document, 80, 24).parts == 1)
    #expect(frame(document, 80, 20).parts == 2)
  }

  @Test("every word of it is bold, and only then")
  func bold() {
    var document = Document.raisedHands
    #expect(frame(document, 80, 24).roles { $0.contains("Peut-on") } == [.strong])
    document.isProjected = false
    #expect(frame(document, 80, 24).roles { $0.contains("Peut-on") } == [.plain])
  }

  @Test("line by line it says the same as any page")
  func linear() {
    var document = Document.barsBeforeAndAfter
    let projected = Linear.lines(document, after: nil, width: 66)
    document.isProjected = false
    #expect(Linear.lines(document, after: nil, width: 66) == projected)
    #expect(!projected.joined().contains("█"))
  }

  @Test("a page to print lists the figures")
  func html() {
    let page = HTMLPage.render(title: "Votes", [.barsBeforeAndAfter], footer: "")
    #expect(page.contains("<li>C. On ne peut pas savoir : 0 voix sur 17, 0\u{202F}%, avant 1"))
    #expect(!page.contains("█"))
  }
}
