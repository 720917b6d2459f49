/// What the tree shows and an author did not mean.
extension ContentReader {
  /// Checks blocks and what they hold; `container` is the node they stand in, nil at the top.
  mutating func checkBlocks(_ blocks: [MarkdownNode], inside container: MarkdownNode?) {
    for (index, block) in blocks.enumerated() {
      let previous = index > 0 ? blocks[index - 1] : nil
      switch block.kind {
      case .heading: checkHeading(block, inside: container)
      case .html: checkHTML(block, after: previous, inside: container)
      case .code: checkCode(block)
      case .rule:
        complain(block.line, "Une règle « --- » coupe le texte.", "Enlevez cette ligne.")
      case .list: checkList(block, after: previous)
      case .quote: if container == nil { checkQuote(block, after: previous) }
      case .paragraph: checkParagraph(block, inside: container)
      default: break
      }
      if block.isList || block.kind == .item || block.kind == .quote {
        checkBlocks(block.children, inside: block)
      }
    }
  }

  private mutating func checkHeading(_ block: MarkdownNode, inside container: MarkdownNode?) {
    if container != nil {
      complain(
        block.line, "Un titre se trouve dans une liste ou une citation.",
        "Écrivez-le au bord de la page, entre deux lignes vides.")
    } else if source.trimmed(block.line).first != UInt8(ascii: "#") {
      complain(
        block.line, "Ce texte souligné devient un titre.",
        "Enlevez la ligne de tirets ou de signes égal, ou écrivez « ## Titre ».")
    } else if block.children.isEmpty {
      complain(block.line, "Ce titre est vide.", "Écrivez un titre après le dièse.")
    }
  }

  private mutating func checkHTML(
    _ block: MarkdownNode, after previous: MarkdownNode?, inside container: MarkdownNode?
  ) {
    guard case .html(let literal) = block.kind else { return }
    let isComment = literal.drop { $0 == " " }.hasPrefix("<!--")
    if !isComment {
      complain(block.line, "Le HTML ne s’affiche pas.", "Écrivez ce passage en Markdown.")
    } else if container != nil {
      complain(
        block.line, "Ce commentaire n’est pas sur la ligne de sa proposition.",
        "Placez « <!-- MC-21 --> » en fin de ligne, après le texte.")
    } else if (previous?.headingLevel ?? 3) > 2 {
      complain(
        block.line, "Cette fiche n’est pas juste sous un titre « # » ou « ## ».",
        "Déplacez-la sous le titre, ou enlevez ce commentaire.")
    }
  }

  private mutating func checkCode(_ block: MarkdownNode) {
    let mark = source.trimmed(block.line).first
    if mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") {
      complain(
        block.line, "Un bloc de code ne s’affiche pas.",
        "Écrivez un paragraphe, ou une citation pour une demande à une IA.")
    } else {
      complain(
        block.line, "Quatre espaces au début de la ligne en font un bloc de code.",
        "Enlevez ces espaces.")
    }
  }

  private mutating func checkList(_ block: MarkdownNode, after previous: MarkdownNode?) {
    guard case .list(let isOrdered, let start, let period) = block.kind else { return }
    if isOrdered {
      if !period {
        complain(block.line, "Un numéro suivi d’une parenthèse ouvre une liste.", "Écrivez « 1. ».")
      } else if start != 1 {
        complain(
          block.line, "Ce nombre suivi d’un point ouvre une liste qui ne commence pas à 1.",
          "Commencez la liste à « 1. », ou placez le nombre ailleurs dans la phrase.")
      }
      return
    }
    let bullet = source[block.line].dropFirst(block.column - 1).first
    guard let bullet, bullet != UInt8(ascii: "-") else { return }
    let mark = quoted(String(UnicodeScalar(bullet)))
    if previous?.isList == true {
      complain(
        block.line, "La puce \(mark) au milieu de puces « - » coupe la liste.",
        "Commencez chaque puce par un tiret.")
    } else {
      complain(block.line, "La puce \(mark) n’est pas admise.", "Commencez la puce par un tiret.")
    }
  }

  /// A quotation under a list and not in it: it was meant for the last proposition.
  private mutating func checkQuote(_ block: MarkdownNode, after previous: MarkdownNode?) {
    guard previous?.isList == true, !source.isBlank(block.line - 1) else { return }
    complain(
      block.line, "Cette citation n’est pas décalée sous sa proposition.",
      "Mettez deux espaces devant « > » sous une puce, trois sous « 1. ». Avant le retour général, laissez une ligne vide."
    )
  }
}
