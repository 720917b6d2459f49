import JSON

/// The contexts that documents may name: nothing is ever fetched.
package struct Vocabulary: Sendable {
  private var tables: [TermTable]

  /// Those of Open Badges 3.0 and of the credentials it is built on.
  package static let pinned = Vocabulary(
    tables: [.credentials2, .badges303, .badgeExtensions, .badges302])

  private init(tables: [TermTable]) { self.tables = tables }

  /// The same and one more; for the examples of standards.
  package func adding(_ table: TermTable) -> Vocabulary { Vocabulary(tables: tables + [table]) }

  /// What the tables define, a line each, to be compared with the contexts they come from.
  package var listing: [String] { tables.flatMap(\.listing) }

  fileprivate func table(_ url: String) throws(LinkedDataError) -> TermTable {
    // Two texts of one length, one of them ASCII, are equal for Swift only when their bytes are.
    for table in tables where table.url.utf8.count == url.utf8.count && table.url == url {
      return table
    }
    throw LinkedDataError(.unknownContext(url))
  }
}

/// The words known at one place of a document (the active context of JSON-LD 1.1 API §4.1).
struct ActiveContext: Sendable {
  /// From the outermost; no two of a family.
  private var tables: [TermTable] = []
  /// Of the properties passed through, from the outermost.
  private(set) var scopes: [TermScope] = []

  /// No word at all.
  static let none = ActiveContext()

  /// Whether some context has been named.
  var isEmpty: Bool { tables.isEmpty }

  /// Adds the contexts that an object names, an address or an array of addresses.
  mutating func add(_ value: JSON, from vocabulary: Vocabulary) throws(LinkedDataError) {
    guard scopes.isEmpty else { throw LinkedDataError(.misplacedContext) }
    guard let elements = value.array else { return try add(one: value, from: vocabulary) }
    for (place, element) in elements.enumerated() {
      do throws(LinkedDataError) { try add(one: element, from: vocabulary) } catch {
        throw error.under(String(place))
      }
    }
  }

  private mutating func add(
    one value: JSON, from vocabulary: Vocabulary
  ) throws(LinkedDataError) {
    guard let url = value.string
    else { throw LinkedDataError(value.object == nil ? .unexpectedValue : .inlineContext) }
    let table = try vocabulary.table(url)
    guard !tables.contains(where: { $0.url == table.url }) else { return }
    // All pinned contexts agree save the versions of one: a protected word cannot be redefined.
    guard !tables.contains(where: { $0.family == table.family })
    else { throw LinkedDataError(.misplacedContext) }
    tables.append(table)
  }

  /// Adds the words that a property defines for its values.
  mutating func enter(_ scope: TermScope) { scopes.append(scope) }

  /// The word of that name outside the types of the object, the innermost definition first.
  func term(_ name: String) -> Term? {
    // By index: iterating would copy each table.
    for place in scopes.indices.reversed() { if let term = scopes[place][name] { return term } }
    for place in tables.indices.reversed() {
      if let term = tables[place].terms[name] { return term }
    }
    return prefix(for: name).map { Term(name, $0 + name) }
  }

  /// The type of that name.
  func type(_ name: String) -> TypeTerm? {
    for place in tables.indices { if let type = tables[place].type(name) { return type } }
    return prefix(for: name).map { TypeTerm(name, $0 + name) }
  }

  /// The `@vocab` that completes a word; nil when there is none, or for what is no plain word.
  private func prefix(for name: String) -> String? {
    guard let prefix = tables.lazy.compactMap(\.prefix).last, !name.isEmpty,
      name.utf8.allSatisfy({ isWord($0) })
    else { return nil }
    return prefix
  }

  private func isWord(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (97...122).contains(byte | 0x20) || byte == UInt8(ascii: "_")
  }
}
