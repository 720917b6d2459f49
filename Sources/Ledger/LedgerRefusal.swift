/// Why an event cannot be: the ledger would no longer say what is true.
package enum LedgerRefusal: Error, Sendable, Hashable {
  case unknownKey(String)
  case fragmentTaken(String)
  case keyNotActive(String)
  case wrongKind(String, expected: KeyKind)
  case alreadyRetired(String)
  case alreadyCompromised(String)
  /// A date of the past was expected.
  case inTheFuture(Instant)
  case unknownBadge(String)
  case badgeTaken(String)
  case fingerprintTaken(String)
  case indexTaken(StatusPurpose, StatusIndex)
  /// The badge that the same row or request gave.
  case sourceTaken(by: String)
  /// The badge that the same exam gave.
  case drawTaken(by: String)
  /// Awarded, valid from, valid until are not in this order.
  case datesOutOfOrder
  case alreadyEnded(Instant)
  case alreadyDelivered(String)
  case alreadyRevoked(String)
  /// A revoked badge takes no other event.
  case revoked(String)
  case alreadySuspended(String)
  case suspended(String)
  case notSuspended(String)
  /// The new signature is not later than the former.
  case notLater(Instant)
  case renewsItself(String)
  case alreadyRenewed(String)
  case alreadyRenewal(String)
  /// The new badge does not last longer than the old.
  case endsNoLater(String)
}

extension LedgerRefusal {
  /// What is wrong and what to do, in French.
  package var sentence: String { "\(fact) \(advice)" }

  private var fact: String {
    switch self {
    case .unknownKey(let key): "La clé « \(key) » n’est pas dans le registre."
    case .fragmentTaken(let key): "Le nom de clé « \(key) » a déjà servi."
    case .keyNotActive(let key): "La clé « \(key) » ne signe plus."
    case .wrongKind(let key, let kind): "La clé « \(key) » n’est pas de type \(kind.rawValue)."
    case .alreadyRetired(let key): "La clé « \(key) » est déjà retirée."
    case .alreadyCompromised(let key): "La clé « \(key) » est déjà déclarée compromise."
    case .inTheFuture(let date): "La date du \(date.french) est dans l’avenir."
    case .datesOutOfOrder: "Les dates du badge ne se suivent pas."
    case .alreadyEnded(let date): "Ce badge aurait pris fin le \(date.french)."
    case .notLater(let date): "La nouvelle signature doit être postérieure au \(date.french)."
    case .indexTaken(let purpose, let index):
      "La place \(index.place) de la liste \(purpose.french) \(index.list) est déjà prise."
    default: badgeFact
    }
  }

  private var badgeFact: String {
    switch self {
    case .unknownBadge(let id): "Le badge « \(id) » n’est pas dans le registre."
    case .badgeTaken(let id): "Le badge « \(id) » est déjà dans le registre."
    case .fingerprintTaken(let print): "L’empreinte « \(print) » est déjà dans le registre."
    case .sourceTaken(let id): "Cette ligne ou cette demande a déjà donné le badge « \(id) »."
    case .drawTaken(let id): "Cet examen a déjà donné le badge « \(id) »."
    case .alreadyDelivered(let id): "Le badge « \(id) » est déjà remis."
    case .alreadyRevoked(let id), .revoked(let id): "Le badge « \(id) » est révoqué."
    case .alreadySuspended(let id), .suspended(let id): "Le badge « \(id) » est suspendu."
    case .notSuspended(let id): "Le badge « \(id) » n’est pas suspendu."
    case .renewsItself(let id): "Le badge « \(id) » ne peut pas se renouveler lui-même."
    case .alreadyRenewed(let id): "Le badge « \(id) » est déjà renouvelé."
    case .alreadyRenewal(let id): "Le badge « \(id) » en renouvelle déjà un autre."
    case .endsNoLater(let id): "Le badge « \(id) » ne dure pas plus que celui qu’il renouvelle."
    default: ""
    }
  }

  private var advice: String {
    switch self {
    case .unknownKey, .unknownBadge: "Vérifiez son nom avec « emetteur montrer »."
    case .fragmentTaken: "Donnez un autre nom à la nouvelle clé."
    case .keyNotActive, .wrongKind: "Choisissez une clé active du bon type."
    case .inTheFuture: "Donnez une date passée."
    case .datesOutOfOrder, .alreadyEnded, .notLater, .endsNoLater: "Vérifiez les dates."
    case .badgeTaken, .fingerprintTaken, .indexTaken: "Recommencez pour en tirer un autre."
    case .revoked: "C’est définitif : délivrez un nouveau badge."
    case .suspended: "Rétablissez-le d’abord."
    case .renewsItself, .alreadyRenewal: "Choisissez un autre badge."
    default: "Il n’y a rien à refaire."
    }
  }
}

extension StatusPurpose {
  fileprivate var french: String { self == .revocation ? "de révocation" : "de suspension" }
}
