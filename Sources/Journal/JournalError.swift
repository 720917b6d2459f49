package import AppendLog

/// Why a journal could not be opened, written or repaired.
package enum JournalError: Error, Sendable, Hashable {
  /// The file itself cannot be read or written.
  case log(LogError)
  /// A line, numbered from 1, is damaged: nothing was changed.
  case damaged(line: Int, fault: LineFault, path: String)
  /// The journal was written by a later program: nothing was changed.
  case newer(version: Int, path: String)
  /// The event holds something that must not be written; nothing was.
  case refused(LineFault)
}

extension JournalError {
  /// What happened and where, in French.
  package var sentence: String {
    switch self {
    case .log(let error): error.sentence
    case .damaged(let line, let fault, let path):
      "La ligne \(line) de « \(path) » est abîmée : \(fault.french)."
    case .newer(let version, let path):
      "« \(path) » vient d’un programme plus récent (format \(version))."
    case .refused(let fault): "Cette information ne peut pas être gardée : \(fault.french)."
    }
  }

  /// What to do about it, in French.
  package var advice: String {
    switch self {
    case .log(let error): error.advice
    case .damaged:
      "Lancez « parcours diagnostic --reparer » : il copie le fichier et garde les lignes lisibles."
    case .newer: "Mettez le programme à jour. Le fichier n’a pas été modifié."
    case .refused: "Continuez sans l’enregistrer, et prévenez l’assistance."
    }
  }
}
