import AppendLog
import Course
import Glibc
import Interface
import Journal
import WorkshopLog

/// « mes données effacer »: everything the program keeps of this person on this machine.
///
/// Each file is named: a folder of one's own may hold anything else.
struct Erasure {
  var locations: Locations

  /// Removes the facts and the settings; when asked, the agent's files, the key and demandes too.
  ///
  /// The journal goes last: as long as anything fails it stays whole, and open if it was given.
  func run(
    _ journal: inout Journal?, badgeToo: Bool, requests: [String]
  ) throws(Stop) -> Erased {
    let logs: Logs
    do throws(LogError) {
      logs = try Logs(in: locations.data, isJournalOpen: journal != nil)
    } catch {
      throw Stop(1, error.sentence, error.advice)
    }
    try removeFiles(badgeToo: badgeToo)
    do throws(LogError) {
      try logs.erase()
      try journal?.erase()
    } catch {
      throw Stop(1, error.sentence, error.advice)
    }
    journal = nil
    return badgeToo ? demandes(requests) : Erased()
  }

  private func removeFiles(badgeToo: Bool) throws(Stop) {
    var paths = ["\(locations.data)/\(SettingsFile.name)"]
    if badgeToo {
      paths += LocalIssuer.names.map { "\(locations.data)/\(LocalIssuer.folderName)/\($0)" }
      let demandes = FileStore.names(in: locations.folder).filter(BadgeDemand.isName)
      paths += (Self.ours + demandes).map { "\(locations.folder)/\($0)" }
    }
    do throws(FileFault) {
      for path in paths { try FileStore.remove(path) }
    } catch {
      throw Stop(1, error.sentence, error.advice)
    }
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
      erased.left += (BadgeFiles.kinds + [BadgeReturn.refusal])
        .map { depot.answer(RequestedBadge.stem(of: name), $0) }.filter(FileStore.exists)
    }
    return erased
  }

  /// The files this program writes in the agent's folder; nothing else there is touched.
  private static let ours =
    AttestationFiles.names + BadgeFiles.names + DataExport.names + ["badge-cle-publique.pem"]
}

/// The logs of a folder, both held before anything goes: no session is erased under its feet.
private struct Logs: ~Copyable {
  private let workshop: HeldLog?
  /// Nil when the session that erases has it open.
  private let journal: HeldLog?

  init(in directory: String, isJournalOpen: Bool) throws(LogError) {
    let workshop = try WorkshopLog.holding(directory: directory)
    let journal = isJournalOpen ? nil : try Journal.holding(directory: directory)
    self.workshop = workshop
    self.journal = journal
  }

  func erase() throws(LogError) {
    try workshop?.erase()
    try journal?.erase()
  }
}
