extension InputLine {
  /// Applies an editing key; returns whether the key was taken.
  ///
  /// Characters and deletions are always taken; arrows and `?` only when the line is not empty:
  /// on an empty line they act on the page.
  package mutating func edit(_ key: Key) -> Bool {
    switch key {
    case .character("?") where isEmpty: return false
    case .left where isEmpty, .right where isEmpty: return false
    case .character(let character): insert(String(character))
    case .paste(let text): insert(text.firstLine.printable)
    case .backspace: deleteBackward()
    case .delete: deleteForward()
    case .left: move(by: -1)
    case .right: move(by: 1)
    case .home: moveToStart()
    case .end: moveToEnd()
    case .enter, .tab, .escape, .up, .down, .pageUp, .pageDown, .interrupt, .resize, .endOfInput:
      return false
    }
    return true
  }
}

extension String {
  /// The first line that holds something: pasted line ends never answer.
  fileprivate var firstLine: String {
    split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
  }
}
