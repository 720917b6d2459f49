extension Text {
  /// Its lines at a width in columns, roles kept.
  ///
  /// Breaks at spaces and after the hyphen of a compound word; never at U+00A0 or U+202F, nor at
  /// the space inside « » or before `: ; ! ?`. A word longer than the width is cut by grapheme.
  package func wrapped(at width: Int) -> [Text] {
    Glyphs.full.cells(self).wrapped(at: width).map(Text.init(cells:))
  }

  private init(cells: [Cell]) {
    self.init([Run]())
    for cell in cells where !cell.isContinuation {
      if runs.last?.role == cell.role {
        runs[runs.count - 1].text.append(cell.character)
      } else {
        runs.append(Run(String(cell.character), cell.role))
      }
    }
  }
}

extension [Cell] {
  /// Lines of at most `width` columns (2 at least when there are wide characters).
  func wrapped(at width: Int) -> [[Cell]] {
    var lines: [[Cell]] = []
    var start = skippingSpaces(from: 0)
    while start < count {
      let end = lineEnd(from: start, width: Swift.max(1, width))
      lines.append(Array(self[start..<end].trimmingSpaces))
      start = skippingSpaces(from: end)
    }
    return lines
  }

  /// What follows the last full stop or question mark inside the text; all of it when there is none.
  var lastSentence: [Cell] {
    let start = indices.last { index in
      index >= 2 && self[index].character.isUppercase && self[index - 1].isSpace
        && ".?!…".contains(self[index - 2].character)
    }
    return start.map { Array(self[$0...]) } ?? self
  }

  private func lineEnd(from start: Int, width: Int) -> Int {
    let limit = start + width
    guard limit < count else { return count }
    if let end = lastBreak(after: start, upTo: limit, where: isBreak) { return end }
    // Typography yields before a word is cut.
    if let end = lastBreak(after: start, upTo: limit, where: isSpace) { return end }
    guard self[limit].isContinuation else { return limit }
    return limit - 1 > start ? limit - 1 : Swift.min(start + 2, count)
  }

  private func lastBreak(
    after start: Int, upTo limit: Int, where isBreak: (Int) -> Bool
  ) -> Int? {
    stride(from: limit, to: start, by: -1).first(where: isBreak)
  }

  private func isSpace(_ index: Int) -> Bool { self[index].isSpace }

  /// Whether a line may end before this cell.
  private func isBreak(_ index: Int) -> Bool {
    self[index].isSpace ? !isGlued(spaceAt: index) : followsHyphen(index)
  }

  /// The space inside « », or before a high sign: no-break in French, however it was typed.
  private func isGlued(spaceAt index: Int) -> Bool {
    let next = skippingSpaces(from: index)
    if next < count, ":;!?»".contains(self[next].character) { return true }
    return self[..<index].last { !$0.isSpace }?.character == "«"
  }

  /// After the hyphen of `peut-être`, not of `RU04-009` nor of `--aide`.
  private func followsHyphen(_ index: Int) -> Bool {
    index >= 2 && self[index - 1].isHyphen && self[index].character.isLetter
      && self[index - 2].character.isLetter
  }

  private func skippingSpaces(from index: Int) -> Int {
    self[index...].firstIndex { !$0.isSpace } ?? count
  }
}

extension Cell {
  var isSpace: Bool { character == " " && !isContinuation }
  fileprivate var isHyphen: Bool { character == "-" || character == "\u{2010}" }
}

extension ArraySlice<Cell> {
  fileprivate var trimmingSpaces: Self {
    var trimmed = self
    while let last = trimmed.last, last.isSpace { trimmed.removeLast() }
    return trimmed
  }
}
