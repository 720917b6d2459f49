/// RDF quads as canonicalisation wants them: texts already spelt, nodes without a name numbered.
package struct Dataset: Sendable {
  /// One member of a quad.
  package enum Node: Sendable, Hashable {
    /// The default graph.
    case none
    /// A blank node, by its number.
    case blank(Int)
    /// Canonical N-Quads from one place of `bytes` up to another.
    case text(Int, Int)
  }

  struct Quad: Sendable {
    var subject: Node
    var predicate: Node
    var object: Node
    var graph: Node
  }

  /// What one document may weigh once every quad is written out.
  ///
  /// A long identifier is repeated in each quad of its node: a small file could fill the memory.
  static let mostBytes = 16 << 20

  private(set) var bytes: [UInt8] = []
  private(set) var quads: [Quad] = []
  private(set) var blankCount = 0
  private var weight = 0

  /// No quad yet.
  package init() {
    bytes.reserveCapacity(8192)
    quads.reserveCapacity(96)
  }

  /// A new node without a name.
  package mutating func blank() -> Node {
    blankCount += 1
    return .blank(blankCount - 1)
  }

  /// A node named by a text; nil unless it is an IRI with a scheme.
  package mutating func iri(_ text: String) -> Node? {
    guard NQuads.isIRI(text) else { return nil }
    let start = bytes.count
    bytes.append(UInt8(ascii: "<"))
    bytes.append(contentsOf: text.utf8)
    bytes.append(UInt8(ascii: ">"))
    return .text(start, bytes.count)
  }

  /// A literal, its `suffix` being `^^<datatype>`, `@language`, or nothing for a plain text.
  package mutating func literal(_ text: String, _ suffix: [UInt8] = []) -> Node {
    let start = bytes.count
    bytes.append(UInt8(ascii: "\""))
    NQuads.append(quoted: text, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: suffix)
    return .text(start, bytes.count)
  }

  /// A node or literal already spelt.
  mutating func spelt(_ text: [UInt8]) -> Node {
    bytes.append(contentsOf: text)
    return .text(bytes.count - text.count, bytes.count)
  }

  /// Adds a quad; one that is there already adds nothing to the canonical form.
  package mutating func insert(
    _ subject: Node, _ predicate: Node, _ object: Node, _ graph: Node = .none
  ) throws(LinkedDataError) {
    weight += subject.weight + predicate.weight + object.weight + graph.weight + 5
    guard weight <= Dataset.mostBytes else { throw LinkedDataError(.tooLarge) }
    quads.append(Quad(subject: subject, predicate: predicate, object: object, graph: graph))
  }
}

extension Dataset.Node {
  /// The number of a blank node; nil for any other.
  var blank: Int? {
    guard case .blank(let number) = self else { return nil }
    return number
  }

  /// Bytes in a line, roughly for a blank node.
  fileprivate var weight: Int {
    switch self {
    case .none: 0
    case .blank: 8
    case .text(let start, let end): end - start
    }
  }
}
