package import AppendLog

/// Why a workshop's log could not be opened or written.
package enum WorkshopLogError: Error, Sendable, Hashable {
  /// The file itself cannot be read or written.
  case log(LogError)
  /// A line, numbered from 1, is damaged: nothing was changed.
  case damaged(line: Int, path: String)
  /// The log was written by a later program: nothing was changed.
  case newer(version: Int, path: String)
  /// The event holds something that must not be written; nothing was.
  case refused
  /// Totals of a group under five are never written.
  case smallGroup
}

extension WorkshopLogError {
  init(_ fault: WorkshopLineFault, line: Int, of path: String) {
    switch fault {
    case .newer(let version): self = .newer(version: version, path: path)
    case .damaged: self = .damaged(line: line, path: path)
    }
  }

  /// What happened and where, in French.
  package var sentence: String {
    switch self {
    case .log(let error) where error.reason == .locked:
      "Un atelier est déjà ouvert dans une autre fenêtre."
    case .log(let error): error.sentence
    case .damaged(let line, let path): "La ligne \(line) de « \(path) » est abîmée."
    case .newer(let version, let path):
      "« \(path) » vient d’un programme plus récent (format \(version))."
    case .refused: "Cette information ne peut pas être gardée."
    case .smallGroup: "Dans un groupe de moins de cinq, aucun vote n’est gardé."
    }
  }

  /// What to do about it, in French.
  package var advice: String {
    switch self {
    case .log(let error) where error.reason == .damaged: "Déplacez ce fichier, puis recommencez."
    case .log(let error): error.advice
    case .damaged: "Rien n’a été modifié. Déplacez ce fichier, puis recommencez."
    case .newer: "Mettez le programme à jour. Le fichier n’a pas été modifié."
    case .refused, .smallGroup: "L’atelier continue sans elle."
    }
  }
}
