/// A run of text that an agent reads: a paragraph, an item, a title.
struct Passage: Sendable, Hashable {
  /// Line feeds where the source goes to the next line.
  var text: String
  var place: Place
  /// A text of the fiche, whose typography the program sees to.
  var isFromFiche = false

  /// The place of the line `offset` lines below the first.
  func place(_ offset: Int) -> Place {
    isFromFiche ? place : Place(file: place.file, line: place.line + offset)
  }
}

extension Corpus.Document {
  var passages: [Passage] {
    var all: [Passage] = []
    for node in reader.tree { collect(node, into: &all) }
    for entry in reader.fiches.flatMap(\.entries)
    where entry.key == "animateur" || entry.key == "titre" {
      all.append(Passage(text: value(entry.value), place: place(entry.line), isFromFiche: true))
    }
    return all
  }

  /// The addresses of the links of the text, with their places.
  var links: [(address: String, place: Place)] {
    var all: [(String, Place)] = []
    for node in reader.tree { collectLinks(node, line: node.line, into: &all) }
    return all
  }

  private func collect(_ node: MarkdownNode, into all: inout [Passage]) {
    switch node.kind {
    case .paragraph:
      // The two sides of a pair are read apart.
      for side in withoutBox(text(node.children)).split(separator: "→") {
        all.append(Passage(text: String(side), place: place(node.line)))
      }
    case .heading(let level):
      guard level != 2 || role != .entries else { return }
      all.append(Passage(text: text(node.children), place: place(node.line)))
    case .list where role == .plan: break
    case .list, .item, .quote:
      for child in node.children { collect(child, into: &all) }
    default: break
    }
  }

  private func collectLinks(
    _ node: MarkdownNode, line: Int, into all: inout [(String, Place)]
  ) {
    let line = node.line > 0 ? node.line : line
    if case .link(let address) = node.kind { all.append((value(address), place(line))) }
    for child in node.children { collectLinks(child, line: line, into: &all) }
  }

  /// Code is shown as it is: one neutral word for the rules on prose.
  private func text(_ nodes: [MarkdownNode]) -> String {
    nodes.map { node in
      switch node.kind {
      case .text(let text): value(text)
      case .softBreak, .lineBreak: "\n"
      case .inlineCode: "x"
      case .inlineHTML: ""
      default: text(node.children)
      }
    }.joined()
  }

  private func withoutBox(_ text: String) -> String {
    ["[x]", "[X]", "[ ]"].contains { text.hasPrefix($0) } ? String(text.dropFirst(3)) : text
  }

  private func value(_ text: String) -> String {
    var mistakes: [Variables.Mistake] = []
    return reader.variables.replacing(text, mistakes: &mistakes)
  }

  private func place(_ line: Int) -> Place { reader.place(line) }
}
