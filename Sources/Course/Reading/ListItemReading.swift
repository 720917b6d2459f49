/// One item of a question's list, cut into its parts.
struct ListItem {
  /// What its box says; nil when there is none.
  var isTicked: Bool?
  /// The text, without its box and its reference.
  var text: [MarkdownNode]
  var misconception: String?
  /// The blocks inside the quotation.
  var feedback: [MarkdownNode]
  var line: Int
}

extension ContentReader {
  /// The propositions of a list; each wants a box, or none.
  mutating func propositions(_ list: MarkdownNode, boxed: Bool) -> [ListItem] {
    list.children.compactMap { proposition($0, boxed: boxed) }
  }

  private mutating func proposition(_ item: MarkdownNode, boxed: Bool) -> ListItem? {
    guard let first = item.children.first, first.kind == .paragraph else {
      complain(item.line, "Cette proposition est vide.", "Écrivez son texte après la puce.")
      return nil
    }
    var proposition = ListItem(
      text: first.children, feedback: feedback(of: item), line: item.line)
    if boxed {
      guard readBox(of: &proposition) else { return nil }
    } else if case .text(let text)? = first.children.first?.kind, looksLikeBox(text) {
      complain(
        item.line, "Une case à cocher n’est pas attendue dans ce type de question.",
        "Enlevez la case.")
      return nil
    }
    readMisconception(of: &proposition)
    if proposition.text.allSatisfy({ $0.rawText.allSatisfy(\.isWhitespace) }) {
      complain(item.line, "Cette proposition est vide.", "Écrivez son texte après la case.")
      return nil
    }
    return proposition
  }

  /// The one quotation an item may hold.
  private mutating func feedback(of item: MarkdownNode) -> [MarkdownNode] {
    var feedback: [MarkdownNode]?
    for block in item.children.dropFirst() {
      if block.kind == .quote, feedback == nil {
        feedback = block.children
      } else if block.kind == .quote {
        complain(
          block.line, "Cette proposition a deux retours.", "Réunissez-les en une citation.")
      } else if block.kind == .paragraph {
        complain(
          block.line, "Un deuxième paragraphe suit la proposition.",
          "Écrivez le retour en citation, avec « > ».")
      } else if block.isList {
        complain(
          block.line, "Une liste se trouve dans la proposition.",
          "Alignez les propositions au bord de la page.")
      }
    }
    return feedback ?? []
  }

  private func looksLikeBox(_ text: String) -> Bool {
    ["[x]", "[X]", "[ ]"].contains { text.hasPrefix($0) }
  }

  /// Takes `[x] ` or `[ ] ` off the text; false and a complaint when it is anything else.
  private mutating func readBox(of proposition: inout ListItem) -> Bool {
    guard case .text(let text)? = proposition.text.first?.kind, looksLikeBox(text) else {
      complainOfBox(proposition)
      return false
    }
    let rest = text.dropFirst(3)
    guard rest.isEmpty || rest.first == " " else {
      complain(
        proposition.line, "La case doit être suivie d’une espace ordinaire.",
        "Écrivez « - [x] Texte », sans espace insécable.")
      return false
    }
    proposition.isTicked = !text.hasPrefix("[ ]")
    proposition.text[0].kind = .text(String(rest.drop { $0 == " " }))
    if proposition.text.count > 1, rest.isEmpty, proposition.text[1].kind == .softBreak {
      proposition.text.removeSubrange(0...1)
    }
    return true
  }

  private mutating func complainOfBox(_ proposition: ListItem) {
    let raw = proposition.text.map(\.rawText).joined()
    if raw.hasPrefix("[\u{A0}]") || raw.hasPrefix("[\u{202F}]") {
      complain(
        proposition.line, "La case contient une espace insécable : elle n’est pas reconnue.",
        "Écrivez « [ ] » avec une espace ordinaire.")
    } else {
      complain(
        proposition.line, "Cette proposition n’a pas de case à cocher.",
        "Écrivez « - [x] » ou « - [ ] », puis une espace et le texte.")
    }
  }

  /// Takes a final `<!-- MC-21 -->` off the text.
  private func readMisconception(of proposition: inout ListItem) {
    guard case .inlineHTML(let literal)? = proposition.text.last?.kind,
      let key = Misconception.key(in: literal)
    else { return }
    proposition.misconception = key
    proposition.text.removeLast()
    guard let last = proposition.text.indices.last,
      case .text(let text) = proposition.text[last].kind
    else { return }
    let end = text.lastIndex { !$0.isWhitespace }.map { text.index(after: $0) }
    proposition.text[last].kind = .text(String(text[..<(end ?? text.startIndex)]))
  }
}

/// The reference to a misconception: `<!-- MC-21 -->`.
enum Misconception {
  static func key(in comment: String) -> String? {
    guard comment.hasPrefix("<!--"), comment.hasSuffix("-->"), comment.count > 7 else {
      return nil
    }
    let inside = comment.dropFirst(4).dropLast(3).filter { !$0.isWhitespace }
    return isKey(inside) ? inside : nil
  }

  /// `MC-` and at least two digits.
  static func isKey(_ text: String) -> Bool {
    let digits = text.dropFirst(3)
    return text.hasPrefix("MC-") && (2...4).contains(digits.count)
      && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
