// Blocks in sentences, in reading order.
extension [Document.Block] {
  var sentences: [Sentence] { sentences(depth: 0) }

  fileprivate func sentences(depth: Int) -> [Sentence] {
    depth < 12 ? flatMap { $0.sentences(depth: depth) } : [Sentence("…")]
  }
}

extension Document.Block {
  fileprivate func sentences(depth: Int) -> [Sentence] {
    switch self {
    case .paragraph(let text): [Sentence(text.plain)]
    case .heading(let text): [Sentence(text.plain.spoken.sentence)]
    case .list(let ordered, let items):
      items.enumerated().flatMap { index, item in
        item.sentences(depth: depth + 1).led(by: ordered ? "\(index + 1). " : "- ")
      }
    case .quote(let blocks): blocks.quotation(depth: depth)
    case .menu(let items, _): items.map(\.sentence)
    case .choices(let choices): choices.map(\.sentence)
    case .facts(let facts): facts.map { Sentence("\($0.label.withoutStop) : \($0.value)") }
    case .verdict(let verdict, let text): [Sentence(verdict.introducing(text).plain)]
    case .sample(_, let text): [Sentence(text.plain)]
    case .bars(let bars): bars.map { Sentence("\($0.spokenHead.spoken) : \($0.figures).") }
    }
  }
}

extension Document.Block {
  var isHeading: Bool { if case .heading = self { true } else { false } }
}

extension [Document.Block] {
  /// Between « and »; a quotation that is not made of words alone is announced and closed.
  fileprivate func quotation(depth: Int) -> [Sentence] {
    let inner = quoted.sentences(depth: depth + 1)
    guard !(first?.isParagraph == true && last?.isParagraph == true) else { return inner }
    return [Sentence("Citation :")] + inner + [Sentence("Fin de la citation.")]
  }
}

extension [Sentence] {
  /// The first after a mark, the others under it.
  fileprivate func led(by mark: String) -> [Sentence] {
    let indent = String(repeating: " ", count: mark.count)
    return enumerated().map { index, sentence in
      Sentence(sentence.text, lead: (index == 0 ? mark : indent) + sentence.lead)
    }
  }
}

extension Document.MenuItem {
  // `4. Données personnelles, en cours, 11 min.`, or `reprendre : Reprendre.`
  fileprivate var sentence: Sentence {
    let states = [title, state, note].compactMap { $0 }.map(\.spoken)
    let text = states.filter { !$0.isEmpty }.joined(separator: ", ").sentence
    return hasNumber ? Sentence(text, lead: "\(key). ") : Sentence("\(key) : \(text)")
  }
}

extension Document.Choice {
  // `2. Choisi : Un personnage du film.`
  fileprivate var sentence: Sentence {
    let state = mark.words(isSelected: isSelected).map { "\($0.spoken) : " } ?? ""
    return Sentence(state + text.plain, lead: "\(label.spoken). ")
  }
}

extension String {
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
