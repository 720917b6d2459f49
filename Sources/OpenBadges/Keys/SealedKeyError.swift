/// Why a private key was not sealed, or does not open.
public enum SealedKeyError: Error, Sendable, Hashable, CaseIterable {
  case emptyPassphrase
  /// What was to be sealed is no PKCS#8 in PEM.
  case notPEM
  /// The machine lacks the memory that scrypt takes.
  case cannotSeal
  /// The wrong passphrase or a damaged file: nobody is told which.
  case cannotOpen

  /// What is wrong and what to do, in French.
  public var sentence: String {
    switch self {
    case .emptyPassphrase: "La phrase de passe est vide. Choisissez-en une de plusieurs mots."
    case .notPEM:
      "Ce texte n’est pas une clé privée au format PEM. Choisissez le fichier de la clé."
    case .cannotSeal: "La clé n’a pas pu être protégée. Fermez d’autres programmes et recommencez."
    case .cannotOpen:
      "La clé ne s’ouvre pas : phrase de passe inexacte ou fichier abîmé. "
        + "Retapez la phrase, ou reprenez une copie du fichier."
    }
  }
}
