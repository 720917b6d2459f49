/// Why bytes are no acceptable JSON text, and where.
public struct JSONError: Error, Sendable, Hashable {
  /// The kinds of fault; each has its French words.
  public enum Reason: Sendable, Hashable, CaseIterable {
    case tooLarge
    case tooDeep
    case byteOrderMark
    case notUTF8
    case unexpectedEnd
    case unexpectedByte
    case trailingBytes
    case controlCharacter
    case badEscape
    case loneSurrogate
    case badNumber
    case numberOutOfRange
    case duplicateKey
    /// More than 30 marks on one letter, the limit of UAX 15 §13: comparing such texts takes for ever.
    case tooManyMarks
  }

  /// What is wrong.
  public var reason: Reason
  /// Bytes before the fault, from 0.
  public var offset: Int

  /// A fault after `offset` bytes.
  public init(_ reason: Reason, at offset: Int) {
    self.reason = reason
    self.offset = offset
  }

  /// One French sentence that says what and where.
  public var sentence: String { "Octet \(offset + 1) : \(reason.french)." }
}

extension JSONError.Reason {
  /// What is wrong, in French, without capital nor full stop.
  public var french: String {
    switch self {
    case .tooLarge: "le texte JSON est trop long"
    case .tooDeep: "il y a trop de niveaux imbriqués"
    case .byteOrderMark: "le fichier commence par une marque d’ordre (BOM), à enlever"
    case .notUTF8: "ces octets ne sont pas du texte UTF-8"
    case .unexpectedEnd: "le texte JSON s’arrête trop tôt"
    case .unexpectedByte: "ce caractère n’est pas attendu ici"
    case .trailingBytes: "il reste du texte après la valeur JSON"
    case .controlCharacter: "un caractère de contrôle n’est pas écrit « \\u… »"
    case .badEscape: "cette séquence « \\ » n’existe pas en JSON"
    case .loneSurrogate: "cette séquence « \\u » ne désigne aucun caractère"
    case .badNumber: "ce nombre est mal écrit"
    case .numberOutOfRange: "ce nombre est trop grand ou trop précis"
    case .tooManyMarks: "trop de signes se superposent à une seule lettre"
    case .duplicateKey: "cette clé figure deux fois dans le même objet"
    }
  }
}
