/// Markdown nodes to the prose of the model, variables replaced.
extension ContentReader {
  /// Paragraphs, lists and quotations; anything else is a mistake of the author.
  mutating func prose(_ nodes: [MarkdownNode]) -> [Block] {
    nodes.compactMap { block($0) }
  }

  private mutating func block(_ node: MarkdownNode) -> Block? {
    switch node.kind {
    case .paragraph: .paragraph(inlines(node))
    case .quote: .quote(prose(node.children))
    case .list(let isOrdered, _, _):
      .list(ordered: isOrdered, items: node.children.map { prose($0.children) })
    case .heading:
      unexpectedHeading(node)
    default: nil  // HTML, code and rules: already said by checkBlocks.
    }
  }

  private mutating func unexpectedHeading(_ node: MarkdownNode) -> Block? {
    complain(
      node.line, "Un titre de ce niveau n’est pas attendu ici.",
      "Écrivez « ## Titre », ou un paragraphe.")
    return nil
  }

  /// The text of a paragraph or of a heading.
  mutating func inlines(_ node: MarkdownNode) -> [Inline] {
    inlines(node.children, from: node.line)
  }

  /// Inline nodes; `line` is the line of the first.
  mutating func inlines(_ nodes: [MarkdownNode], from line: Int) -> [Inline] {
    var line = line
    return nodes.compactMap { inline($0, line: &line) }
  }

  private mutating func inline(_ node: MarkdownNode, line: inout Int) -> Inline? {
    switch node.kind {
    case .text(let value): return .text(replaced(value, line))
    case .inlineCode(let value): return .code(replaced(value, line))
    case .strong: return .strong(nested(node, line: &line))
    case .emphasis: return .emphasis(nested(node, line: &line))
    case .link(let address):
      let address = replaced(address, line)
      return .link(nested(node, line: &line), address: address)
    case .softBreak, .lineBreak:
      line += 1
      return node.kind == .softBreak ? .softBreak : .lineBreak
    case .image:
      complain(line, "Une image ne s’affiche pas.", "Décrivez-la en une phrase.")
    case .inlineHTML:
      complain(
        line, "Ce HTML n’est pas admis ici.",
        "Seul « <!-- MC-21 --> » l’est, en toute fin d’une proposition.")
    default: break
    }
    return nil
  }

  private mutating func nested(_ node: MarkdownNode, line: inout Int) -> [Inline] {
    var inlines: [Inline] = []
    for child in node.children {
      if let inline = inline(child, line: &line) { inlines.append(inline) }
    }
    return inlines
  }

  /// Replaces the variables of a text and says which braces are wrong.
  mutating func replaced(_ text: String, _ line: Int) -> String {
    var mistakes: [Variables.Mistake] = []
    let result = variables.replacing(text, mistakes: &mistakes)
    for mistake in mistakes {
      switch mistake {
      case .unknown(let name):
        complain(
          line, "La variable \(quoted("{\(name)}")) n’existe pas.",
          "Variables possibles : \(variables.names.sorted().joined(separator: ", ")).")
      case .unclosed:
        complain(
          line, "Une accolade reste ouverte.",
          "Fermez-la, ou écrivez « {{ » pour afficher une accolade.")
      }
    }
    return result
  }

  /// A heading as plain text.
  mutating func title(_ section: Section) -> String {
    inlines(section.title).plainText
  }
}
