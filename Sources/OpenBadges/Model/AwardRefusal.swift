/// Why an award is not signed: no verifier could accept it, or no reader would understand it.
public enum AwardRefusal: Error, Sendable, Hashable {
  case empty(AwardField)
  /// A control or direction character.
  case hiddenCharacter(AwardField)
  /// Not of the form that the standard or this program asks for.
  case malformed(AwardField)
  case missingAlternativeText
  case imageNotEmbedded
  case dateOutOfRange
  /// validUntil is not after validFrom.
  case endsBeforeItStarts
  /// The issuer's identifier is not the DID of the signing key.
  case issuerIsNotTheKey
  /// Fewer than 16 bytes.
  case shortSalt

  /// What is wrong and what to do, in French.
  public var sentence: String {
    switch self {
    case .empty(let field): "Champ vide dans le badge\u{A0}: \(field.rawValue). Complétez-le."
    case .hiddenCharacter(let field):
      "Caractère invisible dans le badge\u{A0}: \(field.rawValue). Retapez ce texte au clavier."
    case .malformed(let field):
      "Forme inattendue dans le badge\u{A0}: \(field.rawValue). Corrigez-la."
    case .missingAlternativeText:
      "L’image du badge n’a pas de texte de remplacement. Ajoutez une phrase qui la décrit."
    case .imageNotEmbedded:
      "L’image du badge doit être un PNG ou un SVG contenu dans le badge, moins de 512 Kio."
    case .dateOutOfRange: "Une date du badge est hors des années 1970 à 9999. Corrigez-la."
    case .endsBeforeItStarts: "Le badge finirait avant de commencer. Corrigez sa date de fin."
    case .issuerIsNotTheKey:
      "La clé de signature n’est pas celle de l’émetteur nommé. Choisissez la bonne clé."
    case .shortSalt: "Le sel du courriel est trop court. Tirez au moins 16 octets au hasard."
    }
  }
}

/// The places of an award, as a message names them.
public enum AwardField: String, Sendable, Hashable, CaseIterable {
  case credentialID = "identifiant du badge"
  case subjectID = "identifiant du titulaire"
  case achievementID = "identifiant de la réussite"
  case achievementName = "nom du badge"
  case description = "description"
  case criteria = "critères"
  case language = "langue"
  case tag = "mot-clé"
  case alignmentName = "nom d’un alignement"
  case alignmentURL = "adresse d’un alignement"
  case alignmentFramework = "référentiel d’un alignement"
  case alignmentCode = "code d’un alignement"
  case alternativeText = "texte de remplacement"
  case issuerName = "nom de l’émetteur"
  case issuerURL = "adresse web de l’émetteur"
  case issuerEmail = "courriel de l’émetteur"
  case recipientName = "nom affiché"
  case recipientEmail = "courriel du titulaire"
  case evidence = "preuve"

  /// Texts long enough for lists and paragraphs.
  var mayTakeLines: Bool { [.description, .criteria, .evidence].contains(self) }
}
