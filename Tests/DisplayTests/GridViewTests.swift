import Display
import Testing

@Suite("Turning the parts of a page")
struct GridViewTests {
  @Test("Entrée and PageDown show the rest first, PageUp what was before")
  func turns() {
    let view = Window()
    let answers = [Key.enter, .pageDown, .enter, .pageDown, .pageUp, .pageUp, .pageUp].map { key in
      view.turns(key, parts: 3) ? view.part : -1
    }
    #expect(answers == [1, 2, -1, -1, 1, 0, -1])
  }

  @Test("no other key turns", arguments: [Key.up, .down, .left, .character("n"), .tab, .resize])
  func others(key: Key) {
    let view = Window()
    #expect(!view.turns(key, parts: 9))
    #expect(view.part == 0)
  }

  @Test("another page begins at its first part, a line typed stays where it is")
  func resets() {
    let view = Window()
    _ = view.frame(.question(typed: ""), columns: 40, rows: 12, theme: .dark)
    #expect(view.turns(.pageDown, parts: 4))
    #expect(view.turns(.pageDown, parts: 4))
    let refused = view.frame(.refused, columns: 40, rows: 12, theme: .dark)
    #expect(refused.part == 2)
    _ = view.frame(.verdict, columns: 40, rows: 12, theme: .dark)
    #expect(view.part == 0)
  }

  @Test("the part follows the selection when it moves, and leaves it when one turns")
  func follows() {
    let view = Window()
    var home = Document.home
    func show(_ selected: Int) -> Int {
      if case .menu(let items, _) = home.blocks[1] {
        home.blocks[1] = .menu(items, selected: selected)
      }
      return view.frame(home, columns: 40, rows: 12, theme: .dark).part
    }
    #expect(show(0) == 0)
    #expect(show(5) == 1)
    #expect(view.turns(.pageUp, parts: 3))
    #expect(show(5) == 0)
    #expect(show(6) == 1)
    #expect(show(11) == 2)
    #expect(show(0) == 0)
  }

  @Test("Entrée is left to the selected line of a menu, and the footer says so")
  func enterChooses() {
    let view = Window()
    let frame = view.frame(.home, columns: 40, rows: 12, theme: .dark)
    #expect(frame.parts == 3)
    #expect(!view.turns(.enter, parts: frame.parts))
    #expect(view.turns(.pageDown, parts: frame.parts))
    #expect(frame.lines.last?.hasPrefix(" Entrée reprendre") == true)
    let verdict = view.frame(.verdict, columns: 40, rows: 12, theme: .dark)
    #expect(verdict.lines.last?.hasPrefix(" Entrée la suite") == true)
    #expect(view.turns(.enter, parts: verdict.parts))
  }

  @Test("a larger window brings the part back among those there are")
  func resize() {
    let view = Window()
    _ = view.frame(.verdict, columns: 40, rows: 12, theme: .dark)
    _ = view.turns(.pageDown, parts: 3)
    _ = view.turns(.pageDown, parts: 3)
    #expect(view.frame(.verdict, columns: 80, rows: 24, theme: .dark).part == 0)
    #expect(view.part == 0)
  }
}

/// A view that an expectation may change.
private final class Window {
  private var view = GridView()
  var part: Int { view.part }

  func turns(_ key: Key, parts: Int) -> Bool { view.turns(key, parts: parts) }

  func frame(_ document: Document, columns: Int, rows: Int, theme: Theme) -> Frame {
    view.frame(document, columns: columns, rows: rows, theme: theme)
  }
}
