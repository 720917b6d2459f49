/// Lines that a paragraph swallowed, and marks left in its text.
extension ContentReader {
  mutating func checkParagraph(_ block: MarkdownNode, inside container: MarkdownNode?) {
    let isQuoted = container?.kind == .quote
    if block.endLine > block.line {
      for number in block.line + 1...min(block.endLine, max(block.line + 1, source.lines.count)) {
        checkContinuation(number, of: block, isQuoted: isQuoted, inList: container?.kind == .item)
      }
    }
    checkLeftMarks(block)
  }

  private mutating func checkContinuation(
    _ number: Int, of block: MarkdownNode, isQuoted: Bool, inList: Bool
  ) {
    let text = source.trimmed(number)
    if isQuoted {
      guard text.first != UInt8(ascii: ">") else { return }
      complain(
        number, "Cette ligne suit une citation sans son signe « > ».",
        "Commencez-la par « > », au même décalage, ou laissez une ligne vide avant.")
    } else if text.first == UInt8(ascii: ">") {
      complain(
        number, "Cette citation est trop décalée : elle est prise pour du texte.",
        "Mettez deux espaces devant « > » sous une puce, trois sous « 1. ».")
    } else if looksLikeItem(text) {
      complain(
        number, "Cette ligne de liste est prise pour la suite du texte.",
        "Alignez-la sur les autres, ou laissez une ligne vide avant la liste.")
    } else if inList, source.indent(number) < block.column - 1 {
      complain(
        number, "Cette ligne n’est pas décalée sous sa puce, et la prolonge pourtant.",
        "Décalez-la, ou laissez une ligne vide avant un nouveau paragraphe.")
    }
  }

  /// `- texte`, `2. texte`.
  private func looksLikeItem(_ text: ArraySlice<UInt8>) -> Bool {
    if text.first == UInt8(ascii: "-") { return text.dropFirst().first == 0x20 }
    let rest = text.drop { (0x30...0x39).contains($0) }
    guard (1...2).contains(text.count - rest.count), rest.first == UInt8(ascii: ".") else {
      return false
    }
    return rest.dropFirst().first == 0x20
  }

  /// Asterisks and brackets that were meant as marks and are shown as they are.
  private mutating func checkLeftMarks(_ block: MarkdownNode) {
    var line = block.line
    for node in block.children { checkLeftMarks(in: node, line: &line) }
  }

  private mutating func checkLeftMarks(in node: MarkdownNode, line: inout Int) {
    switch node.kind {
    case .softBreak, .lineBreak: line += 1
    case .text(let text) where !text.utf8.contains(where: Self.isMark): break  // Nearly always.
    case .text(let text) where text.utf8.contains(UInt8(ascii: "*")):
      // libcmark keeps no trace of an escaped asterisk: the source line does.
      guard !source[line].contains("\\*") else { return }
      complain(
        line, "Un astérisque reste dans le texte affiché.",
        "Fermez le gras sans espace : **mot**. Sinon, enlevez l’astérisque.")
    case .text(let text) where text.utf8.contains(UInt8(ascii: "`")):
      guard !source[line].contains("\\`") else { return }
      complain(line, "Un accent grave reste dans le texte affiché.", "Fermez-le, ou enlevez-le.")
    case .text(let text) where text.utf8.contains(UInt8(ascii: "]")) && text.contains("]("):
      complain(
        line, "Ce lien n’est pas reconnu.",
        "Écrivez [texte](adresse), sans espace dans l’adresse.")
    default:
      for child in node.children { checkLeftMarks(in: child, line: &line) }
    }
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "*") || byte == UInt8(ascii: "`") || byte == UInt8(ascii: "]")
  }
}
