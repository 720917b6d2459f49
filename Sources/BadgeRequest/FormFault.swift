package import JSON

/// Why bytes are not one of the files of this target, or a value may not be written as one.
package enum FormFault: Error, Sendable, Hashable {
  /// More than this number of bytes.
  case tooLarge(Int)
  /// No JSON text, or not a safe one.
  case notJSON(JSONError)
  /// Some other JSON value.
  case notAnObject
  /// Written by a program of another generation.
  case otherFormat(Int)
  /// A member that must be there is not.
  case missing(String)
  /// A member that this format does not have.
  case unknown(String)
  /// A member of the wrong type, the wrong form or outside its bounds.
  case malformed(String)
  /// The same question comes twice in the draw.
  case repeatedQuestion(String)
  /// The same value, spelled in another way than the program does.
  case notCanonical
  /// The private half of a key stands where the public one must.
  case privateKey
  /// A public key with which nothing can be agreed (RFC 7748 §6.1).
  case weakKey
}

extension FormFault {
  /// What is wrong, in French; nothing from the file but visible ASCII.
  package var sentence: String {
    switch self {
    case .tooLarge(let bytes): "Le fichier dépasse \(bytes / 1024) Kio."
    case .notJSON(let error): error.sentence
    case .notAnObject: "Ce fichier n’est pas un objet JSON."
    case .otherFormat(let version):
      "Ce fichier suit le format \(version), que ce programme ne connaît pas."
    case .missing(let field): "Il manque le champ « \(shown(field)) »."
    case .unknown(let field): "Le champ « \(shown(field)) » n’est pas prévu."
    case .malformed(let field): "Le champ « \(shown(field)) » n’a pas la forme attendue."
    case .repeatedQuestion(let id): "La question \(shown(id)) figure deux fois."
    case .notCanonical: "Ce fichier n’est pas écrit comme le programme l’écrit."
    case .privateKey: "Une clé privée se trouve à la place de la clé publique."
    case .weakKey: "La clé publique ne protège rien."
    }
  }

  /// What to do about it, in French.
  package var advice: String {
    switch self {
    case .otherFormat: "Mettez le programme à jour."
    case .privateKey: "Prévenez l’émetteur : cette clé ne doit plus servir."
    case .weakKey: "Demandez de nouveau sa fiche à l’émetteur."
    default: "Demandez de nouveau ce fichier, ou prévenez l’assistance."
    }
  }
}

/// The start of a name from elsewhere, safe on a screen: visible ASCII and the words put around it.
private func shown(_ name: String) -> String {
  let safe = name.unicodeScalars.filter { (0x20...0x7E).contains($0.value) }
  return String(String.UnicodeScalarView(safe.prefix(60)))
}
