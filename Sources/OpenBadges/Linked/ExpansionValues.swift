import JSON

extension Expansion {
  /// Adds the quads of one member, whatever number of values it has.
  mutating func member(
    _ key: String, _ value: JSON, of holder: Holder
  ) throws(LinkedDataError) {
    guard key.utf8.first != UInt8(ascii: "@") else { throw LinkedDataError(.keyword(key)) }
    guard let term = holder.term(key) else { throw LinkedDataError(.unknownTerm(key)) }
    if term.container == .list { return try list(term, value, of: holder) }
    guard case .array(let elements) = value, term.kind != .json else {
      return try add(term, value, to: holder)
    }
    for (place, element) in elements.enumerated() {
      do throws(LinkedDataError) { try add(term, element, to: holder) } catch {
        throw error.under(String(place))
      }
    }
  }

  /// Adds one value of a word.
  private mutating func add(
    _ term: Term, _ value: JSON, to holder: Holder
  ) throws(LinkedDataError) {
    let predicate = dataset.spelt(term.iri)
    let object =
      term.container == .graph
      ? try graph(term, value, holder) : try self.value(term, value, holder)
    try dataset.insert(holder.subject, predicate, object, holder.inside.graph)
  }

  /// A graph that holds one object, under a name of its own.
  private mutating func graph(
    _ term: Term, _ value: JSON, _ holder: Holder
  ) throws(LinkedDataError) -> Dataset.Node {
    guard let object = value.object else { throw LinkedDataError(.unexpectedValue) }
    let name = dataset.blank()
    var below = Expansion.below(term, holder)
    below.graph = name
    _ = try node(object, below)
    return name
  }

  /// An ordered list: one node for each value, linked to the next.
  private mutating func list(
    _ term: Term, _ value: JSON, of holder: Holder
  ) throws(LinkedDataError) {
    var subject = holder.subject
    var predicate = dataset.spelt(term.iri)
    let graph = holder.inside.graph
    for (place, element) in (value.array ?? [value]).enumerated() {
      do throws(LinkedDataError) {
        let cell = dataset.blank()
        try dataset.insert(subject, predicate, cell, graph)
        try dataset.insert(
          cell, dataset.spelt(NQuads.first), self.value(term, element, holder), graph)
        (subject, predicate) = (cell, dataset.spelt(NQuads.rest))
      } catch { throw error.under(String(place)) }
    }
    try dataset.insert(subject, predicate, dataset.spelt(NQuads.empty), graph)
  }

  /// What the objects in a member's values start from.
  private static func below(_ term: Term, _ holder: Holder) -> Surroundings {
    var below = holder.inside
    if term.isolates { below.context = .none }
    if let scope = term.scope { below.context.enter(scope) }
    return below
  }
}

extension Expansion {
  /// The node or literal of a value, by the kind of its word (JSON-LD 1.1 API §5.3 and §8.6).
  private mutating func value(
    _ term: Term, _ value: JSON, _ holder: Holder
  ) throws(LinkedDataError) -> Dataset.Node {
    switch (term.kind, value) {
    case (.json, _):
      return dataset.literal(String(decoding: value.canonical, as: UTF8.self), term.suffix)
    case (_, .null): throw LinkedDataError(.null)
    case (_, .array): throw LinkedDataError(.nestedArray)
    case (.plain, .object(let object)) where object["@value"] != nil:
      return try languageLiteral(object)
    case (.plain, .object(let object)), (.reference, .object(let object)):
      return try node(object, Expansion.below(term, holder))
    case (.reference, .string(let text)):
      guard let node = reference(text) else { throw LinkedDataError(.badIdentifier) }
      return node
    case (.word, .string(let text)):
      guard let word = term.scope?[text] else { throw LinkedDataError(.unknownTerm(text)) }
      return dataset.spelt(word.iri)
    case (.plain, _): return try scalar(value, nil)
    case (.literal, _): return try scalar(value, term.suffix)
    default: throw LinkedDataError(.unexpectedValue)
    }
  }

  /// A text, truth value or number, of the datatype given or of its own.
  private mutating func scalar(
    _ value: JSON, _ suffix: [UInt8]?
  ) throws(LinkedDataError) -> Dataset.Node {
    switch value {
    case .string(let text): return dataset.literal(text, suffix ?? [])
    case .bool(let value):
      return dataset.literal(value ? "true" : "false", suffix ?? NQuads.boolean)
    case .integer(let value) where value.magnitude < 1 << 53:
      return dataset.literal(String(value), suffix ?? NQuads.integer)
    case .double(let value) where value.isFinite && value.rounded() != value:
      return dataset.literal(CanonicalDouble.text(value), suffix ?? NQuads.double)
    case .integer, .double: throw LinkedDataError(.number)
    default: throw LinkedDataError(.unexpectedValue)
    }
  }

  /// A text in one language: `{"@value": …, "@language": …}` and nothing more.
  private mutating func languageLiteral(
    _ object: JSONObject
  ) throws(LinkedDataError) -> Dataset.Node {
    for key in object.keys where key != "@value" && key != "@language" {
      throw LinkedDataError(.keyword(key)).under(key)
    }
    guard let text = object["@value"]?.string
    else { throw LinkedDataError(.unexpectedValue).under("@value") }
    guard let language = object["@language"] else { return dataset.literal(text) }
    guard let tag = language.string, Expansion.isLanguage(tag)
    else { throw LinkedDataError(.languageTag).under("@language") }
    return dataset.literal(text, Array("@\(tag)".utf8))
  }

  /// Letters, then groups of letters and digits, in lower case: libraries fold case or do not.
  private static func isLanguage(_ tag: String) -> Bool {
    let groups = tag.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return groups.enumerated().allSatisfy { place, group in
      (1...8).contains(group.count)
        && group.allSatisfy { (97...122).contains($0) || (place > 0 && (48...57).contains($0)) }
    }
  }
}
