extension Canonicalisation {
  /// What one exploration found: its hash, and the names it gave on the way.
  private struct Exploration {
    var hash: NodeHash
    var labels: NodeLabels
  }

  /// How deep one node may lead to another before the graph is refused.
  private static let mostDepth = 96

  /// Names nodes that their own quads do not tell apart: §4.4.3, step 5.
  mutating func name(alike nodes: [Int]) throws(LinkedDataError) {
    var found: [Exploration] = []
    for node in nodes where !labels.contains(node) {
      var temporary = NodeLabels("b")
      temporary.name(node)
      found.append(try explore(from: node, temporary, depth: 0))
    }
    for exploration in found.sorted(by: { $0.hash < $1.hash }) {
      for node in exploration.labels.order { labels.name(node) }
    }
  }

  /// Hash N-Degree Quads, §4.8.
  private mutating func explore(
    from node: Int, _ path: NodeLabels, depth: Int
  ) throws(LinkedDataError) -> Exploration {
    guard depth < Canonicalisation.mostDepth else { throw LinkedDataError(.tooSymmetric) }
    var path = path
    var data: [UInt8] = []
    for (hash, nodes) in try related(to: node, path).sorted(by: { $0.key < $1.key }) {
      hash.append(to: &data)
      var best: (text: [UInt8], labels: NodeLabels)?
      var order = nodes.sorted()
      repeat {
        guard let found = try follow(order, path, unlessAfter: best?.text, depth) else { continue }
        if best.map({ found.text.lexicographicallyPrecedes($0.text) }) ?? true { best = found }
      } while Canonicalisation.permute(&order)
      guard let best else { continue }
      data += best.text
      path = best.labels
    }
    return Exploration(hash: NodeHash(of: data), labels: path)
  }

  /// The path through nodes in one order (§4.8, steps 5.4.1 to 5.4.5); nil once it cannot be best.
  private mutating func follow(
    _ nodes: [Int], _ path: NodeLabels, unlessAfter best: [UInt8]?, _ depth: Int
  ) throws(LinkedDataError) -> (text: [UInt8], labels: NodeLabels)? {
    // The names given so far are copied for each order that is tried.
    try spend(path.order.count / 8)
    var path = path
    var text: [UInt8] = []
    var ahead: [Int] = []
    for node in nodes {
      try spend(1)
      if !labels.append(node, to: &text) {
        if !path.contains(node) { ahead.append(node) }
        path.name(node)
        path.append(node, to: &text)
      }
      if isAfter(text, best) { return nil }
    }
    for node in ahead {
      let found = try explore(from: node, path, depth: depth + 1)
      path.append(node, to: &text)
      text.append(UInt8(ascii: "<"))
      found.hash.append(to: &text)
      text.append(UInt8(ascii: ">"))
      path = found.labels
      if isAfter(text, best) { return nil }
    }
    return (text, path)
  }

  private func isAfter(_ text: [UInt8], _ best: [UInt8]?) -> Bool {
    guard let best else { return false }
    return text.count >= best.count && best.lexicographicallyPrecedes(text)
  }

  /// The nodes that share a quad with `node`, by Hash Related Blank Node (§4.7).
  private mutating func related(
    to node: Int, _ path: NodeLabels
  ) throws(LinkedDataError) -> [NodeHash: [Int]] {
    var related: [NodeHash: [Int]] = [:]
    for quad in mentions[node].map({ dataset.quads[$0] }) {
      for (position, member) in [("s", quad.subject), ("o", quad.object), ("g", quad.graph)] {
        guard let other = member.blank, other != node else { continue }
        try spend(1)
        let hash = hash(of: other, at: position, in: quad, path)
        related[hash, default: []].append(other)
      }
    }
    return related
  }

  private func hash(
    of node: Int, at position: String, in quad: Dataset.Quad, _ path: NodeLabels
  ) -> NodeHash {
    var input = Array(position.utf8)
    if position != "g", case .text(let start, let end) = quad.predicate {
      input += dataset.bytes[start..<end]
    }
    if !labels.append(node, to: &input), !path.append(node, to: &input) {
      firstDegree[node]?.append(to: &input)
    }
    return NodeHash(of: input)
  }

  private mutating func spend(_ steps: Int) throws(LinkedDataError) {
    patience -= steps
    guard patience >= 0 else { throw LinkedDataError(.tooSymmetric) }
  }

  /// The next order of the nodes; false after the last, the descending one.
  private static func permute(_ nodes: inout [Int]) -> Bool {
    guard let place = nodes.indices.dropLast().last(where: { nodes[$0] < nodes[$0 + 1] }),
      let other = nodes.indices.last(where: { nodes[$0] > nodes[place] })
    else { return false }
    nodes.swapAt(place, other)
    nodes[(place + 1)...].reverse()
    return true
  }
}
