import Display
import Testing

@Suite("The input line")
struct InputEditingTests {
  @Test(
    "keys write and correct",
    arguments: [
      ([.character("a"), .character("é")], "aé", 2), ([.character("a"), .backspace], "", 0),
      ([.backspace, .delete], "", 0), ([.paste("bonjour\nquitter\n")], "bonjour", 7),
      ([.paste("\n\n oui")], " oui", 4), ([.paste("a\tb\u{1B}[2Jc")], "a b[2Jc", 7),
      ([.paste("")], "", 0),
      ([.paste("ab"), .left, .character("x")], "axb", 2),
      ([.paste("ab"), .home, .delete], "b", 0), ([.paste("ab"), .home, .end, .backspace], "a", 1),
      ([.paste("ab"), .home, .left, .right, .right, .right], "ab", 2),
      ([.paste("ab"), .character("?")], "ab?", 3),
      ([.character("e"), .character("\u{301}")], "é", 1),
    ] as [([Key], String, Int)])
  func edits(keys: [Key], text: String, cursor: Int) {
    var line = InputLine()
    let taken = keys.map { line.edit($0) }
    #expect(!taken.contains(false))
    #expect(line.text == text)
    #expect(line.cursor == cursor)
  }

  @Test(
    "on an empty line, arrows and the help key act on the page",
    arguments: [Key.left, .right, .character("?")])
  func emptyLine(key: Key) {
    var line = InputLine()
    let whenEmpty = line.edit(key)
    #expect(line.isEmpty)
    line.insert("x")
    let whenWritten = line.edit(key)
    #expect((whenEmpty, whenWritten) == (false, true))
  }

  @Test(
    "keys of the page are never taken",
    arguments: [
      Key.enter, .tab, .escape, .up, .down, .pageUp, .pageDown, .interrupt, .resize, .endOfInput,
    ])
  func notTaken(key: Key) {
    var line = InputLine("mot")
    let isTaken = line.edit(key)
    #expect(!isTaken)
    #expect(line == InputLine("mot"))
  }

  @Test("the cursor stays on the line whatever is typed", arguments: Hostile.texts)
  func hostile(text: String) {
    var line = InputLine()
    let keys: [Key] = [
      .paste(text), .left, .paste(text), .home, .paste(text), .delete, .right, .backspace, .delete,
      .end, .backspace, .left, .delete, .backspace,
    ]
    for key in keys + text.map(Key.character) + keys {
      _ = line.edit(key)
      #expect((0...line.text.count).contains(line.cursor))
    }
  }

  @Test("a long line moves so that the cursor is seen")
  func scroll() {
    var document = Document.question(typed: String(repeating: "0123456789", count: 10))
    func shown() -> (String, Int?) {
      let frame = Grid.frame(document, columns: 40, rows: 12, part: 0, theme: .plain)
      return (frame.lines[10], frame.cursor?.column)
    }
    #expect(shown() == (" › 456789012345678901234567890123456789", 39))
    document.input.moveToStart()
    #expect(shown() == (" › 0123456789012345678901234567890123456", 3))
    document.input = InputLine(String(repeating: "漢", count: 30))
    #expect(shown() == (" › " + String(repeating: "漢", count: 18), 39))
  }
}
