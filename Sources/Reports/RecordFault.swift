import Course
package import JSON

/// Why a file of the depot is left out of a report.
package enum RecordFault: Error, Sendable, Hashable {
  /// A link, a folder, a pipe: anything but a plain file.
  case notRegular
  case tooLarge
  /// The system refused to open or to read it.
  case unreadable
  case notJSON(JSONError)
  case notAnObject
  case missingKey(String)
  case unknownKey(String)
  /// The value of that key is not a text, is empty, or holds more than 200 characters.
  case badText(key: String)
  case badDate
  case badModality
  /// Not `E-` and sixteen lower-case hexadecimal digits.
  case badFingerprint
  /// The facts were changed after the fingerprint was made: the record is « abîmé ».
  case damaged

  /// French sentences that say what is wrong, without the name of the file.
  package var sentence: String {
    switch self {
    case .notRegular: "Ce n’est pas un fichier ordinaire."
    case .tooLarge:
      "Le fichier dépasse \(CompletionRecordFile.largest / 1024) Kio : ce n’est pas une fiche."
    case .unreadable: "Le fichier ne peut pas être lu."
    case .notJSON(let error): error.sentence
    case .notAnObject: "Ce n’est pas une fiche d’achèvement."
    case .missingKey(let key): "Il manque la clé « \(key) »."
    case .unknownKey(let key):
      "La clé « \(key.plain.prefix(40)) » n’est pas admise : une fiche n’a que six clés."
    case .badText(let key): "La valeur de « \(key) » est vide, trop longue ou n’est pas un texte."
    case .badDate: "La date n’est pas un jour écrit comme 2026-11-21."
    case .badModality:
      "La modalité n’est ni « \(Modality.alone.rawValue) » ni « \(Modality.supervised.rawValue) »."
    case .badFingerprint: "L’empreinte n’est pas « E- » suivi de 16 chiffres ou lettres de a à f."
    case .damaged: "La fiche est abîmée : son empreinte ne correspond pas à son contenu."
    }
  }
}
