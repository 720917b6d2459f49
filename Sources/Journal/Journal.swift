package import AppendLog
package import Course

/// The learner's own file of facts, held open by one process.
///
/// Its invariants, each with its test of the same number in `InvariantTests`:
/// 1. an event that `record` has returned survives power loss;
/// 2. a last line that fails its checksum is set aside in `journal.coupe` and reported; one that
///    passes but lacks its newline is kept;
/// 3. a damaged earlier line stops the replay and the file is left untouched, until `repair`;
/// 4. two processes cannot write at once;
/// 5. unknown events and ids are kept and ignored, a later format is refused;
/// 6. the purge replaces the file as a whole, and never on a doubtful date without asking;
/// 7. free text is never written.
package struct Journal: ~Copyable {
  var log: AppendLog
  private var replay: Replay
  /// What was cut from the end of the file when it was opened; nil when nothing was.
  package let setAside: SetAside?

  /// The file in the data folder.
  package static let fileName = "journal.jsonl"

  /// The state on screen: always the replay of the file.
  package var progress: Progress { replay.progress }
  /// Every line of the file, in order.
  package var lines: [JournalLine] { replay.lines }

  /// Opens the journal of a folder, making both when they are missing, and holds it.
  package static func open(
    directory: String, disk: Disk = .system
  ) throws(JournalError) -> Journal {
    var replay = Replay()
    var fault: JournalError?
    do {
      let log = try AppendLog.open(
        directory: directory, name: fileName, disk: disk, isWhole: JournalLine.isWhole
      ) { recovery in
        for (index, bytes) in recovery.lines.enumerated() where fault == nil {
          do throws(LineFault) {
            try replay.take(bytes)
          } catch {
            fault = JournalError(error, line: index + 1, of: path(in: directory))
          }
        }
        return fault == nil
      }
      return Journal(log: log, replay: replay)
    } catch {
      throw fault ?? .log(error)
    }
  }

  private init(log: consuming AppendLog, replay: Replay) {
    setAside = log.recovery.setAsideName.map { SetAside(file: $0) }
    self.log = log
    self.replay = replay
  }

  /// Writes one event durably, then folds it into `progress`.
  ///
  /// - Returns: the event as the file keeps it: `placed` has lost its time of day.
  @discardableResult
  package mutating func record(
    _ event: Event, at time: Timestamp
  ) throws(JournalError) -> StampedEvent {
    let stamped = StampedEvent(
      number: progress.lastNumber + 1, time: event.kept(time), event: event)
    let line: JournalLine
    do {
      line = try JournalLine(stamped)
    } catch {
      throw .refused(error)
    }
    do {
      try log.append(line.bytes)
    } catch {
      throw .log(error)
    }
    replay.add(line)
    return stamped
  }

  /// Removes the journal and everything set aside from it; then nothing more can be recorded.
  package mutating func erase() throws(LogError) { try log.erase() }

  /// Holds the journal of a folder, be it damaged, to erase it; nil when there is no such folder.
  package static func holding(
    directory: String, disk: Disk = .system
  ) throws(LogError) -> HeldLog? {
    try HeldLog.holding(directory: directory, name: fileName, disk: disk)
  }

  /// Replaces the whole file by `lines`.
  mutating func rewrite(_ lines: [JournalLine]) throws(LogError) {
    try log.rewrite(lines.map(\.bytes))
    replay = Replay(lines)
  }

  static func path(in directory: String) -> String { "\(directory)/\(fileName)" }
}

/// A last line that was not written to its end, most often after a power cut.
package struct SetAside: Sendable, Hashable {
  /// The file beside the journal that holds it now.
  package var file: String

  /// A report on what was moved to `file`.
  package init(file: String) { self.file = file }

  /// What happened, in French.
  package var sentence: String {
    "La dernière information n’avait pas été enregistrée en entier ; "
      + "elle est mise de côté dans « \(file) »."
  }

  /// What to do about it, in French.
  package var advice: String { "Le reste est intact. Refaites la dernière réponse si besoin." }
}

extension JournalError {
  /// The error for a fault of a line, from 1, of a file.
  init(_ fault: LineFault, line: Int, of path: String) {
    switch fault {
    case .newer(let version): self = .newer(version: version, path: path)
    default: self = .damaged(line: line, fault: fault, path: path)
    }
  }
}
