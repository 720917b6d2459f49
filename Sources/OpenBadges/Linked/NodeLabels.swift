/// The names given to blank nodes, in order: `c14n0`, `c14n1`… (RDFC-1.0 §4.5, Issue Identifier).
struct NodeLabels {
  let prefix: [UInt8]
  /// The nodes that have a name, the first named first.
  private(set) var order: [Int] = []
  private var places: [Int: Int] = [:]

  init(_ prefix: String) { self.prefix = Array("_:\(prefix)".utf8) }

  func contains(_ node: Int) -> Bool { places[node] != nil }

  /// Gives the next name to a node that has none.
  mutating func name(_ node: Int) {
    guard places[node] == nil else { return }
    places[node] = order.count
    order.append(node)
  }

  /// Adds the name of a node; says whether it has one.
  @discardableResult
  func append(_ node: Int, to bytes: inout [UInt8]) -> Bool {
    guard let place = places[node] else { return false }
    bytes.append(contentsOf: prefix)
    // Nearly all badges have fewer than ten.
    if place < 10 {
      bytes.append(48 + UInt8(place))
    } else {
      bytes.append(contentsOf: String(place).utf8)
    }
    return true
  }
}
