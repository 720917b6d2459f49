/// Why a Data Integrity proof cannot be made, or does not hold.
public enum ProofError: Error, Sendable, Hashable {
  /// The document has no `proof`.
  case noProof
  /// None of its proofs is of a suite that this program verifies.
  case noKnownSuite
  /// That member is missing or of another form.
  case malformed(String)
  /// The proof was not made to assert what the document says.
  case otherPurpose
  /// The proof itself has expired, whatever the document says.
  case expired
  /// The proof depends on others, which is not followed.
  case chained
  /// Nothing given beforehand tells which key that verification method is.
  case keyNotFound(String)
  /// More proofs than anybody makes.
  case tooMany
  /// The key is not an Ed25519 key.
  case keyKind
  /// The key belongs to someone else than the issuer.
  case issuerIsNotTheController
  /// The contexts of the proof are not those of the document.
  case contexts
  case signature
  /// The document has no canonical form.
  case document(LinkedDataError)
  case key(KeyError)

  /// What is wrong and what to do, in French.
  public var sentence: String {
    switch self {
    case .noProof: "Le document ne porte aucune signature. Demandez le fichier signé."
    case .noKnownSuite: "Aucune signature du document n’est d’un procédé connu de ce programme."
    case .malformed(let member):
      "Donnée absente ou mal écrite dans la signature\u{A0}: \(PlainText.cleaned(member))."
    case .otherPurpose: "La signature n’a pas été faite pour attester ce document."
    case .expired: "La signature du document a expiré. Demandez un nouveau badge à l’émetteur."
    case .chained: "La signature dépend d’une autre, ce que ce programme ne vérifie pas."
    case .keyNotFound:
      "La clé de l’émetteur est introuvable. Ajoutez son fichier au dossier de confiance."
    case .tooMany: "Le document porte trop de signatures\u{A0}: elles ne sont pas vérifiées."
    case .keyKind: "La clé nommée n’est pas du type Ed25519. Prévenez l’émetteur."
    case .issuerIsNotTheController: "La clé nommée n’est pas celle de l’émetteur."
    case .contexts: "La signature ne suit pas le même vocabulaire que le document."
    case .signature: "La signature est fausse\u{A0}: le document a été modifié ou fabriqué."
    case .document(let error): error.sentence
    case .key(let error): error.sentence
    }
  }
}
