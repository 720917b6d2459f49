/// What a line shows and the tree no longer does.
extension ContentReader {
  mutating func checkLines() {
    let comments = commentLines
    for number in 1..<comments.count where !comments[number] {
      checkMarks(number)
      checkEscapes(number)
    }
  }

  /// The lines of HTML blocks: the fiche has its own grammar.
  ///
  /// Indexed by line, from 1.
  private var commentLines: [Bool] {
    var lines = [Bool](repeating: false, count: source.lines.count + 1)
    for node in tree {
      guard case .html = node.kind else { continue }
      // An unclosed comment hides the whole file: what it swallowed is not read twice.
      for line in node.line...max(node.line, node.htmlEndLine) where lines.indices.contains(line) {
        lines[line] = true
      }
    }
    return lines
  }

  /// Marks that look right and are not: a missing space, a no-break space, a table.
  private mutating func checkMarks(_ number: Int) {
    let text = withoutQuoteMarks(source.trimmed(number))
    guard let first = text.first else { return }
    switch first {
    case UInt8(ascii: "#"): checkHeadingMark(text, number)
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): checkBullet(text, number)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): checkNumber(text, number)
    case UInt8(ascii: "["): checkDefinition(text, number)
    case UInt8(ascii: "|"):
      complain(number, "Un tableau ne s’affiche pas.", "Écrivez une liste.")
    default: break
    }
  }

  private func withoutQuoteMarks(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    line.drop { $0 == UInt8(ascii: ">") || $0 == 0x20 }
  }

  private mutating func checkHeadingMark(_ text: ArraySlice<UInt8>, _ number: Int) {
    let rest = text.drop { $0 == UInt8(ascii: "#") }
    guard let next = rest.first, next != 0x20 else { return }
    complain(
      number, "Ce titre n’est pas reconnu : il manque une espace ordinaire après le dièse.",
      "Écrivez « ## Titre », avec une espace ordinaire.")
  }

  private mutating func checkBullet(_ text: ArraySlice<UInt8>, _ number: Int) {
    let rest = text.dropFirst()
    if rest.beginsWithNoBreakSpace {
      complainOfNoBreakSpace(number, "la puce")
    } else if rest.first == UInt8(ascii: "[") {
      complain(
        number, "Cette puce n’est pas reconnue : il manque une espace après le tiret.",
        "Écrivez « - [x] » ou « - [ ] ».")
    } else if rest.first == 0x20 {
      checkItem(rest.drop { $0 == 0x20 }, number)
    }
  }

  private mutating func checkItem(_ text: ArraySlice<UInt8>, _ number: Int) {
    checkDefinition(text, number)
    guard text.starts(with: "\\[".utf8) else { return }
    complain(
      number, "« \\[ » ne se distingue plus d’une case à cocher.", "Enlevez la barre oblique.")
  }

  private mutating func checkNumber(_ text: ArraySlice<UInt8>, _ number: Int) {
    let rest = text.drop { (0x30...0x39).contains($0) }
    guard text.count - rest.count <= 2, rest.first == UInt8(ascii: ".") else { return }
    let after = rest.dropFirst()
    if after.beginsWithNoBreakSpace {
      complainOfNoBreakSpace(number, "le numéro")
    } else if let next = after.first, (0x41...0x5A).contains(next) || next == UInt8(ascii: "[") {
      complain(
        number, "Ce numéro n’est pas reconnu : il manque une espace après le point.",
        "Écrivez « 1. Texte ».")
    }
  }

  private mutating func complainOfNoBreakSpace(_ number: Int, _ what: String) {
    complain(
      number, "Une espace insécable suit \(what) : elle n’est pas reconnue.",
      "Remplacez-la par une espace ordinaire.")
  }

  /// `[mot]: adresse` disappears from the text.
  private mutating func checkDefinition(_ text: ArraySlice<UInt8>, _ number: Int) {
    guard text.first == UInt8(ascii: "["), let end = text.firstIndex(of: UInt8(ascii: "]")),
      text.index(after: end) < text.endIndex, text[text.index(after: end)] == UInt8(ascii: ":")
    else { return }
    complain(
      number, "Une définition de lien disparaît du texte affiché.",
      "Écrivez le lien sur place : [texte](adresse).")
  }

  /// Ways of writing a brace or a box that cannot be told from the real ones after analysis.
  private mutating func checkEscapes(_ number: Int) {
    let line = source[number]
    if line.contains(UInt8(ascii: "\\")), line.contains("\\{") {
      complain(number, "« \\{ » ne se distingue plus d’une variable.", "Écrivez « {{ ».")
    }
    guard line.contains(UInt8(ascii: "&")) else { return }
    let entities: [StaticString] = [
      "&#123;", "&#x7b;", "&#x7B;", "&#X7b;", "&#X7B;", "&lbrace;", "&lcub;",
    ]
    if entities.contains(where: { line.contains($0) }) {
      complain(number, "Cette accolade codée devient une variable.", "Écrivez « {{ ».")
    }
  }
}
