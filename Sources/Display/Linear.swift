/// The line-by-line renderer, the reference product: plain lines, added below, never rewritten.
///
/// No escape, no colour, no box, no arrow: words for states, figures for bars. What a screen
/// reader says and a braille display shows.
package enum Linear {
  /// A document to keep rather than to answer: its lines without any prompt.
  package static func lines(reading document: Document, width: Int) -> [String] {
    let width = max(2, min(66, width))
    func lines(_ sentences: [Sentence]) -> [String] {
      sentences.flatMap { $0.lines(width: width, glyphs: .full) }
    }
    return lines(document.heading)
      + document.blocks.flatMap { block in
        // On paper an empty line helps the eye find a heading.
        (block.isHeading ? [""] : []) + lines([block].sentences)
      }
  }

  /// What to print for a document, the prompt last; the port prints `> ` after it.
  ///
  /// After the same document but for its notice and its input line, only notice and prompt. Lines
  /// are at most `width` columns, brought between 2 and 66; no word is cut unless it is longer.
  package static func lines(
    _ document: Document, after previous: Document?, width: Int, glyphs: Glyphs = .full
  ) -> [String] {
    let width = max(2, min(66, width))
    let notice = document.notice.map { [Sentence($0.plain)] } ?? []
    let isSame = previous.map { $0.withoutTyping == document.withoutTyping } ?? false
    let isNew = !isSame && !document.continues
    let said = isSame ? [] : (isNew ? document.heading : []) + document.blocks.sentences
    let lines = (said + notice + [Sentence(document.prompt)]).flatMap {
      $0.lines(width: width, glyphs: glyphs)
    }
    // An empty line parts a page from the one before it.
    return (isNew && previous != nil ? [""] : []) + lines
  }
}

extension Document {
  /// The page itself, whatever is typed, selected, or said of what was typed.
  fileprivate var withoutTyping: Document {
    var page = self
    page.notice = nil
    page.input = InputLine()
    page.blocks = blocks.map { block in
      switch block {
      case .menu(let items, _): return .menu(items, selected: nil)
      case .choices(let choices):
        return .choices(
          choices.map { choice in
            var choice = choice
            choice.isSelected = false
            return choice
          })
      default: return block
      }
    }
    return page
  }

  // `Module 4, leçon 1, écran 4 sur 9. Ce qui se voit moins.`
  fileprivate var heading: [Sentence] {
    let place = [place.spoken, place.counter?.long ?? ""].filter { !$0.isEmpty }
    let sentences = [place.joined(separator: ", ").capitalisedFirst, title ?? ""]
      .map { $0.spoken.sentence }.filter { !$0.isEmpty }
    return sentences.isEmpty ? [] : [Sentence(sentences.joined(separator: " "))]
  }
}

/// A sentence or a paragraph, and what introduces its first line: `- `, `2. `.
struct Sentence {
  var lead = ""
  var text: String

  init(_ text: String, lead: String = "") {
    self.text = text
    self.lead = lead
  }

  /// The next lines stand under the first; a lead too wide for the window is part of the text.
  func lines(width: Int, glyphs: Glyphs) -> [String] {
    let cells = glyphs.cells(text.spoken)
    guard !cells.isEmpty else { return [] }
    let lead = glyphs.cells(lead)
    guard lead.count <= width / 3 else {
      return (lead.drop { $0.character == " " } + cells).wrapped(at: width).map(\.text)
    }
    let indent = String(repeating: " ", count: lead.count)
    return cells.wrapped(at: width - lead.count).enumerated().map { index, line in
      (index == 0 ? lead.text : indent) + line.text
    }
  }
}

extension Collection<Cell> {
  /// The characters alone.
  var text: String { String(lazy.filter { !$0.isContinuation }.map(\.character)) }
}
