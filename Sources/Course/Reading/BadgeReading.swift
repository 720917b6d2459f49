extension ContentReader {
  /// `badge.md`: name, description, `## Critères`, `## Preuve`, `## Alignements`.
  mutating func badge() -> BadgeText? {
    guard let file = sections(top: FicheKeys.badge, sections: []) else { return nil }
    let fiche = file.top.fiche
    let alternative = required("alternative", of: fiche, for: "l’image du badge")
    var sections = file.sections
    let criteria = part("Critères", from: &sections, line: file.top.line)
    let evidence = part("Preuve", from: &sections, line: file.top.line)
    let alignments = take("Alignements", from: &sections).map { self.alignments($0) } ?? []
    for section in sections {
      complain(
        section.line, "Cette partie n’est pas attendue dans un badge.",
        "Parties possibles : Critères, Preuve, Alignements.")
    }
    let description = prose(file.top.blocks)
    if description.isEmpty {
      complain(file.top.line, "Le badge n’a pas de description.", "Écrivez-la sous la fiche.")
    }
    return BadgeText(
      name: title(file.top), description: narrative(description), criteria: criteria,
      evidence: evidence, alignments: alignments,
      imageAlt: alternative.isEmpty ? "" : text("alternative", of: fiche) ?? "",
      tags: (fiche["mots"] ?? "").split(separator: ",").map(\.trimmed).filter { !$0.isEmpty })
  }

  private func take(_ name: String, from sections: inout [Section]) -> Section? {
    sections.firstIndex { $0.title.rawText.folded == name.folded }.map { sections.remove(at: $0) }
  }

  private mutating func part(
    _ name: String, from sections: inout [Section], line: Int
  ) -> String {
    guard let section = take(name, from: &sections) else {
      complain(line, "Il manque la partie « ## \(name) ».", "Ajoutez-la.")
      return ""
    }
    let blocks = prose(section.blocks)
    if blocks.isEmpty { complain(section.line, "Cette partie est vide.", "Écrivez son texte.") }
    return narrative(blocks)
  }

  /// Blocks as plain Markdown, which the standard allows in a narrative.
  private func narrative(_ blocks: [Block]) -> String {
    blocks.map { block in
      switch block {
      case .paragraph(let inlines): inlines.plainText
      case .quote(let inner): narrative(inner)
      case .list(let isOrdered, let items):
        items.enumerated().map { index, item in
          (isOrdered ? "\(index + 1). " : "- ") + item.plainText
        }.joined(separator: "\n")
      }
    }.joined(separator: "\n\n")
  }

  /// `- [nom de la cible](https://…) — référentiel, code`.
  private mutating func alignments(_ section: Section) -> [BadgeText.Alignment] {
    guard let list = section.blocks.first, list.isList, section.blocks.count == 1 else {
      complain(
        section.line, "Les alignements ne sont pas une liste de liens.",
        "Écrivez « - [nom](https://…) — référentiel, code ».")
      return []
    }
    return list.children.compactMap { alignment($0) }
  }

  private mutating func alignment(_ item: MarkdownNode) -> BadgeText.Alignment? {
    guard item.children.count == 1, let nodes = item.children.first?.children,
      let first = nodes.first, case .link(let address) = first.kind,
      address.hasPrefix("https://"), !address.contains("{")
    else {
      complain(
        item.line, "Cet alignement n’est pas un lien vers un site.",
        "Écrivez « - [nom](https://…) — référentiel, code ».")
      return nil
    }
    let rest = nodes.dropFirst().map(\.rawText).joined().trimmed
    let details = rest.drop { $0 == "—" || $0 == "–" || $0.isWhitespace }
    guard rest.isEmpty || rest.first == "—" || rest.first == "–" else {
      complain(
        item.line, "Ce texte suit le lien sans tiret.", "Écrivez « — référentiel, code ».")
      return nil
    }
    let parts = details.split(separator: ",", maxSplits: 1).map(\.trimmed).filter { !$0.isEmpty }
    return BadgeText.Alignment(
      targetName: inlines(first).plainText, targetURL: address, framework: parts.first,
      code: parts.count > 1 ? parts[1] : nil)
  }
}
