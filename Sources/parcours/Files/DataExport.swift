import Course
import Glibc
import Interface
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

  /// Removes the journal's folder files; when asked, the agent's files and demandes too.
  func run(badgeToo: Bool, requests: [String]) throws(FileFault) -> Erased {
    for name in FileStore.names(in: locations.data) where !Self.kept.contains(name) {
      try FileStore.remove("\(locations.data)/\(name)")
    }
    guard badgeToo else { return Erased() }
    for name in FileStore.names(in: "\(locations.data)/emetteur") {
      try FileStore.remove("\(locations.data)/emetteur/\(name)")
    }
    let demandes = FileStore.names(in: locations.folder).filter(BadgeDemand.isName)
    for name in Self.ours + demandes where FileStore.exists("\(locations.folder)/\(name)") {
      try FileStore.remove("\(locations.folder)/\(name)")
    }
    return self.demandes(requests)
  }

  /// Removes from the depot the demandes of this account, and says what is left there.
  func demandes(_ requests: [String]) -> Erased {
    guard let depot = locations.depot.map(Depot.init) else { return Erased() }
    var erased = Erased()
    for name in requests where BadgeDemand.isName(name) {
      let path = depot.demande(name)
      var status = stat()
      if lstat(path, &status) == 0 {
        if status.st_uid == geteuid(), unlink(path) == 0 {
          erased.requests.append(name)
        } else {
          erased.left.append(path)
        }
      }
      erased.left += (BadgeReturn.kinds + [BadgeReturn.refusal])
        .map { depot.answer(BadgeDemand.stem(name), $0) }.filter(FileStore.exists)
    }
    return erased
  }

  /// Locks, which another process may hold, and the issuer, which goes only when asked.
  private static let kept = ["verrou", "verrou-atelier", "emetteur"]

  /// The files this program writes in the agent's folder; nothing else there is touched.
  private static let ours = [
    "attestation.txt", "attestation.html", AttestationFiles.recordName, "badge.svg", "badge.png",
    "badge.json", "badge.jwt", "badge-cle-publique.pem", "mes-donnees.json", "mes-donnees.txt",
  ]
}
