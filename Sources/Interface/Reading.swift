import Course
import Display

/// A block of the content: its own name, since a document has blocks too.
typealias Prose = Block

/// Prose of the content as a page shows it.
extension Text {
  init(_ inlines: [Inline], _ role: Role = .plain) {
    self.init(Text.runs(inlines, role))
  }

  private static func runs(_ inlines: [Inline], _ role: Role) -> [Run] {
    inlines.flatMap { inline -> [Run] in
      switch inline {
      case .text(let value), .code(let value): [Run(value, role)]
      case .strong(let inner): runs(inner, .strong)
      case .emphasis(let inner): runs(inner, .emphasis)
      // The address is read after the words: a terminal has no link to follow.
      case .link(let inner, let address): runs(inner, role) + [Run(" (\(address))", .quiet)]
      case .softBreak, .lineBreak: [Run(" ", role)]
      }
    }
  }
}

extension Document.Block {
  init(_ block: Prose) {
    switch block {
    case .paragraph(let inlines): self = .paragraph(Text(inlines))
    case .list(let ordered, let items):
      self = .list(ordered: ordered, items.map { $0.map(Document.Block.init) })
    case .quote(let blocks): self = .quote(blocks.map(Document.Block.init))
    }
  }
}

extension Array where Element == Document.Block {
  init(_ blocks: [Prose]) { self = blocks.map(Document.Block.init) }

  /// A paragraph a sentence or a group of sentences.
  static func paragraphs(_ texts: String...) -> [Document.Block] {
    texts.map { .paragraph(Text($0)) }
  }
}

/// A page that could not be read: the checker's sentence, and a way out.
struct ContentFaultPage: Page {
  var error: ContentError

  func document(in session: Session) -> Document {
    Document(
      place: .init(long: "Contenu", short: "Contenu", spoken: "Contenu"),
      title: "Cette page ne peut pas être lue",
      blocks: .paragraphs(
        error.description,
        "Le reste du parcours fonctionne. Prévenez la personne qui tient le contenu."))
  }

  func commands(in session: Session) -> [Command] {
    [.advance("retour", help: "Revient à la page d’avant.")]
  }

  mutating func perform(_ action: Action, argument: String, in session: inout Session) -> Turn {
    .back
  }
}
