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

  /// Puts a sealed demande in `demandes/`; never replaces a file.
  func put(_ demande: [UInt8], named name: String) throws(FileFault) {
    try FileStore.create(demande, at: self.demande(name), mode: 0o640)
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
