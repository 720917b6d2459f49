extension ContentReader {
  /// Options with their boxes and feedback, the written verdicts removed where they are expected.
  mutating func options(_ list: MarkdownNode, kind: QuestionKind) -> [Proposition] {
    propositions(list, boxed: kind != .order).map { option($0, kind: kind) }
  }

  mutating func option(_ proposition: ListItem, kind: QuestionKind) -> Proposition {
    let said = prose(proposition.feedback)
    let removed = WrittenVerdict.removed(from: said)
    return Proposition(
      text: inlines(proposition.text, from: proposition.line),
      isRight: proposition.isTicked ?? true,
      feedback: kind.writesVerdicts ? removed.feedback : said,
      misconception: proposition.misconception, place: place(proposition.line),
      writtenVerdict: removed.verdict)
  }

  /// Pairs `gauche → droite`; a decoy's left part is `(leurre)`.
  mutating func pairs(_ list: MarkdownNode) -> [Pair] {
    let pairs = propositions(list, boxed: false).compactMap { pair($0) }
    if pairs.count(where: { $0.left != nil }) < 2, pairs.count == list.children.count {
      complain(list.line, "Il faut au moins deux paires.", "Ajoutez « - gauche → droite ».")
    }
    return pairs
  }

  private mutating func pair(_ proposition: ListItem) -> Pair? {
    let sides = sides(of: proposition)
    guard sides.count == 2, sides.allSatisfy({ !isBlank($0) }) else {
      complain(
        proposition.line, "Cette paire n’a pas exactement une flèche entre deux textes.",
        "Écrivez « - gauche → droite ».")
      return nil
    }
    let left = inlines(sides[0], from: proposition.line)
    let isDecoy = left.plainText.folded == "leurre" && left.plainText.contains("(")
    return Pair(
      left: isDecoy ? nil : left, right: inlines(sides[1], from: proposition.line),
      feedback: prose(proposition.feedback), misconception: proposition.misconception,
      place: place(proposition.line))
  }

  /// The text cut at each arrow.
  private func sides(of proposition: ListItem) -> [[MarkdownNode]] {
    var sides: [[MarkdownNode]] = [[]]
    for node in proposition.text {
      guard case .text(let value) = node.kind else {
        sides[sides.count - 1].append(node)
        continue
      }
      let pieces = value.split(separator: "→", omittingEmptySubsequences: false)
      for (index, piece) in pieces.enumerated() {
        if index > 0 { sides.append([]) }
        var part = node
        part.kind = .text(trimmed(piece, start: index > 0, end: index + 1 < pieces.count))
        sides[sides.count - 1].append(part)
      }
    }
    return sides
  }

  private func trimmed(_ text: Substring, start: Bool, end: Bool) -> String {
    var text = text
    while start, text.first?.isWhitespace == true { text.removeFirst() }
    while end, text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  private func isBlank(_ nodes: [MarkdownNode]) -> Bool {
    nodes.allSatisfy { $0.rawText.allSatisfy(\.isWhitespace) }
  }
}
