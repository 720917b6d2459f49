import CCMark

/// CommonMark analysis by libcmark, copied at once into Swift values.
struct MarkdownTree {
  /// Deeper than any honest text; beyond it, recursion over the tree would not be safe.
  static let depthLimit = 24

  /// The blocks of the document, empty when it is nested too deeply.
  private(set) var blocks: [MarkdownNode] = []
  /// The line where the nesting passes the limit.
  private(set) var tooDeepLine: Int?

  init(_ bytes: [UInt8]) {
    guard !bytes.isEmpty else { return }
    let root = bytes.withUnsafeBytes { buffer in
      cmark_parse_document(
        buffer.bindMemory(to: CChar.self).baseAddress, buffer.count, CMARK_OPT_DEFAULT)
    }
    guard let root else { return }
    defer { cmark_node_free(root) }
    cmark_consolidate_text_nodes(root)
    copy(root)
  }

  /// Walks with libcmark's iterator, so that hostile nesting costs no stack.
  private mutating func copy(_ root: OpaquePointer) {
    let iterator = cmark_iter_new(root)
    defer { cmark_iter_free(iterator) }
    var open: [MarkdownNode] = []
    while true {
      let event = cmark_iter_next(iterator)
      guard event == CMARK_EVENT_ENTER || event == CMARK_EVENT_EXIT,
        let node = cmark_iter_get_node(iterator)
      else { return }
      if event == CMARK_EVENT_ENTER {
        open.append(MarkdownNode(copying: node))
        guard open.count <= MarkdownTree.depthLimit else {
          tooDeepLine = open.last { $0.line > 0 }?.line ?? 1
          return
        }
        if !isLeaf(node) { continue }
      }
      guard let closed = open.popLast() else { return }
      if open.isEmpty {
        blocks = closed.children
      } else {
        open[open.count - 1].children.append(closed)
      }
    }
  }

  /// Whether the iterator gives no exit event for this node.
  private func isLeaf(_ node: OpaquePointer) -> Bool {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_HTML_BLOCK, CMARK_NODE_THEMATIC_BREAK, CMARK_NODE_CODE_BLOCK,
      CMARK_NODE_TEXT, CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK, CMARK_NODE_CODE,
      CMARK_NODE_HTML_INLINE:
      true
    default: false
    }
  }
}

extension MarkdownNode {
  fileprivate init(copying node: OpaquePointer) {
    self.init(
      kind: Kind(of: node), line: Int(cmark_node_get_start_line(node)),
      column: Int(cmark_node_get_start_column(node)),
      endLine: Int(cmark_node_get_end_line(node)))
  }
}

extension MarkdownNode.Kind {
  fileprivate init(of node: OpaquePointer) {
    let literal = { cmark_node_get_literal(node).map { String(cString: $0) } ?? "" }
    switch cmark_node_get_type(node) {
    case CMARK_NODE_HEADING: self = .heading(level: Int(cmark_node_get_heading_level(node)))
    case CMARK_NODE_PARAGRAPH: self = .paragraph
    case CMARK_NODE_LIST: self = Self.list(node)
    case CMARK_NODE_ITEM: self = .item
    case CMARK_NODE_BLOCK_QUOTE: self = .quote
    case CMARK_NODE_HTML_BLOCK: self = .html(literal())
    case CMARK_NODE_CODE_BLOCK: self = .code
    case CMARK_NODE_THEMATIC_BREAK: self = .rule
    case CMARK_NODE_TEXT: self = .text(literal())
    case CMARK_NODE_SOFTBREAK: self = .softBreak
    case CMARK_NODE_LINEBREAK: self = .lineBreak
    case CMARK_NODE_CODE: self = .inlineCode(literal())
    case CMARK_NODE_STRONG: self = .strong
    case CMARK_NODE_EMPH: self = .emphasis
    case CMARK_NODE_LINK:
      self = .link(address: cmark_node_get_url(node).map { String(cString: $0) } ?? "")
    case CMARK_NODE_IMAGE: self = .image
    case CMARK_NODE_HTML_INLINE: self = .inlineHTML(literal())
    default: self = .other
    }
  }

  private static func list(_ node: OpaquePointer) -> MarkdownNode.Kind {
    let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
    return .list(
      ordered: isOrdered, start: isOrdered ? Int(cmark_node_get_list_start(node)) : 1,
      period: cmark_node_get_list_delim(node) != CMARK_PAREN_DELIM)
  }
}
