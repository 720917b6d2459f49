// What surrounds the body: the top line, the rule, the input line and the footer.
extension Layout {
  /// Where one is at the left; how far, and which part, at the right.
  func topLine(_ place: Document.Place, part: Int, of parts: Int) -> [Cell] {
    let share = parts > 1 ? "\(part + 1)/\(parts)" : nil
    let left: String
    let right: String
    if isNarrow {
      left = dotted(place.short.isEmpty ? place.long : place.short, place.counter?.short)
      right = share ?? ""
    } else {
      left = place.long
      right = place.counter.map { dotted($0.long, share) } ?? share ?? ""
    }
    let end = shortened(cells(right), to: columns / 2)
    let room = columns - 2 - (end.isEmpty ? 0 : end.count + 3)
    let start = shortened(cells(left), to: room)
    return padded([.blank] + start, to: columns - 1 - end.count) + end
  }

  private func dotted(_ first: String, _ second: String?) -> String {
    second.map { "\(first) · \($0)" } ?? first
  }

  /// The filled part is done; without progress, a plain rule.
  func rule(_ progress: Double?) -> [Cell] {
    let share = progress.map { $0.isNaN ? 0 : min(1, max(0, $0)) } ?? 0
    let filled = Int(share * Double(columns) + 0.5)
    let done = cells("━", .accent).first ?? .blank
    let left = cells("─", .quiet).first ?? .blank
    return Array(repeating: done, count: filled) + Array(repeating: left, count: columns - filled)
  }

  /// The line being typed, moved so that the cursor is seen, and the cursor's column.
  func inputLine(_ input: InputLine) -> (line: [Cell], cursor: Int) {
    let before = cells(String(input.text.prefix(input.cursor)))
    let after = cells(String(input.text.dropFirst(input.cursor)))
    let lead = [.blank] + cells("›", .accent) + [.blank]
    // One column stays free for the cursor itself.
    let room = max(0, columns - lead.count - 1)
    var hidden = max(0, before.count - room)
    if hidden < before.count, before[hidden].isContinuation { hidden += 1 }
    let shown = before[hidden...] + after
    return (lead + shown, lead.count + before.count - hidden)
  }

  /// What can be done now, cut from the right by whole bindings; the help always stays.
  func footer(_ bindings: [Binding], turnsOnEnter: Bool) -> [Cell] {
    var entries = bindings.filter { !$0.isQuiet && $0.disabled == nil }.map { binding in
      FooterEntry(cells: footerCells(binding), isHelp: binding.isHelp, isEnter: binding.isEnter)
    }
    if turnsOnEnter {
      entries.removeAll(where: \.isEnter)
      let next = cells("Entrée", .strong) + cells(" la suite", .quiet)
      entries.insert(FooterEntry(cells: next, isHelp: false, isEnter: true), at: 0)
    }
    if isNarrow { entries = entries.keeping(2) }
    while entries.width > columns - 2, let index = entries.lastIndex(where: { !$0.isHelp }) {
      entries.remove(at: index)
    }
    let line = Array(entries.map(\.cells).joined(separator: blanks(3)))
    return [.blank] + shortened(line, to: columns - 2)
  }

  private func footerCells(_ binding: Binding) -> [Cell] {
    let names = binding.keys.map(\.name).joined()
    if names.isEmpty { return cells(binding.word) }
    return cells(names, .strong) + cells(" " + binding.label, .quiet)
  }
}

private struct FooterEntry {
  var cells: [Cell]
  var isHelp: Bool
  var isEnter: Bool
}

extension [FooterEntry] {
  fileprivate var width: Int { reduce(0) { $0 + $1.cells.count } + 3 * (count - 1) }

  /// The first ones, and the help.
  fileprivate func keeping(_ limit: Int) -> Self {
    var kept = 0
    return filter { entry in
      if entry.isHelp { return true }
      kept += 1
      return kept <= limit
    }
  }
}

extension Binding {
  var isHelp: Bool { keys.contains(.character("?")) }
  var isEnter: Bool { keys.contains(.enter) }
}

extension Document.Counter {
  /// `écran 4 sur 9`.
  var long: String { "\(noun) \(index) sur \(count)" }
  /// `4/9`.
  var short: String { "\(index)/\(count)" }
}
