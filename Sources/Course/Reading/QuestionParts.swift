/// The blocks of a question, by what they are for.
struct QuestionParts {
  var prompt: [MarkdownNode]
  var list: MarkdownNode
  /// The quotation after the list.
  var feedback: MarkdownNode?
}

extension ContentReader {
  /// Finds the statement, the list and the final quotation; nil when there is no sound list.
  ///
  /// `isTitled`: the heading just above may be the whole statement.
  mutating func questionParts(
    _ blocks: [MarkdownNode], kind: QuestionKind, line: Int, isTitled: Bool = false
  ) -> QuestionParts? {
    guard let last = blocks.lastIndex(where: \.isList) else {
      complain(
        line, "Cette question n’a pas de propositions.",
        kind == .order ? "Ajoutez une liste numérotée." : "Ajoutez une liste de puces.")
      return nil
    }
    guard checkUncut(blocks, upTo: last), checkMarks(of: blocks[last], kind: kind) else {
      return nil
    }
    let prompt = Array(blocks[..<last])
    if prompt.isEmpty, !isTitled {
      complain(line, "Il manque l’énoncé de cette question.", "Écrivez-le avant les propositions.")
    }
    return QuestionParts(
      prompt: prompt, list: blocks[last], feedback: feedback(Array(blocks[(last + 1)...])))
  }

  /// A list of boxes before the last list: something stands between the propositions.
  private mutating func checkUncut(_ blocks: [MarkdownNode], upTo last: Int) -> Bool {
    guard let first = blocks[..<last].firstIndex(where: { $0.isList && hasBoxes($0) }) else {
      return true
    }
    let cut = blocks[first + 1]
    complain(
      cut.line, "La liste des propositions est coupée ici.",
      cut.kind == .quote
        ? "Décalez cette citation de deux espaces sous sa proposition."
        : "Gardez toutes les propositions dans une seule liste.")
    return false
  }

  private func hasBoxes(_ list: MarkdownNode) -> Bool {
    list.children.contains { item in
      item.children.first.map { $0.rawText.first == "[" } ?? false
    }
  }

  private mutating func checkMarks(of list: MarkdownNode, kind: QuestionKind) -> Bool {
    guard case .list(let isOrdered, _, _) = list.kind, isOrdered != (kind == .order) else {
      return true
    }
    complain(
      list.line,
      isOrdered
        ? "Les propositions de ce type de question sont des puces."
        : "Les étapes à remettre en ordre sont une liste numérotée.",
      isOrdered
        ? "Commencez chacune par un tiret." : "Commencez-les par « 1. », « 2. » et la suite.")
    return false
  }

  /// What follows the propositions: one quotation at most.
  mutating func feedback(_ blocks: [MarkdownNode]) -> MarkdownNode? {
    var feedback: MarkdownNode?
    for block in blocks {
      if block.kind == .quote, feedback == nil {
        feedback = block
      } else if block.kind == .quote {
        complain(block.line, "Il y a deux retours généraux.", "Réunissez-les en une citation.")
      } else if block.kind == .paragraph {
        complain(
          block.line, "Ce texte suit les propositions sans être une citation.",
          "Commencez chaque ligne du retour général par « > ».")
      } else if block.headingLevel != nil {
        _ = prose([block])
      }
    }
    return feedback
  }
}
