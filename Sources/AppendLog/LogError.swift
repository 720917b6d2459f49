import Glibc

/// Why a log could not be opened, read or written, and which file is meant.
package struct LogError: Error, Sendable, Hashable {
  /// What a person can act upon.
  package enum Reason: Sendable, Hashable {
    /// Another program holds the log.
    case locked
    case readOnly
    /// The disk or the quota is full.
    case full
    case denied
    case missing
    /// A link, a folder or a device stands where a file should, or the reverse.
    case notAFile
    case tooLarge
    /// A file of that name is there already.
    case taken
    /// The lines are not acceptable to the log's user; nothing was changed.
    case damaged
    /// A failed write could not be undone: the log must be opened again.
    case uncertain
    /// Any other system error, with its number.
    case io(Int32)
  }

  /// What happened.
  package var reason: Reason
  /// The file or the folder it happened to.
  package var path: String

  /// An error on a file.
  package init(_ reason: Reason, _ path: String) {
    self.reason = reason
    self.path = path
  }

  init(_ errno: Errno, _ path: String) {
    self.init(Reason(errno.code), path)
  }
}

extension LogError.Reason {
  fileprivate init(_ code: Int32) {
    switch code {
    case EWOULDBLOCK: self = .locked
    case EROFS: self = .readOnly
    case ENOSPC, EDQUOT, EFBIG: self = .full
    case EACCES, EPERM: self = .denied
    case ENOENT: self = .missing
    case EEXIST: self = .taken
    case ELOOP, ENOTDIR, EISDIR, ENXIO: self = .notAFile
    default: self = .io(code)
    }
  }
}

extension LogError {
  /// The disk refuses to be written: one may still go on without keeping anything.
  package var isAboutWriting: Bool { [.readOnly, .full, .denied].contains(reason) }

  /// What happened and where, in French.
  package var sentence: String {
    switch reason {
    case .locked: "Le parcours est déjà ouvert dans une autre fenêtre."
    case .readOnly: "Le disque de « \(path) » est en lecture seule."
    case .full: "Il n’y a plus de place sur le disque pour « \(path) »."
    case .denied: "L’accès à « \(path) » est refusé."
    case .missing: "« \(path) » n’existe pas."
    case .notAFile: "« \(path) » est un lien, ou n’est pas un fichier ordinaire."
    case .tooLarge: "« \(path) » est trop gros pour être un journal du parcours."
    case .taken: "« \(path) » existe déjà."
    case .damaged: "Des lignes de « \(path) » sont abîmées."
    case .uncertain: "L’écriture dans « \(path) » s’est interrompue."
    case .io(let code): "Le disque a signalé une erreur pour « \(path) » (numéro \(code))."
    }
  }

  /// What to do about it, in French.
  package var advice: String {
    switch reason {
    case .locked: "Fermez l’autre fenêtre, puis recommencez."
    case .readOnly: "Choisissez un autre dossier avec l’option --donnees."
    case .full: "Libérez de la place, puis recommencez."
    case .denied: "Demandez à l’assistance de vous donner les droits sur ce dossier."
    case .missing: "Vérifiez le chemin donné à l’option --donnees."
    case .notAFile, .tooLarge, .taken:
      "Déplacez-le, ou choisissez un autre dossier avec l’option --donnees."
    case .damaged: "Lancez « parcours diagnostic --reparer »."
    case .uncertain: "Fermez le parcours, puis ouvrez-le de nouveau."
    case .io: "Recommencez. Si cela continue, prévenez l’assistance."
    }
  }
}
