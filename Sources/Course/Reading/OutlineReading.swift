/// A link of an ordered list: what it says, where it leads.
struct OutlineLink: Sendable, Hashable {
  var text: String
  var address: String
  var line: Int
}

/// `parcours.md`, before its modules are read.
struct CourseFile: Sendable {
  var id: String
  var title: String
  var version: String
  var badge: String
  var licence: String
  var welcome: [Block]
  var modules: [OutlineLink]
}

/// `module.md`, before its lessons are read.
struct ModuleFile: Sendable {
  var module: Module
  var lessons: [OutlineLink]
}

extension ContentReader {
  /// `parcours.md`: fiche, welcome, ordered list of links to the modules.
  mutating func course() -> CourseFile? {
    guard let file = sections(top: FicheKeys.course, sections: []) else { return nil }
    refuseSections(file.sections, after: 0)
    let fiche = file.top.fiche
    let format = required("format", of: fiche, for: "ce parcours")
    if !format.isEmpty, format != "1" {
      complain(
        fiche.line(of: "format"), "Le format \(quoted(format)) n’est pas connu de ce programme.",
        "Écrivez « format : 1 », ou installez un programme plus récent.")
    }
    let (welcome, links) = links(file.top, of: "les modules")
    return CourseFile(
      id: required("identifiant", of: fiche, for: "ce parcours"), title: title(file.top),
      version: required("version", of: fiche, for: "ce parcours"),
      badge: required("badge", of: fiche, for: "ce parcours"),
      licence: required("licence", of: fiche, for: "ce parcours"), welcome: welcome,
      modules: links)
  }

  /// `module.md`: fiche, opening situation, ordered list of lessons, `## Je retiens`.
  mutating func module() -> ModuleFile? {
    guard let file = sections(top: FicheKeys.module, sections: []) else { return nil }
    let fiche = file.top.fiche
    let (opening, links) = links(file.top, of: "les leçons")
    let module = Module(
      id: identifier(
        required("identifiant", of: fiche, for: "ce module"), line: fiche.line(of: "identifiant")),
      title: title(file.top), minutes: minutes(fiche), refs: fiche.list("refs"),
      counts: yesOrNo("compte", of: fiche, default: true), opening: opening, lessons: [],
      takeaways: takeaways(file), scenarioFile: nil, bankFile: nil, place: place(file.top.line))
    return ModuleFile(module: module, lessons: links)
  }

  private mutating func takeaways(_ file: SectionedFile) -> [Block] {
    refuseSections(file.sections, after: 1)
    guard let section = file.sections.first else {
      complain(file.top.line, "Il manque la partie « Je retiens ».", "Ajoutez « ## Je retiens ».")
      return []
    }
    if title(section).folded != "je retiens" {
      complain(
        section.line, "Cette partie n’est pas attendue dans un module.",
        "Seule « ## Je retiens » l’est ; une leçon a son propre fichier.")
    }
    let blocks = prose(section.blocks)
    if blocks.isEmpty {
      complain(
        section.line, "La partie « Je retiens » est vide.", "Écrivez trois phrases en « je ».")
    }
    return blocks
  }

  private mutating func refuseSections(_ sections: [Section], after count: Int) {
    for section in sections.dropFirst(count) {
      complain(section.line, "Cette partie n’est pas attendue ici.", "Enlevez ce titre « ## ».")
    }
  }

  /// The blocks before the ordered list of links, and its links; the list comes last.
  private mutating func links(
    _ top: Section, of what: String
  ) -> (before: [Block], links: [OutlineLink]) {
    guard let index = top.blocks.lastIndex(where: { $0.kind.isOrderedList }) else {
      complain(
        top.line, "Il manque la liste numérotée des liens vers \(what).",
        "Ajoutez « 1. [Titre](fichier.md) ».")
      return (prose(top.blocks), [])
    }
    if let stray = top.blocks[(index + 1)...].first {
      complain(
        stray.line, "Ce texte suit la liste des liens : il ne s’affiche pas.",
        "Placez-le avant la liste.")
    }
    return (prose(Array(top.blocks[..<index])), top.blocks[index].children.compactMap { link($0) })
  }

  private mutating func link(_ item: MarkdownNode) -> OutlineLink? {
    guard item.children.count == 1, let only = item.children.first, only.children.count == 1,
      case .link(let address)? = only.children.first?.kind
    else {
      complain(
        item.line, "Cette ligne n’est pas un lien.", "Écrivez « 1. [Titre](fichier.md) ».")
      return nil
    }
    return OutlineLink(text: inlines(only).plainText, address: address, line: item.line)
  }
}

extension MarkdownNode.Kind {
  var isOrderedList: Bool {
    if case .list(true, _, _) = self { return true }
    return false
  }
}
