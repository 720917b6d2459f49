import OpenBadges

/// RDF graphs written as N-Quads, one quad a line, without escapes other than `\"` and `\\`.
enum Graphs {
  static func dataset(_ text: String) throws -> Dataset {
    var dataset = Dataset()
    var named: [Substring: Dataset.Node] = [:]
    for line in text.split(separator: "\n") {
      var nodes: [Dataset.Node] = []
      for word in words(line).dropLast() {
        if word.hasPrefix("_:") {
          let node = named[word] ?? dataset.blank()
          named[word] = node
          nodes.append(node)
        } else if word.hasPrefix("<") {
          nodes.append(dataset.iri(String(word.dropFirst().dropLast())) ?? .none)
        } else {
          let end = word.lastIndex(of: "\"") ?? word.startIndex
          let suffix = Array(word[word.index(after: end)...].utf8)
          nodes.append(dataset.literal(unescaped(word[..<end].dropFirst()), suffix))
        }
      }
      try dataset.insert(nodes[0], nodes[1], nodes[2], nodes.count > 3 ? nodes[3] : .none)
    }
    return dataset
  }

  static func canonical(_ text: String, patience: Int = LinkedData.patience) throws -> String {
    let bytes = try LinkedData.canonical(dataset(text), patience: patience)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Edges `ab` from `_:a` to `_:b`.
  static func edges(_ pairs: [String], property: String = "p") -> String {
    pairs.map { "_:\($0.first ?? "?") <urn:\(property)> _:\($0.last ?? "?") .\n" }.joined()
  }

  /// The same graph with its lines in another order and its blank nodes under other names.
  static func disguised(_ text: String, _ draw: inout Draw) -> String {
    var lines = text.split(separator: "\n").map(String.init)
    for place in lines.indices.reversed() { lines.swapAt(place, draw.number(below: place + 1)) }
    let names = Set(text.split { " \n".contains($0) }.filter { $0.hasPrefix("_:") }).sorted()
    var others = Array(0..<names.count)
    for place in others.indices.reversed() { others.swapAt(place, draw.number(below: place + 1)) }
    return lines.map { line in
      words(line[...]).map { word in
        names.firstIndex(of: word).map { "_:n\(others[$0])" } ?? String(word)
      }.joined(separator: " ") + "\n"
    }.joined()
  }

  /// Words apart from the spaces inside literals.
  private static func words(_ line: Substring) -> [Substring] {
    var isQuoted = false
    var isEscaped = false
    return line.split { character in
      defer { isEscaped = character == "\\" && !isEscaped }
      if character == "\"", !isEscaped { isQuoted.toggle() }
      return character == " " && !isQuoted
    }
  }

  private static func unescaped(_ text: Substring) -> String {
    String(text.replacing("\\\"", with: "\"").replacing("\\\\", with: "\\"))
  }
}
