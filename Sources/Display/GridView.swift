/// What a full-screen port remembers of the page it shows: the part, and what the part depends on.
package struct GridView: Sendable {
  /// The part shown, from 0.
  package private(set) var part = 0
  private var page: Page?
  private var selectedLine: Int?
  private var enterChooses = false

  /// What makes it the same page: its place and title, whatever is typed or chosen.
  private struct Page: Equatable {
    var place: Document.Place
    var title: String?
    var continues: Bool
  }

  package init() {}

  /// Shows the next or the previous part; returns whether the key was used for that.
  ///
  /// PageDown and Entrée show the rest of a page first, PageUp what was before. Entrée is left to
  /// the page when a line of a menu is selected; call with it only when the input line is empty.
  package mutating func turns(_ key: Key, parts: Int) -> Bool {
    switch key {
    case .enter where enterChooses: return false
    case .enter, .pageDown:
      guard part + 1 < parts else { return false }
      part += 1
    case .pageUp:
      guard part > 0 else { return false }
      part -= 1
    default: return false
    }
    return true
  }

  /// The frame of a document: from its first part on another page, and where the selection went.
  package mutating func frame(
    _ document: Document, columns: Int, rows: Int, theme: Theme, glyphs: Glyphs = .full
  ) -> Frame {
    let page = Page(place: document.place, title: document.title, continues: document.continues)
    let line = document.selectedLine
    let hasMoved = page != self.page || line != selectedLine
    if page != self.page { part = 0 }
    self.page = page
    selectedLine = line
    enterChooses = document.selectedItem != nil

    func frame(_ part: Int) -> Frame {
      Grid.frame(document, columns: columns, rows: rows, part: part, theme: theme, glyphs: glyphs)
    }
    var shown = frame(part)
    if hasMoved, let wanted = shown.selectedPart, wanted != shown.part { shown = frame(wanted) }
    part = shown.part
    return shown
  }
}
