extension ContentReader {
  /// `reecrire`: forbidden and expected elements, an optional `### Grille`, the model at the end.
  mutating func askedToRewrite(_ section: Section) -> Asked? {
    let (lead, parts) = parts(of: section)
    guard let main = questionParts(lead, kind: .rewrite, line: section.line) else { return nil }
    var model = main.feedback
    var checklist: [[Inline]] = []
    for part in parts {
      guard title(part).folded == "grille", checklist.isEmpty else {
        complain(
          part.line, "Ce titre n’est pas attendu ici.", "Seul « ### Grille » l’est, une fois.")
        continue
      }
      checklist = self.checklist(part)
      model = feedback(Array(part.blocks.drop { $0.isList })) ?? model
    }
    if model == nil {
      complain(
        section.line, "Il manque le modèle de réécriture.", "Ajoutez une citation à la fin.")
    }
    return Asked(
      prompt: prose(main.prompt), body: .rewrite(rewriting(main.list, checklist)),
      feedback: prose(model?.children ?? []))
  }

  private mutating func checklist(_ part: Section) -> [[Inline]] {
    guard let list = part.blocks.first, list.isList else {
      complain(part.line, "La grille est vide.", "Ajoutez une liste de questions à se poser.")
      return []
    }
    return list.children.compactMap { item in
      guard let first = item.children.first, first.kind == .paragraph, item.children.count == 1
      else {
        complain(item.line, "Cette ligne de la grille n’est pas lisible.", "Écrivez une question.")
        return nil
      }
      return inlines(first)
    }
  }

  private mutating func rewriting(_ list: MarkdownNode, _ checklist: [[Inline]]) -> Rewriting {
    var rewriting = Rewriting(forbidden: [], expected: [], checklist: checklist)
    for proposition in propositions(list, boxed: true) {
      if proposition.isTicked != true {
        rewriting.forbidden.append(option(proposition, kind: .rewrite))
      } else if let expected = expectation(proposition) {
        rewriting.expected.append(expected)
      }
    }
    return rewriting
  }

  /// `nom : a, b, c`.
  private mutating func expectation(_ proposition: ListItem) -> Rewriting.Expectation? {
    let text = inlines(proposition.text, from: proposition.line).plainText
    let parts = text.split(separator: ":", maxSplits: 1).map(\.trimmed)
    let words = parts.count == 2 ? parts[1].split(separator: ",").map(\.trimmed) : []
    guard let name = parts.first, !name.isEmpty, !words.isEmpty, !words.contains("") else {
      complain(
        proposition.line, "Cet élément attendu ne dit pas à quoi on le reconnaît.",
        "Écrivez « - [x] nom : mot, mot, mot ».")
      return nil
    }
    return Rewriting.Expectation(
      name: name, anyOf: words, feedback: prose(proposition.feedback),
      place: place(proposition.line))
  }
}
