/// A node of a Markdown document, copied out of libcmark.
struct MarkdownNode: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case heading(level: Int)
    case paragraph
    /// `period`: the numbers are followed by `.` rather than `)`.
    case list(ordered: Bool, start: Int, period: Bool)
    case item
    case quote
    /// The whole lines of an HTML block; libcmark 0.30 reports wrong end lines for these.
    case html(String)
    case code
    case rule
    case text(String)
    case softBreak
    case lineBreak
    case inlineCode(String)
    case strong
    case emphasis
    case link(address: String)
    case image
    case inlineHTML(String)
    case other
  }

  var kind: Kind
  /// First line and column, from 1.
  var line: Int
  var column: Int
  /// Last line; right for paragraphs, larger than the text for lists.
  var endLine: Int
  var children: [MarkdownNode] = []
}

extension MarkdownNode {
  var isList: Bool {
    if case .list = kind { return true }
    return false
  }

  /// The level of a heading, nil for anything else.
  var headingLevel: Int? {
    if case .heading(let level) = kind { return level }
    return nil
  }

  /// The text a reader sees, variables not replaced, soft breaks kept as line feeds.
  var rawText: String {
    switch kind {
    case .text(let value), .inlineCode(let value): value
    case .softBreak, .lineBreak: "\n"
    case .inlineHTML: ""
    default: children.reduce(into: "") { $0 += $1.rawText }
    }
  }

  /// Last line of the comment or other HTML of this block.
  var htmlEndLine: Int {
    guard case .html(let literal) = kind else { return endLine }
    let feeds = literal.utf8.count { $0 == UInt8(ascii: "\n") }
    return line + max(0, literal.utf8.last == UInt8(ascii: "\n") ? feeds - 1 : feeds)
  }
}
