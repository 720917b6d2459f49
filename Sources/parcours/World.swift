import BadgeRequest
import Course
import Display
import Interface
import Journal

/// The outside of the pages: the journal, the clock, the agent's folder, the depot, the keys.
final class World {
  let installed: Installed
  /// nil for a guest, and after « continuer sans enregistrer ».
  private var journal: Journal?
  /// Number of the last event kept in memory when there is no journal.
  private var memoryNumber = 0
  /// The facts kept in memory alone: all that a guest may export.
  private var memory: [StampedEvent] = []
  private let settingsFile: SettingsFile
  /// Nothing of this session is kept; so it is too once everything was erased.
  private var isGuest: Bool
  /// The workshop's log and reports; nil in a learner's session.
  var workshop: WorkshopStore?
  /// The record written in this session: the only one that may be handed in.
  private var record: CompletionRecord?
  /// Told of each fact once it is kept (tests only).
  private let acknowledge: (Int) -> Void

  init(
    _ installed: Installed, journal: consuming Journal?, isGuest: Bool,
    acknowledge: @escaping (Int) -> Void
  ) {
    self.installed = installed
    self.journal = journal
    self.isGuest = isGuest
    self.acknowledge = acknowledge
    settingsFile = SettingsFile(path: "\(installed.locations.data)/\(SettingsFile.name)")
  }

  /// The settings kept on this machine; a guest starts from none.
  func settings() -> Settings { isGuest ? Settings() : settingsFile.read() }

  /// The settings kept on this machine, guest or not: those of the facilitator whose machine it is.
  func ownSettings() -> Settings { settingsFile.read() }

  /// Performs an effect; nil when the pages need not hear of it.
  func perform(_ effect: Effect, for session: Session) -> Report? {
    switch effect {
    case .record(let event): return record(event)
    case .recordCompletion(let how):
      let course = installed.course
      return record(
        .completed(
          course: course.id, version: course.version, digest: course.contentDigest, how: how))
    case .stopSaving:
      memoryNumber = session.progress.lastNumber
      journal = nil
      workshop?.stopSaving()
      return nil
    case .saveSettings(let settings): return save(settings)
    case .writeAttestation(let identifier): return writeAttestation(identifier, session)
    case .handIn: return handIn()
    case .award(let identity):
      return installed.locations.issuer == nil
        ? award(identity, session) : request(identity, session)
    case .collectBadge: return collect(session)
    case .exportData: return export(session)
    case .eraseData(let badgeToo): return erase(badgeToo: badgeToo, session.progress.requests)
    case .purge: return purge()
    case .recordWorkshop(let event): return workshop?.record(event) ?? .workshopRecorded(event)
    case .closeWorkshop(let day, let report): return workshop?.close(day, report)
    case .quit: return nil
    }
  }

  private func record(_ event: Event) -> Report {
    let now = Clock.now()
    guard journal != nil else {
      memoryNumber += 1
      let stamped = StampedEvent(number: memoryNumber, time: now, event: event)
      memory.append(stamped)
      return .recorded(stamped)
    }
    do throws(JournalError) {
      guard let stamped = try journal?.record(event, at: now) else {
        return .unrecorded(event, Complaint("Le journal est fermé.", "Relancez le programme."))
      }
      acknowledge(stamped.number)
      return .recorded(stamped)
    } catch {
      return .unrecorded(event, Complaint(error.sentence, error.advice))
    }
  }

  private func purge() -> Report? {
    do throws(JournalError) {
      _ = try journal?.purge(at: Clock.now(), isDateConfirmed: true)
      guard let progress = journal?.progress else { return nil }
      return .purged(progress)
    } catch {
      return .failed(Complaint(error.sentence, error.advice))
    }
  }

  func save(_ settings: Settings) -> Report? {
    guard !isGuest else { return nil }
    do throws(FileFault) {
      try settingsFile.write(settings)
      return nil
    } catch {
      return .failed(Complaint(error.sentence, error.advice))
    }
  }

  private func writeAttestation(_ identifier: String, _ session: Session) -> Report {
    guard let completion = session.progress.completion else { return Self.notDone }
    let record = CompletionRecord.of(completion, identifier: identifier)
    do throws(FileFault) {
      let files = try AttestationFiles(
        record: record, course: installed.course, completion: completion
      )
      .write(in: installed.locations.folder)
      self.record = record
      return .attestationWritten(
        Attestation(
          record: record, folder: installed.locations.folderShown, files: files,
          recordFile: AttestationFiles.recordName))
    } catch {
      return .failed(Complaint(error.sentence, error.advice))
    }
  }

  private func handIn() -> Report {
    guard let depot = installed.locations.depot, let record else { return Self.notDone }
    do throws(FileFault) {
      try Depot(path: depot).put(record)
      return .handedIn
    } catch {
      return .failed(Depot.complaint(error))
    }
  }

  private func award(_ identity: BadgeIdentity, _ session: Session) -> Report {
    guard let completion = session.progress.completion else { return Self.notDone }
    return reporting { () throws(Stop) in
      .awarded(
        try BadgeMaking(installed: installed, completion: completion, isGuest: isGuest)
          .award(identity))
    }
  }

  /// Seals a demande for the configured issuer; the page keeps the fact once the file is written.
  private func request(_ identity: BadgeIdentity, _ session: Session) -> Report {
    reporting { () throws(Stop) in
      .requested(try BadgeDemand(installed: installed).make(identity, session.progress))
    }
  }

  private func collect(_ session: Session) -> Report? {
    do throws(Stop) {
      return try BadgeReturn(installed: installed).report(session.progress)
    } catch {
      return .failed(Complaint(error.problem, error.advice))
    }
  }

  private func export(_ session: Session) -> Report {
    reporting { () throws(Stop) in
      // What lies on this machine belongs to someone else than a guest.
      let export = isGuest ? DataExport.of(memory) : try DataExport.of(installed.locations)
      try export.write(in: installed.locations.folder)
      return .exported(path: installed.locations.folderShown)
    }
  }

  private func erase(badgeToo: Bool, _ requests: [String]) -> Report {
    reporting { () throws(Stop) in
      let erasure = Erasure(locations: installed.locations)
      var erased: Erased
      if isGuest {
        // A guest has nothing here but this session; the files are someone else's.
        erased = badgeToo ? erasure.demandes(requests) : Erased()
        erased.isSessionOnly = true
      } else {
        erased = try erasure.run(&journal, badgeToo: badgeToo, requests: requests)
      }
      isGuest = true
      memoryNumber = 0
      memory = []
      return .erased(erased)
    }
  }

  private func reporting(_ work: () throws(Stop) -> Report) -> Report {
    do throws(Stop) {
      return try work()
    } catch {
      return .failed(Complaint(error.problem, error.advice))
    }
  }

  private static let notDone = Report.failed(
    Complaint("Le parcours n’est pas terminé.", "Passez d’abord l’examen final."))
}
