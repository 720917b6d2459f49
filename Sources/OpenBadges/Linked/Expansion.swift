import JSON

/// JSON to RDF by the closed tables: expansion, node map and RDF of JSON-LD 1.1 API in one pass.
///
/// Where JSON-LD drops in silence what it does not know, this refuses: nothing stays unsigned.
struct Expansion {
  /// Objects within objects.
  private static let mostDepth = 64

  private let vocabulary: Vocabulary
  var dataset = Dataset()
  /// The nodes of the names `_:…` of the document.
  private var named: [String: Dataset.Node] = [:]

  /// The quads of a document.
  static func dataset(
    of document: JSON, _ vocabulary: Vocabulary
  ) throws(LinkedDataError) -> Dataset {
    guard let object = document.object else { throw LinkedDataError(.unexpectedValue) }
    var expansion = Expansion(vocabulary: vocabulary)
    _ = try expansion.node(object, Surroundings(context: .none, graph: .none, depth: 0))
    return expansion.dataset
  }

  private init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// What an object takes from where it stands.
  struct Surroundings {
    var context: ActiveContext
    var graph: Dataset.Node
    var depth: Int
  }

  /// An object whose members are being read.
  struct Holder {
    var subject: Dataset.Node
    /// Of its types; their words are not known to the objects below.
    var scopes: [TermScope]
    var inside: Surroundings

    func term(_ name: String) -> Term? {
      for scope in scopes { if let term = scope[name] { return term } }
      return inside.context.term(name)
    }
  }
}

extension Expansion {
  /// Adds the quads of an object and of all below it; returns its node.
  mutating func node(
    _ object: JSONObject, _ outside: Surroundings
  ) throws(LinkedDataError) -> Dataset.Node {
    guard outside.depth < Expansion.mostDepth else { throw LinkedDataError(.tooDeep) }
    var inside = outside
    inside.depth += 1
    if let context = object["@context"] {
      do { try inside.context.add(context, from: vocabulary) } catch {
        throw error.under("@context")
      }
    }
    guard !inside.context.isEmpty else { throw LinkedDataError(.missingContext) }
    let subject = try subject(object["id"])
    let scopes = try types(object["type"], of: subject, inside)
    let holder = Holder(subject: subject, scopes: scopes, inside: inside)
    for (key, value) in object.members where !Expansion.isStructural(key) {
      do throws(LinkedDataError) { try member(key, value, of: holder) } catch {
        throw error.under(key)
      }
    }
    return subject
  }

  private static func isStructural(_ key: String) -> Bool {
    key == "id" || key == "type" || key == "@context"
  }

  /// The node that an `id` names, or a new one.
  private mutating func subject(_ id: JSON?) throws(LinkedDataError) -> Dataset.Node {
    guard let id else { return dataset.blank() }
    guard let text = id.string else { throw LinkedDataError(.unexpectedValue).under("id") }
    guard let node = reference(text) else { throw LinkedDataError(.badIdentifier).under("id") }
    return node
  }

  /// The node that a text names; nil when it is neither an IRI nor a blank node's name.
  mutating func reference(_ text: String) -> Dataset.Node? {
    if let node = dataset.iri(text) { return node }
    guard NQuads.isBlankName(text) else { return nil }
    if let node = named[text] { return node }
    let node = dataset.blank()
    named[text] = node
    return node
  }

  /// Adds the types of an object; returns the scopes of those that have one.
  private mutating func types(
    _ value: JSON?, of subject: Dataset.Node, _ inside: Surroundings
  ) throws(LinkedDataError) -> [TermScope] {
    guard let value else { return [] }
    var scoped: [String: TermScope] = [:]
    for name in value.array ?? [value] {
      do throws(LinkedDataError) {
        guard let name = name.string else { throw LinkedDataError(.unexpectedValue) }
        guard let type = inside.context.type(name) else {
          throw LinkedDataError(.unknownType(name))
        }
        try dataset.insert(
          subject, dataset.spelt(NQuads.type), dataset.spelt(type.iri), inside.graph)
        guard let scope = type.scope, scoped[name] == nil else { continue }
        try Expansion.check(scope, with: inside.context.scopes + scoped.values)
        scoped[name] = scope
      } catch { throw error.under("type") }
    }
    return Array(scoped.values)
  }

  /// A protected word cannot be redefined: JSON-LD 1.1 API §4.2.2, step 27.
  private static func check(
    _ scope: TermScope, with others: [TermScope]
  ) throws(LinkedDataError) {
    for other in others {
      if let word = scope.conflict(with: other) { throw LinkedDataError(.conflictingTypes(word)) }
    }
  }
}
