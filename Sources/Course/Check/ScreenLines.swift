/// How many lines blocks take once wrapped, for the size of a screen (format.md §3).
struct ScreenLines {
  static let width = 66
  static let height = 12

  var width = ScreenLines.width

  /// Lines of the blocks, one blank line between two.
  func count(_ blocks: [Block]) -> Int {
    blocks.map(count).reduce(0, +) + max(0, blocks.count - 1)
  }

  private func count(_ block: Block) -> Int {
    switch block {
    case .paragraph(let inlines): return lines(inlines)
    case .quote(let inner): return narrower.count(inner)
    case .list(_, let items): return items.map(narrower.count).reduce(0, +)
    }
  }

  /// Lists and quotations take three columns.
  private var narrower: ScreenLines { ScreenLines(width: max(10, width - 3)) }

  private func lines(_ inlines: [Inline]) -> Int {
    pieces(inlines).map(wrapped).reduce(0, +)
  }

  /// The text cut at forced line ends.
  private func pieces(_ inlines: [Inline]) -> [String] {
    var pieces = [""]
    for inline in inlines {
      if inline == .lineBreak {
        pieces.append("")
      } else {
        pieces[pieces.count - 1] += [inline].plainText
      }
    }
    return pieces
  }

  /// Greedy wrapping at ordinary spaces; a no-break space holds.
  private func wrapped(_ text: String) -> Int {
    var lines = 1
    var used = 0
    for word in text.split(separator: " ") {
      let length = columns(word)
      if used == 0 {
        used = length
      } else if used + 1 + length <= width {
        used += 1 + length
      } else {
        lines += 1
        used = length
      }
      while used > width {
        lines += 1
        used -= width
      }
    }
    return lines
  }

  /// One column a character, two for wide ones.
  private func columns(_ text: Substring) -> Int {
    text.reduce(0) { $0 + ($1.isWide ? 2 : 1) }
  }
}

extension Character {
  /// East Asian wide characters and pictographs.
  fileprivate var isWide: Bool {
    guard let value = unicodeScalars.first?.value, value >= 0x1100 else { return false }
    return switch value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
