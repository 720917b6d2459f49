// What a group voted: figures in words for both renderers, bars in the grid.
extension Document.Bar {
  /// The label, and the proposition when there is one.
  var spokenHead: String {
    let text = text.plain.withoutStop
    return text.isEmpty ? label : "\(label). \(text)"
  }

  /// « 4 voix sur 17, 24 %, avant 2 sur 15, 13 % ».
  var figures: String {
    let now = "\(value) voix sur \(total), \(Self.percent(value, of: total))"
    guard let before else { return now }
    return "\(now), avant \(before.words)"
  }

  static func percent(_ value: Int, of total: Int) -> String {
    "\(Int((100 * share(value, of: total)).rounded()))\u{202F}%"
  }

  /// From 0 to 1, whatever the figures.
  static func share(_ value: Int, of total: Int) -> Double {
    total > 0 ? min(1, max(0, Double(value) / Double(total))) : 0
  }
}

extension Document.Bar.Before {
  /// « 2 sur 15, 13 % ».
  var words: String { "\(value) sur \(total), \(Document.Bar.percent(value, of: total))" }
}

extension Layout {
  /// The proposition, then a bar a vote, with its figures beside it.
  func bars(_ bars: [Document.Bar], width: Int) -> Unit {
    let labelWidth = min(width / 4, bars.map { cells($0.label).count }.max() ?? 0)
    let pieces = bars.enumerated().map { index, bar in
      let label = shortened(cells(bar.label, .strong), to: labelWidth)
      let lead = padded(label, to: labelWidth + 2)
      let drawn = self.rows(of: bar, width: max(1, width - lead.count))
      let text = cells(bar.text)
      let head = text.isEmpty ? [] : rows(text, width: max(1, width - lead.count))
      return Piece(rows: hanging(head + drawn, after: lead), gap: index > 0 ? air : 0)
    }
    return Unit(pieces: pieces.isEmpty ? [Piece(rows: [])] : pieces)
  }

  private func rows(of bar: Document.Bar, width: Int) -> [Row] {
    let now = "\(bar.value) sur \(bar.total), \(Document.Bar.percent(bar.value, of: bar.total))"
    let share = Document.Bar.share(bar.value, of: bar.total)
    guard let before = bar.before else { return row("", share, now, .accent, width: width) }
    let past = Document.Bar.share(before.value, of: before.total)
    return row("avant  ", past, before.words, .quiet, width: width)
      + row("après  ", share, now, .accent, width: width)
  }

  /// One row when there is room for a bar, else the words alone, wrapped.
  private func row(
    _ name: String, _ share: Double, _ words: String, _ role: Role, width: Int
  ) -> [Row] {
    let lead = cells(name)
    let figures = cells(words, .strong)
    // The widest figures a vote may have, so that all bars have one scale.
    let room = width - lead.count - max(figures.count, 18) - 1
    guard room >= 8 else { return rows(lead + figures, width: width) }
    let filled = share > 0 ? max(1, Int(share * Double(room) + 0.5)) : 0
    let block = cells("█", role).first ?? .blank
    let bar = Array(repeating: block, count: filled) + blanks(filled > 0 ? 1 : 0)
    return [Row(lead + bar + figures)]
  }
}
