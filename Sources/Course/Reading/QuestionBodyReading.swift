extension ContentReader {
  /// What a question asks: its statement, its body, its general feedback.
  struct Asked {
    var prompt: [Block]
    var body: QuestionBody
    var feedback: [Block]
  }

  /// Reads the blocks of a question; nil when the body cannot be understood.
  mutating func asked(_ section: Section, kind: QuestionKind) -> Asked? {
    switch kind {
    case .steps: return askedInSteps(section)
    case .rewrite: return askedToRewrite(section)
    default: break
    }
    let (lead, parts) = parts(of: section)
    for part in parts {
      complain(
        part.line, "Un titre « ### » n’est pas attendu dans ce type de question.",
        "Enlevez-le, ou écrivez « type : cas ».")
    }
    return asked(lead, kind: kind, fiche: section.fiche, line: section.line)
  }

  /// A question made of one statement, one list and at most one final quotation.
  mutating func asked(
    _ blocks: [MarkdownNode], kind: QuestionKind, fiche: Fiche, line: Int, isTitled: Bool = false
  ) -> Asked? {
    guard let parts = questionParts(blocks, kind: kind, line: line, isTitled: isTitled),
      let body = simpleBody(parts, kind: kind, fiche: fiche)
    else { return nil }
    if kind == .short, parts.feedback == nil {
      complain(
        parts.list.line, "Il manque le retour général, qui répond aux autres réponses.",
        "Ajoutez une citation après les réponses.")
    }
    return Asked(
      prompt: prose(parts.prompt), body: body,
      feedback: prose(parts.feedback?.children ?? []))
  }

  private mutating func simpleBody(
    _ parts: QuestionParts, kind: QuestionKind, fiche: Fiche
  ) -> QuestionBody? {
    if kind == .match { return .match(pairs(parts.list)) }
    let options = options(parts.list, kind: kind)
    // A proposition that could not be read was said; counting the others would mislead.
    if options.count == parts.list.children.count {
      checkTicks(options, kind: kind, line: parts.list.line)
    }
    switch kind {
    case .single: return .single(options)
    case .multiple: return .multiple(options)
    case .trueFalse: return .trueFalse(options)
    case .spot: return .spot(options)
    case .short: return .short(options)
    case .order: return .order(options, alsoAccepted: orders(fiche, count: options.count))
    case .match, .rewrite, .steps: return nil
    }
  }

  /// How many `[x]` each kind wants.
  mutating func checkTicks(_ options: [Proposition], kind: QuestionKind, line: Int) {
    let ticked = options.count { $0.isRight }
    switch kind {
    case .single where ticked != 1:
      complain(
        line, "Cette question a \(ticked == 0 ? "zéro" : "\(ticked)") bonnes réponses.",
        "Cochez exactement une proposition avec « [x] ».")
    case .multiple where ticked == 0 || ticked == options.count:
      complain(
        line, "Toutes les propositions ont la même case.",
        "Il faut au moins une bonne réponse et une mauvaise.")
    case .spot where ticked == 0, .short where ticked == 0:
      complain(line, "Aucune proposition n’est cochée.", "Cochez-en au moins une avec « [x] ».")
    default: break
    }
  }

  /// `accepte : 1 3 2 4`, once for each equivalent order.
  private mutating func orders(_ fiche: Fiche, count: Int) -> [[Int]] {
    var orders: [[Int]] = []
    for entry in fiche.all("accepte") {
      let order = Fiche.words(entry.value).map { Int($0) ?? 0 }
      if count > 0, order.sorted() == Array(1...count), order != order.sorted() {
        orders.append(order)
      } else {
        complain(
          entry.line, "L’ordre \(quoted(entry.value)) ne convient pas.",
          "Écrivez chaque numéro de 1 à \(count) une fois, dans un autre ordre que celui de la liste."
        )
      }
    }
    return orders
  }
}
