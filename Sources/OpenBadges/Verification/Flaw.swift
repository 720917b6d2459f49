/// Everything for which a file is refused as a badge.
///
/// The raw value is the code of the JSON report.
public enum Flaw: String, Error, Sendable, Hashable, CaseIterable {
  // The container.
  case empty = "vide"
  case tooLarge = "trop-gros"
  case unknownContainer = "format-inconnu"
  case jsonWithoutBadge = "json-sans-badge"
  case notText = "pas-du-texte"
  case jsonDamaged = "json-abime"
  case svgEncoding = "svg-codage"
  case svgMalformed = "svg-mal-forme"
  case svgTooComplex = "svg-trop-complexe"
  case svgDoctype = "svg-doctype"
  case svgOtherRoot = "svg-autre-racine"
  case svgWithoutBadge = "svg-sans-badge"
  case svgOlderBadge = "svg-badge-ancien"
  case svgSeveralBadges = "svg-plusieurs-badges"
  case svgMisplacedBadge = "svg-badge-mal-place"
  case svgBadgeUnclear = "svg-badge-ambigu"
  case svgAlreadyBaked = "svg-deja-garni"
  case pngMalformed = "png-mal-forme"
  case pngTooManyChunks = "png-trop-de-blocs"
  case pngWithoutBadge = "png-sans-badge"
  case pngOlderBadge = "png-badge-ancien"
  case pngSeveralBadges = "png-plusieurs-badges"
  case pngCompressed = "png-comprime"
  case pngBadgeUnclear = "png-badge-ambigu"
  case pngAlreadyBaked = "png-deja-garni"
  // The token and its header.
  case tokenParts = "jeton-parties"
  case tokenBase64 = "jeton-base64"
  case tokenJSON = "jeton-json"
  case tokenDuplicateMember = "jeton-cle-double"
  case tokenTooDeep = "jeton-trop-profond"
  case headerMember = "entete-membre"
  case headerEmbeddedKey = "entete-cle"
  case headerCritical = "entete-crit"
  case headerType = "entete-type"
  case algorithm = "algorithme"
  // The credential.
  case contexts = "contextes"
  case credentialType = "type"
  case credentialID = "identifiant"
  case issuerForm = "emetteur-forme"
  case subjectForm = "titulaire-forme"
  case achievementForm = "reussite-forme"
  case evidenceForm = "preuve-forme"
  case dateForm = "date-forme"
  case legacyClaim = "membre-vc"
  case assertionForm = "assertion-forme"
  case hostedBadge = "badge-heberge"
  case hostedForm = "document-publie-forme"
  // The proof.
  case keyMissing = "cle-absente"
  case keyOfAnother = "cle-d-un-autre"
  case keyUnusable = "cle-inutilisable"
  case keyExpired = "cle-expiree"
  case signature = "signature"
  case claims = "declarations"
  case proofMissing = "signature-absente"
  case proofSuite = "signature-procede"
  case proofForm = "signature-forme"
  case proofPurpose = "signature-but"
  case proofExpired = "signature-expiree"
  case undefinedTerm = "mot-sans-definition"
  case unknownContext = "vocabulaire-inconnu"
  case valueForm = "valeur-forme"
  case tooComplex = "trop-complexe"
  // The other policies.
  case issuerUnknown = "emetteur-inconnu"
  case notYetValid = "pas-encore-valable"
  case expired = "expire"
  case recipientUnnamed = "destinataire-non-nomme"
  case recipientOther = "destinataire-autre"
  case recipientUnreadable = "destinataire-illisible"
  case statusForm = "retrait-forme"
  case revoked = "retire"
  case suspended = "suspendu"

  /// The file cannot be read as a badge at all, so that nothing is said of its validity.
  var isUnusable: Bool {
    switch self {
    case .empty, .tooLarge, .unknownContainer, .jsonWithoutBadge, .jsonDamaged, .notText,
      .svgEncoding, .svgMalformed, .svgTooComplex,
      .svgDoctype, .svgOtherRoot, .svgWithoutBadge, .svgOlderBadge, .pngMalformed,
      .pngTooManyChunks, .pngWithoutBadge, .pngOlderBadge, .hostedBadge:
      true
    default: false
    }
  }
}

extension Flaw {
  /// What is wrong and what to do, in French: each sentence has twenty words at most.
  public var sentence: String {
    switch self {
    case .empty: "Le fichier est vide. Demandez-le de nouveau."
    case .tooLarge: "Le fichier dépasse 2 Mio\u{A0}: il n’est pas lu. Demandez un badge plus petit."
    case .unknownContainer:
      "Ce fichier n’est pas un badge connu. Donnez un .svg, .png, .json, .jwt ou .jws."
    case .jsonWithoutBadge:
      "Ce fichier JSON n’est pas un badge. Donnez le fichier reçu de l’émetteur."
    case .jsonDamaged: "Ce fichier JSON est abîmé ou incomplet. Demandez-le de nouveau."
    case .svgEncoding: "L’image SVG n’est pas écrite en UTF-8. Enregistrez-la en UTF-8."
    case .svgTooComplex: "L’image SVG a trop de niveaux ou d’attributs\u{A0}: elle n’est pas lue."
    case .notText: "Le fichier contient des octets illisibles. Demandez-le de nouveau."
    case .svgMalformed: "L’image SVG est mal formée. Demandez de nouveau le fichier d’origine."
    case .svgDoctype: "L’image SVG contient une déclaration DOCTYPE, refusée par prudence."
    case .svgOtherRoot: "Ce fichier n’est pas une image SVG complète. Choisissez une autre image."
    case .svgWithoutBadge:
      "Cette image ne contient pas de badge. Donnez le fichier reçu de l’émetteur."
    case .svgOlderBadge:
      "Cette image contient un badge d’une version trop ancienne, non vérifiée ici."
    case .svgSeveralBadges: "L’image contient plusieurs badges\u{A0}: aucun n’est retenu."
    case .svgMisplacedBadge: "Le badge n’est pas à sa place dans l’image."
    case .svgBadgeUnclear: "Le badge est écrit de façon ambiguë dans l’image."
    case .svgAlreadyBaked: "Cette image contient déjà un badge. Choisissez une image vierge."
    default: pngSentence
    }
  }

