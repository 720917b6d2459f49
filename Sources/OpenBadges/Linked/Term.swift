/// A word of a context: the property it stands for, and how its values are read.
///
/// A closed form of the term definitions of JSON-LD 1.1 §9.15.
struct Term: Sendable, Hashable {
  /// How a value becomes a node or a literal (type coercion, JSON-LD 1.1 §4.2.3).
  enum Kind: Sendable, Hashable {
    /// Text, truth values, numbers and objects, each as it stands.
    case plain
    /// `@id`: a text is an identifier.
    case reference
    /// `@vocab`: a text is a word of the context.
    case word
    /// A literal of that datatype, an IRI.
    case literal(String)
    /// `@json`: the whole value, written by RFC 8785.
    case json
  }

  /// What an array of values means.
  enum Container: Sendable, Hashable {
    case none
    /// Without order, as with no container; kept to be compared with the contexts.
    case set
    case list
    /// Each value is a graph of its own.
    case graph
  }

  /// The key in JSON; in ASCII.
  let name: String
  /// The property in N-Quads: `<…>`.
  let iri: [UInt8]
  let kind: Kind
  let container: Container
  /// What follows the closing quote of a coerced literal: `^^<…>`.
  let suffix: [UInt8]
  /// Words defined for the values of this one, and whatever is below them.
  let scope: TermScope?
  /// Below, no word is known until another `@context` comes (`"@context": null`).
  let isolates: Bool

  init(
    _ name: String, _ iri: String, _ kind: Kind = .plain, in container: Container = .none,
    scope: [Term] = [], isolates: Bool = false
  ) {
    self.name = name
    self.iri = Array("<\(iri)>".utf8)
    self.kind = kind
    self.container = container
    self.scope = scope.isEmpty ? nil : TermScope(scope)
    self.isolates = isolates
    suffix =
      switch kind {
      case .literal(let datatype): Array("^^<\(datatype)>".utf8)
      case .json: NQuads.json
      default: []
      }
  }
}

/// The words defined for one type, or below one property.
struct TermScope: Sendable, Hashable {
  private let terms: [String: Term]

  init(_ terms: [Term]) {
    self.terms = Dictionary(terms.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The word of that name, byte for byte: for Swift the Kelvin sign would equal a K.
  subscript(name: String) -> Term? {
    guard let term = terms[name], term.name.utf8.count == name.utf8.count else { return nil }
    return term
  }

  /// Every word.
  var all: Dictionary<String, Term>.Values { terms.values }

  /// A word that the two define differently: no node may have both scopes.
  func conflict(with other: TermScope) -> String? {
    terms.values.first { term in other[term.name].map { $0 != term } ?? false }?.name
  }
}

/// A type of a context, and the words that only its objects know.
struct TypeTerm: Sendable, Hashable {
  /// The value in JSON; in ASCII.
  let name: String
  /// The class in N-Quads: `<…>`.
  let iri: [UInt8]
  let scope: TermScope?

  init(_ name: String, _ iri: String, _ terms: [Term] = []) {
    self.name = name
    self.iri = Array("<\(iri)>".utf8)
    scope = terms.isEmpty ? nil : TermScope(terms)
  }
}
