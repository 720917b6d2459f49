package import Course
import Display

/// What the arrows write when a page is a list: the key of the next item.
enum MenuLine {
  static func next(after line: String, keys: [String], by offset: Int) -> String? {
    guard !keys.isEmpty else { return nil }
    guard let index = keys.firstIndex(of: line) else {
      return offset > 0 ? keys.first : keys.last
    }
    return keys[(index + offset + keys.count) % keys.count]
  }
}

extension Session {
  /// The item the line stands for, when it stands for one.
  func menuSelection(in items: [Document.MenuItem]) -> Int? {
    items.firstIndex { $0.key.folded == line.folded && !line.isEmpty }
  }
}

extension Course {
  /// The module a person names by its number, its identifier or its title.
  package func module(named name: String) -> Module? {
    let wanted = name.folded
    return modules.first { [$0.number, $0.id, $0.title].contains { $0.folded == wanted } }
  }

  /// The trades one may have, without the keys that stand for several.
  package var ownTrades: [Term] {
    ((try? trades()) ?? []).filter { !["tous", "multi"].contains($0.key) }
  }
}

extension Term {
  /// What it is called where it is shown.
  var name: String { title ?? key }

  /// The words of an entry whose key is only a key: a trade.
  var words: String { title ?? (text.isEmpty ? key : text.plainText) }
}
