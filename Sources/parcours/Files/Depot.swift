import Course
import Glibc
import Interface

/// The shared folder of the collectivité, where one may add a file but not list them.
struct Depot {
  var path: String

  /// Puts a record in `suivi/` under a random name, readable by the group; never replaces a file.
  func put(_ record: CompletionRecord) throws(FileFault) {
    let folder = "\(path)/suivi"
    try FileStore.create(record.file, at: "\(folder)/\(Chance.hex(16)).json", mode: 0o640)
  }

  /// Puts a sealed demande in `demandes/`, whole or not at all: who delivers may be reading there.
  func put(_ demande: [UInt8], named name: String) throws(FileFault) {
    // Hidden names are left alone by the issuer; the drawn name is nobody else's.
    let (draft, path) = (self.demande(".\(name)"), self.demande(name))
    try FileStore.create(demande, at: draft, mode: 0o640)
    guard rename(draft, path) == 0 else {
      let code = errno
      unlink(draft)
      throw FileFault(path: path, code: code)
    }
  }

  /// The path of a demande.
  func demande(_ name: String) -> String { "\(path)/demandes/\(name)" }

  /// The path of what the issuer returned under a demande's name, with its ending.
  func answer(_ stem: String, _ ending: String) -> String { "\(path)/badges/\(stem).\(ending)" }

  /// A fault of the shared folder: nothing an agent can repair.
  static func complaint(_ fault: FileFault) -> Complaint {
    let isFull = [ENOSPC, EDQUOT].contains(fault.code)
    return Complaint(
      isFull
        ? "Le dépôt de votre collectivité est plein. Rien n’est envoyé, rien n’est perdu."
        : "Le dépôt de votre collectivité ne répond pas. Rien n’est envoyé, rien n’est perdu.",
      "Prévenez votre service informatique, puis réessayez plus tard.")
  }
}
