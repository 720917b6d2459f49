/// The line being typed: its characters and where the cursor stands.
package struct InputLine: Sendable, Hashable {
  package private(set) var text: String
  /// Offset in characters, 0…count.
  package private(set) var cursor: Int

  package init(_ text: String = "") {
    self.text = text
    cursor = text.count
  }

  package var isEmpty: Bool { text.isEmpty }

  /// Types a string at the cursor, its control characters left out.
  package mutating func insert(_ string: String) {
    let typed = string.filter { character in
      character.unicodeScalars.allSatisfy { !$0.properties.generalCategory.isControl }
    }
    text.insert(contentsOf: typed, at: index(cursor))
    // Counted again: a combining mark may have joined the character before it.
    cursor = min(cursor + typed.count, text.count)
  }

  package mutating func deleteBackward() {
    guard cursor > 0 else { return }
    text.remove(at: index(cursor - 1))
    cursor -= 1
  }

  package mutating func deleteForward() {
    guard cursor < text.count else { return }
    text.remove(at: index(cursor))
  }

  package mutating func move(by offset: Int) {
    cursor = max(0, min(text.count, cursor + offset))
  }

  package mutating func moveToStart() { cursor = 0 }
  package mutating func moveToEnd() { cursor = text.count }

  private func index(_ offset: Int) -> String.Index {
    text.index(text.startIndex, offsetBy: offset)
  }
}

extension Unicode.GeneralCategory {
  /// Control, format-breaking and unassigned categories, which never reach a line or a screen.
  fileprivate var isControl: Bool {
    switch self {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate: true
    default: false
    }
  }
}