  private var pngSentence: String {
    switch self {
    case .pngMalformed: "L’image PNG est incomplète ou abîmée. Demandez de nouveau le fichier."
    case .pngTooManyChunks: "L’image PNG a trop de blocs\u{A0}: elle n’est pas lue."
    case .pngWithoutBadge:
      "Cette image PNG ne contient pas de badge. Donnez le fichier reçu de l’émetteur."
    case .pngOlderBadge:
      "Cette image PNG contient un badge d’une version trop ancienne, non vérifiée ici."
    case .pngSeveralBadges: "L’image PNG contient plusieurs badges\u{A0}: aucun n’est retenu."
    case .pngCompressed:
      "Le badge est compressé dans l’image, ce que le standard interdit. Demandez-le de nouveau."
    case .pngBadgeUnclear: "Le badge est écrit de façon ambiguë dans l’image PNG."
    case .pngAlreadyBaked: "Cette image PNG contient déjà un badge. Choisissez une image vierge."
    default: tokenSentence
    }
  }

  private var tokenSentence: String {
    switch self {
    case .tokenParts: "Le badge signé n’a pas ses trois parties. Demandez-le de nouveau."
    case .tokenBase64: "Le badge signé contient des caractères interdits ou en trop."
    case .tokenJSON: "Le contenu signé ne se lit pas."
    case .tokenDuplicateMember: "Une même donnée figure deux fois dans le badge."
    case .tokenTooDeep: "Le contenu signé a trop de niveaux imbriqués."
    case .headerMember: "L’en-tête de la signature contient une donnée interdite."
    case .headerEmbeddedKey: "L’en-tête de la signature apporte sa propre clé\u{A0}: c’est refusé."
    case .headerCritical: "L’en-tête de la signature demande une règle inconnue."
    case .headerType: "L’en-tête de la signature annonce un autre type de document."
    case .algorithm: "Le procédé de signature annoncé n’est pas accepté."
    default: credentialSentence
    }
  }

  private var credentialSentence: String {
    switch self {
    case .contexts: "Le badge ne suit pas le vocabulaire Open Badges 3.0."
    case .credentialType: "Le document signé n’est pas un badge Open Badges 3.0."
    case .credentialID: "L’identifiant du badge manque ou est mal écrit."
    case .issuerForm: "L’émetteur manque ou est mal décrit."
    case .subjectForm: "Le titulaire manque ou est mal décrit."
    case .achievementForm: "Ce que le badge reconnaît manque ou est mal décrit."
    case .evidenceForm: "Les preuves jointes sont mal décrites."
    case .dateForm: "Une date manque ou est mal écrite."
    case .legacyClaim: "Le badge suit une version trop ancienne du standard, refusée ici."
    case .assertionForm: "Le badge Open Badges 2.0 est mal décrit."
    case .hostedBadge:
      "Ce badge 2.0 n’est pas signé. Vérifiez-le en ligne, sur le site de l’émetteur."
    case .hostedForm: "Un document publié par l’émetteur est mal décrit."
    default: policySentence
    }
  }

  private var policySentence: String {
    switch self {
    case .keyMissing: "La signature ne nomme pas de clé."
    case .keyOfAnother: "La clé nommée n’est pas, ou n’est plus, celle de l’émetteur."
    case .keyExpired: "La clé de l’émetteur a expiré. Demandez-lui un badge signé de nouveau."
    case .keyUnusable: "La clé de l’émetteur est inutilisable."
    case .signature: "La signature est fausse\u{A0}: le badge a été modifié ou fabriqué."
    case .claims: "Une donnée de la signature manque ou contredit le badge."
    case .proofMissing: "Le document ne porte aucune signature. Demandez le fichier signé."
    case .proofSuite: "Aucune signature du badge n’est d’un procédé connu de ce programme."
    case .proofForm: "Une donnée de la signature manque ou est mal écrite."
    case .proofPurpose: "La signature n’a pas été faite pour attester ce badge."
    case .proofExpired: "La signature du badge a expiré. Demandez un nouveau badge à l’émetteur."
    case .undefinedTerm: "Le badge contient un mot que son vocabulaire ne définit pas."
    case .unknownContext: "Le badge cite un vocabulaire que ce programme ne connaît pas."
    case .valueForm: "Une valeur du badge n’est pas du genre que son vocabulaire demande."
    case .tooComplex: "Le badge est trop compliqué pour être vérifié ici."
    case .issuerUnknown: "Cet émetteur n’est pas dans votre liste de confiance."
    case .notYetValid: "Le badge n’est pas encore valable."
    case .expired: "Le badge a expiré."
    case .recipientUnnamed: "Le badge ne nomme aucun courriel\u{A0}: le destinataire reste inconnu."
    case .recipientUnreadable:
      "Le courriel du badge est caché par un procédé que ce programme ne lit pas."
    case .statusForm: "L’annonce de la liste de retraits est mal écrite\u{A0}: le badge est refusé."
    case .revoked: "L’émetteur a retiré ce badge. Demandez-lui pourquoi."
    case .suspended: "L’émetteur a suspendu ce badge. Demandez-lui pourquoi."
    default: "Le courriel donné n’est pas celui du badge."
    }
  }
}
