/// Why a document has no canonical form here, and where.
public struct LinkedDataError: Error, Sendable, Hashable {
  /// The kinds of fault; each has its French words.
  public enum Reason: Sendable, Hashable {
    /// A key that no context of the document defines for its place.
    case unknownTerm(String)
    case unknownType(String)
    /// An address that is none of the pinned contexts.
    case unknownContext(String)
    /// A context written in the document itself.
    case inlineContext
    case missingContext
    /// Two versions of one context, or a context where none may be added.
    case misplacedContext
    /// Two types of one object that define this word differently.
    case conflictingTypes(String)
    /// A key that starts with `@`, other than `@context`.
    case keyword(String)
    /// Relative, or with characters that no IRI has (RFC 3987).
    case badIdentifier
    /// No value of the kind that the word asks for.
    case unexpectedValue
    case null
    case nestedArray
    /// Whole beyond 2⁵³ − 1, so that readers would not see the same one.
    case number
    /// No tag of BCP 47 in lower case.
    case languageTag
    case tooDeep
    case tooLarge
    /// Nodes without a name that nothing tells apart, more than there is time to compare.
    case tooSymmetric
  }

  /// What is wrong.
  public var reason: Reason
  /// A JSON Pointer (RFC 6901) to the value at fault; empty for the whole document.
  public var path: String

  /// A fault in a value, its place to be told by those that hold it.
  package init(_ reason: Reason, path: String = "") {
    self.reason = reason
    self.path = path
  }

  /// The same fault, seen from the object or array that holds the value under `key`.
  func under(_ key: String) -> LinkedDataError {
    let escaped = key.utf8.flatMap { byte -> [UInt8] in
      switch byte {
      case UInt8(ascii: "~"): Array("~0".utf8)
      case UInt8(ascii: "/"): Array("~1".utf8)
      default: [byte]
      }
    }
    return LinkedDataError(reason, path: "/" + String(decoding: escaped, as: UTF8.self) + path)
  }
}

extension LinkedDataError {
  /// What is wrong, where, and what to do, in French, without control characters.
  public var sentence: String {
    let place = path.isEmpty ? "" : " Endroit\u{A0}: \(LinkedDataError.short(path))."
    return reason.french + place
  }

  /// A document may hold any text as a key: what is shown of it is cleaned and short.
  fileprivate static func short(_ text: String) -> String {
    let cleaned = PlainText.cleaned(text)
    return cleaned.count <= 120 ? cleaned : cleaned.prefix(119) + "…"
  }
}

extension LinkedDataError.Reason {
  fileprivate var french: String {
    switch self {
    case .unknownTerm(let name): "Donnée inconnue «\u{202F}\(shown(name))\u{202F}». Retirez-la."
    case .unknownType(let name): "Type inconnu «\u{202F}\(shown(name))\u{202F}». Corrigez-le."
    case .unknownContext(let url): "Vocabulaire inconnu «\u{202F}\(shown(url))\u{202F}»."
    case .inlineContext: "Un vocabulaire est écrit dans le document lui-même\u{A0}: c’est refusé."
    case .missingContext:
      "Le document ne nomme pas son vocabulaire. Ajoutez «\u{202F}@context\u{202F}»."
    case .misplacedContext: "Un vocabulaire ne peut pas être ajouté à cet endroit."
    case .conflictingTypes(let name):
      "Deux types se contredisent sur «\u{202F}\(shown(name))\u{202F}». Gardez-en un."
    case .keyword(let name): "Mot réservé «\u{202F}\(shown(name))\u{202F}» non accepté ici."
    case .badIdentifier: "Un identifiant n’est pas une adresse complète. Écrivez-le en entier."
    case .unexpectedValue: "Cette valeur n’est pas du genre attendu. Corrigez-la."
    case .null: "Une valeur est vide (null). Retirez-la."
    case .nestedArray: "Une liste contient une autre liste. Mettez-la à plat."
    case .number: "Un nombre entier est trop grand pour être lu partout pareil."
    case .languageTag: "Un code de langue est mal écrit. Écrivez par exemple «\u{202F}fr\u{202F}»."
    case .tooDeep: "Le document a trop de niveaux imbriqués."
    case .tooLarge: "Le document est trop gros pour être signé ou vérifié."
    case .tooSymmetric:
      "Trop d’éléments sans identifiant se ressemblent. Donnez-leur des identifiants."
    }
  }

  private func shown(_ text: String) -> String { LinkedDataError.short(text) }
}
