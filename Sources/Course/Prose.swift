/// A run of text inside a paragraph, variables already replaced by their local values.
package enum Inline: Sendable, Hashable {
  case text(String)
  case strong([Inline])
  case emphasis([Inline])
  case code(String)
  /// A link: what is read, then its address.
  case link([Inline], address: String)
  /// A line end inside a paragraph: a space when it is shown.
  case softBreak
  case lineBreak
}

/// A block of prose of the content, in reading order.
package enum Block: Sendable, Hashable {
  case paragraph([Inline])
  case list(ordered: Bool, items: [[Block]])
  /// A quotation: in a lesson, a request made to an AI.
  case quote([Block])
}

extension Sequence where Element == Inline {
  /// What the reader reads, without marks, on one line.
  package var plainText: String {
    reduce(into: "") { text, inline in
      switch inline {
      case .text(let value), .code(let value): text += value
      case .strong(let inner), .emphasis(let inner), .link(let inner, _): text += inner.plainText
      case .softBreak, .lineBreak: text += " "
      }
    }
  }
}

extension Sequence where Element == Block {
  /// What the reader reads, without marks: the paragraphs and items, one a line.
  package var plainText: String { lines.joined(separator: "\n") }

  private var lines: [String] {
    flatMap { block -> [String] in
      switch block {
      case .paragraph(let inlines): [inlines.plainText]
      case .list(_, let items): items.map(\.plainText)
      case .quote(let blocks): [blocks.plainText]
      }
    }
  }
}
