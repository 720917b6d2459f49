/// One JSON-LD context, as a table: every word and every type it defines.
package struct TermTable: Sendable {
  /// The address by which documents name it.
  package let url: String
  /// Tables of one family are versions of each other and never meet in a document.
  let family: String
  let terms: TermScope
  /// What is added before a word that no table knows (`@vocab`); nil for a closed context.
  let prefix: String?
  private let types: [String: TypeTerm]

  init(_ url: String, family: String? = nil, terms: [Term], types: [TypeTerm]) {
    self.url = url
    self.family = family ?? url
    self.terms = TermScope(terms)
    prefix = nil
    self.types = Dictionary(types.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// A context that holds nothing but an `@vocab`: every word and every type is then accepted.
  ///
  /// For the examples of standards; never for what is issued or verified.
  package init(_ url: String, vocabulary prefix: String) {
    self.url = url
    family = url
    terms = TermScope([])
    types = [:]
    self.prefix = prefix
  }

  /// The type of that name, byte for byte.
  func type(_ name: String) -> TypeTerm? {
    guard let type = types[name], type.name.utf8.count == name.utf8.count else { return nil }
    return type
  }

  /// Every type.
  var allTypes: Dictionary<String, TypeTerm>.Values { types.values }
}

/// What the words of the pinned contexts begin with.
enum Namespace {
  static let badges = "https://purl.imsglobal.org/spec/vc/ob/vocab.html#"
  static let credentials = "https://www.w3.org/2018/credentials#"
  static let jose = "https://www.iana.org/assignments/jose#"
  static let jwt = "https://www.iana.org/assignments/jwt#"
  static let schema = "https://schema.org/"
  static let security = "https://w3id.org/security#"
  static let status = "https://www.w3.org/ns/credentials/status#"
  static let xsd = "http://www.w3.org/2001/XMLSchema#"
  /// Not the namespace of XML Schema, but what the contexts write.
  static let xsdSecure = "https://www.w3.org/2001/XMLSchema#"
}
