import Crypto

/// RDF Dataset Canonicalization, the algorithm RDFC-1.0 with SHA-256.
struct Canonicalisation {
  let dataset: Dataset
  /// For each blank node the quads that hold it, without repeats.
  private(set) var mentions: [[Int]]
  /// For each blank node, of its quads alone (§4.6).
  private(set) var firstDegree: [NodeHash?]
  var labels = NodeLabels("c14n")
  /// Steps left before the nodes are said to be too much alike.
  var patience: Int

  /// The canonical N-Quads, sorted, one a line, in UTF-8.
  ///
  /// Throws `.tooSymmetric` when `patience` runs out: such graphs are made to exhaust verifiers.
  static func nQuads(
    of dataset: Dataset, patience: Int
  ) throws(LinkedDataError) -> [UInt8] {
    var canonicalisation = Canonicalisation(dataset, patience: patience)
    try canonicalisation.nameNodes()
    return canonicalisation.lines()
  }

  private init(_ dataset: Dataset, patience: Int) {
    self.dataset = dataset
    self.patience = patience
    mentions = Array(repeating: [], count: dataset.blankCount)
    firstDegree = Array(repeating: nil, count: dataset.blankCount)
    for (place, quad) in dataset.quads.enumerated() {
      for node in [quad.subject, quad.object, quad.graph] {
        guard let blank = node.blank, mentions[blank].last != place else { continue }
        mentions[blank].append(place)
      }
    }
  }

  /// Names every blank node: §4.4.3, steps 3 to 5.
  private mutating func nameNodes() throws(LinkedDataError) {
    var hashed: [(hash: NodeHash, node: Int)] = []
    for node in mentions.indices where !mentions[node].isEmpty {
      let hash = hashFirstDegree(of: node)
      firstDegree[node] = hash
      hashed.append((hash, node))
    }
    hashed.sort { $0.hash < $1.hash }
    var alike: [[Int]] = []
    var start = 0
    while start < hashed.count {
      let end = hashed[start...].firstIndex { $0.hash != hashed[start].hash } ?? hashed.count
      if end == start + 1 {
        labels.name(hashed[start].node)
      } else {
        alike.append(hashed[start..<end].map(\.node))
      }
      start = end
    }
    for nodes in alike { try name(alike: nodes) }
  }

  /// Hash First Degree Quads, §4.6; leaves out the repeats of `mentions[node]`.
  private mutating func hashFirstDegree(of node: Int) -> NodeHash {
    var bytes: [UInt8] = []
    var lines: [(place: Range<Int>, quad: Int)] = []
    for quad in mentions[node] {
      let start = bytes.count
      dataset.append(quad, to: &bytes) { blank, bytes in
        bytes.append(contentsOf: [0x5F, 0x3A, UInt8(ascii: blank == node ? "a" : "z")])
      }
      lines.append((start..<bytes.count, quad))
    }
    var hasher = SHA256()
    var kept: [Int] = []
    bytes.withUnsafeBytes { bytes in
      lines.sort { left, right in
        LineOrder.precedes(left.place, right.place, in: bytes)
          ?? dataset.blanks(of: left.quad).lexicographicallyPrecedes(dataset.blanks(of: right.quad))
      }
      for (place, line) in lines.enumerated() {
        let former = place > 0 ? lines[place - 1] : nil
        if let former, LineOrder.precedes(former.place, line.place, in: bytes) == nil,
          dataset.blanks(of: former.quad) == dataset.blanks(of: line.quad)
        {
          continue
        }
        hasher.update(bufferPointer: UnsafeRawBufferPointer(rebasing: bytes[line.place]))
        kept.append(line.quad)
      }
    }
    mentions[node] = kept
    return NodeHash(hasher)
  }

  /// The quads with their canonical names, in order, each once: §4.4.3, steps 6 and 7.
  private func lines() -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(dataset.bytes.count * 2)
    var places: [Range<Int>] = []
    places.reserveCapacity(dataset.quads.count)
    for quad in dataset.quads.indices {
      let start = bytes.count
      dataset.append(quad, to: &bytes) { labels.append($0, to: &$1) }
      places.append(start..<bytes.count)
    }
    return bytes.withUnsafeBytes { bytes in
      places.sort { LineOrder.precedes($0, $1, in: bytes) ?? false }
      var sorted: [UInt8] = []
      sorted.reserveCapacity(bytes.count)
      for (index, place) in places.enumerated()
      where index == 0 || LineOrder.precedes(places[index - 1], place, in: bytes) != nil {
        sorted.append(contentsOf: bytes[place])
      }
      return sorted
    }
  }
}

extension Dataset {
  /// Adds the line of a quad, its blank nodes written by `name`.
  fileprivate func append(
    _ quad: Int, to bytes: inout [UInt8], name: (Int, inout [UInt8]) -> Void
  ) {
    let quad = quads[quad]
    for node in [quad.subject, quad.predicate, quad.object, quad.graph] {
      switch node {
      case .none: continue
      case .blank(let number): name(number, &bytes)
      case .text(let start, let end): bytes.append(contentsOf: self.bytes[start..<end])
      }
      bytes.append(0x20)
    }
    bytes.append(UInt8(ascii: "."))
    bytes.append(0x0A)
  }

  /// The blank nodes of a quad, at their three places.
  fileprivate func blanks(of quad: Int) -> [Int] {
    [quads[quad].subject, quads[quad].object, quads[quad].graph].map { $0.blank ?? -1 }
  }
}
