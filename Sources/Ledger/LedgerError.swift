package import AppendLog

/// Why a ledger could not be opened, written or purged.
package enum LedgerError: Error, Sendable, Hashable {
  /// The file itself cannot be read or written.
  case log(LogError)
  /// A line, numbered from 1, is damaged: nothing was changed.
  case damaged(line: Int, fault: LedgerFault, path: String)
  /// The ledger was written by a later program: nothing was changed.
  case newer(path: String)
  /// The event holds a value that must not be written; nothing was.
  case malformed(String)
  /// The event cannot follow the others; nothing was written.
  case refused(LedgerRefusal)
  /// The clock is before the last line: nothing was purged.
  case clockBehind(last: Instant)
}

extension LedgerError {
  /// What happened, where, and what to do, in French.
  package var sentence: String {
    switch self {
    case .log(let error): LedgerError.sentence(error)
    case .damaged(let line, let fault, let path):
      "La ligne \(line) de « \(path) » est abîmée. \(fault.sentence)"
        + " Rien n’a été modifié. Remettez la dernière sauvegarde de ce fichier."
    case .newer(let path):
      "« \(path) » vient d’un programme plus récent. Mettez parcours-gestion à jour."
    case .malformed(let key):
      "La valeur « \(key) » ne peut pas entrer au registre. Corrigez-la, puis recommencez."
    case .refused(let refusal): refusal.sentence
    case .clockBehind(let last):
      "L’horloge est en retard sur le registre (\(last.french)). Réglez-la, puis recommencez."
    }
  }

  /// The sentence of the log, but where it speaks of the learner's program.
  private static func sentence(_ error: LogError) -> String {
    switch error.reason {
    case .locked: "Le registre est déjà ouvert par une autre commande. Attendez qu’elle finisse."
    case .missing: "\(error.sentence) Créez d’abord l’émetteur : « emetteur creer »."
    case .readOnly, .notAFile, .tooLarge, .taken, .damaged:
      "Le registre « \(error.path) » ne peut pas être utilisé. Vérifiez le dossier de l’émetteur."
    case .uncertain: "\(error.sentence) Relancez la commande : le registre sera relu."
    case .full, .denied, .io: "\(error.sentence) \(error.advice)"
    }
  }
}
