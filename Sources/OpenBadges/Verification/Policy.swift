/// What is looked at, in this order.
///
/// The raw value is the name in reports.
public enum Policy: String, Sendable, Hashable, CaseIterable {
  /// The file, the token and the credential have the form that the standards ask for.
  case structure
  /// The issuer's key signed these bytes, and the claims repeat the credential.
  case proof = "preuve"
  /// Whoever verifies has chosen to trust this issuer.
  case issuer = "emetteur"
  case dates
  /// The address given is the one in the badge.
  case recipient = "destinataire"
  /// Revoked or suspended since.
  case status = "statut"
}

/// What became of a policy.
public enum Outcome: Sendable, Hashable {
  case held
  case failed(Flaw)
  case notChecked(Omission)

  /// True for `held` alone.
  public var isHeld: Bool { self == .held }

  /// The French sentence to show; nil when all is well.
  public var sentence: String? {
    switch self {
    case .held: nil
    case .failed(let flaw): flaw.sentence
    case .notChecked(let omission): omission.sentence
    }
  }
}

/// Why a policy was not looked at.
///
/// The raw value is the code of the JSON report.
public enum Omission: String, Sendable, Hashable, CaseIterable {
  case earlierFailure = "point-precedent"
  case noTrust = "sans-liste-de-confiance"
  case noRecipientGiven = "sans-courriel"
  case noStatusInBadge = "sans-statut"
  case statusMissing = "liste-de-retraits-absente"
  case statusUnreadable = "liste-de-retraits-illisible"
  case statusStale = "liste-de-retraits-perimee"
  case statusForeign = "liste-de-retraits-d-un-autre"
  case statusOfOlderKind = "liste-de-retraits-ancienne"
  case documentMissing = "document-absent"
  case keyNotGiven = "cle-non-donnee"

  /// What is missing, in French.
  public var sentence: String {
    switch self {
    case .earlierFailure: "Un point précédent a échoué\u{A0}: celui-ci n’a pas été contrôlé."
    case .noTrust: "Aucune liste d’émetteurs de confiance n’a été donnée."
    case .noRecipientGiven: "Aucun courriel n’a été donné pour la comparaison."
    case .noStatusInBadge: "Ce badge n’annonce pas de liste de retraits."
    case .statusMissing: "La liste de retraits de ce badge n’a pas été donnée."
    case .statusUnreadable: "La liste de retraits ou son numéro dans le badge ne se lit pas."
    case .statusStale: "La liste de retraits donnée n’est pas à jour. Demandez la dernière."
    case .statusForeign: "La liste de retraits donnée n’est pas signée par l’émetteur de ce badge."
    case .statusOfOlderKind:
      "Ce badge annonce une liste de retraits d’un ancien type, qui n’a pas été donnée."
    case .documentMissing: "Un document publié par l’émetteur n’a pas été donné."
    case .keyNotGiven:
      "Les clés de l’émetteur n’ont pas été données. Ajoutez son document au dossier de confiance."
    }
  }
}

/// The conclusion, as the exit code of a program.
public enum Verdict: Int32, Sendable, Hashable, CaseIterable {
  case valid = 0
  case invalid = 1
  case unusable = 2
  /// Revoked or suspended.
  case revoked = 3
  case outOfDates = 4
  case issuerNotRecognised = 5
  /// The badge announces a list of withdrawals that was not given, or that could not be used.
  case statusNotChecked = 6

  /// The conclusion in French.
  public var sentence: String {
    switch self {
    case .valid: "Badge valable, émetteur reconnu."
    case .invalid: "Badge refusé."
    case .unusable: "Fichier impossible à lire comme badge."
    case .revoked: "Badge retiré ou suspendu par l’émetteur."
    case .outOfDates: "Badge authentique, hors de ses dates de validité."
    case .issuerNotRecognised: "Badge authentique, émetteur non reconnu."
    case .statusNotChecked: "Badge authentique, émetteur reconnu, retrait non contrôlé."
    }
  }
}
