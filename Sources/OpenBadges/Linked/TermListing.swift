extension TermTable {
  /// One line for each word and type: the context, the place, the IRI, the coercion, the container.
  ///
  /// Written as the contexts write it, so that a table can be compared with its file.
  var listing: [String] {
    TermTable.lines(terms, "\(url) ")
      + allTypes.flatMap { type in
        ["\(url) \(type.name) \(TermTable.text(type.iri)) type"]
          + (type.scope.map { TermTable.lines($0, "\(url) \(type.name)/") } ?? [])
      }
  }

  private static func lines(_ scope: TermScope, _ place: String) -> [String] {
    scope.all.flatMap { term in
      ["\(place)\(term.name) \(text(term.iri)) \(coercion(term)) \(container(term))"]
        + (term.scope.map { lines($0, "\(place)\(term.name)/") } ?? [])
    }
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private static func coercion(_ term: Term) -> String {
    switch term.kind {
    case .plain: "-"
    case .reference: "@id"
    case .word: "@vocab"
    case .json: "@json"
    case .literal(let datatype): datatype
    }
  }

  private static func container(_ term: Term) -> String {
    let container =
      switch term.container {
      case .none: "-"
      case .set: "@set"
      case .list: "@list"
      case .graph: "@graph"
      }
    return term.isolates ? container + " null" : container
  }
}
