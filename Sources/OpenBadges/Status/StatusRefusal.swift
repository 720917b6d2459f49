/// Why a status list, or a badge's place in one, cannot be used.
public enum StatusRefusal: Error, Sendable, Hashable, CaseIterable {
  /// The identifier is no `https` address, or is not the one asked for.
  case address
  case contexts
  case type
  case issuer
  case dates
  case subject
  /// Neither `revocation` nor `suspension`, or not one string.
  case purpose
  /// More than one bit for each badge.
  case size
  /// Not `u` followed by base64url (Bitstring Status List v1.0 §2.2).
  case encoding
  /// Not gzip, or damaged.
  case compression
  /// Larger than `StatusList.mostBytes`.
  case tooLarge
  /// Fewer than `StatusList.fewestIndexes`.
  case tooShort
  /// Not a number in base 10, written as a string.
  case indexForm
  /// Outside the list: RANGE_ERROR of the standard.
  case indexOutside

  /// What is wrong and what to do, in French.
  public var sentence: String {
    switch self {
    case .address: "L’adresse de la liste de retraits est mal écrite. Corrigez-la."
    case .contexts: "La liste de retraits ne suit pas le vocabulaire attendu."
    case .type: "Ce document n’est pas une liste de retraits. Choisissez le bon fichier."
    case .issuer: "L’émetteur de la liste de retraits manque ou est mal écrit."
    case .dates: "Une date de la liste de retraits est mal écrite."
    case .subject: "Le contenu de la liste de retraits manque ou est mal décrit."
    case .purpose: "L’usage de la liste n’est ni le retrait ni la suspension."
    case .size: "La liste de retraits a plusieurs bits par badge\u{A0}: elle n’est pas lue."
    case .encoding: "La liste de retraits contient des caractères interdits ou en trop."
    case .compression: "La liste de retraits est abîmée. Demandez-la de nouveau à l’émetteur."
    case .tooLarge: "La liste de retraits dépasse 1 Mio\u{A0}: elle n’est pas lue."
    case .tooShort: "La liste de retraits a moins de 131\u{202F}072 places."
    case .indexForm: "Le numéro du badge dans la liste de retraits est mal écrit."
    case .indexOutside: "Le numéro du badge est hors de la liste de retraits."
    }
  }
}
