import Course
import JSON
import Journal

/// What « mes données exporter » writes: the same facts for a program and for a person.
struct DataExport {
  private let lines: [JournalLine]

  /// The facts of a journal's folder; one that is not there gives none.
  init(directory: String) { lines = (try? Journal.read(directory: directory))?.lines ?? [] }

  /// The facts of a session that keeps nothing on disk.
  init(facts: [StampedEvent]) { lines = facts.compactMap { try? JournalLine($0) } }

  /// Names and contents of the files.
  var files: [(name: String, text: String)] {
    let export = Export(lines)
    return [("mes-donnees.json", export.json.pretty + "\n"), ("mes-donnees.txt", export.text)]
  }
}

/// « mes données effacer »: everything of this person on this machine.
struct Erasure {
  var locations: Locations

  /// Removes the journal's folder files, and the agent's files when asked.
  func run(badgeToo: Bool) throws(FileFault) {
    for name in FileStore.names(in: locations.data) where !Self.kept.contains(name) {
      try FileStore.remove("\(locations.data)/\(name)")
    }
    guard badgeToo else { return }
    for name in FileStore.names(in: "\(locations.data)/emetteur") {
      try FileStore.remove("\(locations.data)/emetteur/\(name)")
    }
    for name in Self.ours where FileStore.exists("\(locations.folder)/\(name)") {
      try FileStore.remove("\(locations.folder)/\(name)")
    }
  }

  /// Locks, which another process may hold, and the issuer, which goes only when asked.
  private static let kept = ["verrou", "verrou-atelier", "emetteur"]

  /// The files this program writes in the agent's folder; nothing else there is touched.
  private static let ours = [
    "attestation.txt", "attestation.html", AttestationFiles.recordName, "badge.svg", "badge.jwt",
    "badge-cle-publique.pem", "mes-donnees.json", "mes-donnees.txt",
  ]
}
