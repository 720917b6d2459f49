/// A heading, its fiche, and the blocks under it down to the next heading of its level.
struct Section: Sendable, Hashable {
  var title: MarkdownNode
  var fiche: Fiche
  var blocks: [MarkdownNode]
  var lastLine: Int

  var line: Int { title.line }
}

/// A content file cut at its headings.
struct SectionedFile: Sendable {
  /// Level 1: the title of the file and what comes before the first `##`.
  var top: Section
  /// Level 2, in order.
  var sections: [Section]
}

extension ContentReader {
  /// Cuts the file at its headings; nil when it has no title.
  ///
  /// `keys` are those of the file's fiche and of each section's.
  mutating func sections(top keys: [String], sections sectionKeys: [String]) -> SectionedFile? {
    sections(top: keys) { _ in sectionKeys }
  }

  /// As above; the keys of a section may depend on its comment.
  mutating func sections(
    top keys: [String], keysOf sectionKeys: (MarkdownNode) -> [String]
  ) -> SectionedFile? {
    guard isReadable else { return nil }
    guard let first = tree.first, first.headingLevel == 1 else {
      complain(
        tree.first?.line ?? 1, "Le fichier ne commence pas par un titre.",
        "Écrivez « # Titre » à la première ligne.")
      return nil
    }
    let starts = [0] + tree.indices.filter { $0 > 0 && isSectionStart(tree[$0]) }
    var sections: [Section] = []
    for (number, start) in starts.enumerated() {
      let end = number + 1 < starts.count ? starts[number + 1] : tree.count
      let lastLine = end < tree.count ? tree[end].line - 1 : source.lines.count
      let blocks = Array(tree[(start + 1)..<end])
      let keys = start == 0 ? keys : blocks.first.map(sectionKeys) ?? []
      sections.append(section(tree[start], blocks, keys: keys, lastLine: lastLine))
    }
    let top = sections.removeFirst()
    return SectionedFile(top: top, sections: sections)
  }

  /// A file of entries: before the first `##`, a few words for its authors and nothing else.
  mutating func entries(keys: [String]) -> [Section] {
    guard let file = sections(top: FicheKeys.plain, sections: keys) else { return [] }
    if let stray = file.top.blocks.first(where: { $0.kind != .paragraph }) {
      complain(
        stray.line, "Ce passage n’appartient à aucune entrée : il ne s’affiche pas.",
        "Écrivez « ## » et une clé avant lui.")
    }
    return file.sections
  }

  /// Cuts the blocks of a section at its `###` headings; the first part has no title.
  func parts(of section: Section) -> (lead: [MarkdownNode], parts: [Section]) {
    let starts = section.blocks.indices.filter { section.blocks[$0].headingLevel == 3 }
    guard let first = starts.first else { return (section.blocks, []) }
    let parts = starts.enumerated().map { number, start in
      let end = number + 1 < starts.count ? starts[number + 1] : section.blocks.count
      let title = section.blocks[start]
      return Section(
        title: title, fiche: Fiche(line: title.line),
        blocks: Array(section.blocks[(start + 1)..<end]),
        lastLine: end < section.blocks.count ? section.blocks[end].line - 1 : section.lastLine)
    }
    return (Array(section.blocks[..<first]), parts)
  }

  private mutating func isSectionStart(_ node: MarkdownNode) -> Bool {
    guard node.headingLevel == 1 else { return node.headingLevel == 2 }
    complain(
      node.line, "Le fichier a un deuxième titre de niveau 1.",
      "Écrivez « ## Titre » pour une partie.")
    return true
  }

  private mutating func section(
    _ title: MarkdownNode, _ blocks: [MarkdownNode], keys: [String], lastLine: Int
  ) -> Section {
    guard let first = blocks.first, case .html = first.kind else {
      return Section(
        title: title, fiche: Fiche(line: title.line), blocks: blocks, lastLine: lastLine)
    }
    return Section(
      title: title, fiche: fiche(first, keys: keys, lastLine: lastLine),
      blocks: Array(blocks.dropFirst()), lastLine: lastLine)
  }
}
