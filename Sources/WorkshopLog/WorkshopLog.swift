package import AppendLog
package import Course
package import Workshop

/// The facilitator's own file of what happened in a workshop, held open by one process.
///
/// It follows the journal's invariants: an event that `record` has returned survives power loss; a
/// last line that fails its checksum is set aside in `atelier.coupe`; a damaged earlier line stops
/// the replay and the file is left untouched; two processes cannot write at once; unknown events are
/// ignored, a later format is refused. It holds one workshop: the next one takes its place.
package struct WorkshopLog: ~Copyable {
  private var log: AppendLog
  private var lastNumber: Int
  /// Totals of a group under five are refused.
  private var isSmallGroup: Bool
  /// What the file holds, in order.
  package private(set) var events: [WorkshopEvent]
  /// The file beside the log that holds what was cut from its end; nil when nothing was.
  package let setAside: String?

  /// The file in the data folder.
  package static let fileName = "atelier.jsonl"
  /// Its lock: not the journal's, a learner may be at work on the same machine.
  package static let lockName = "verrou-atelier"

  /// Opens the log of a folder, making both when they are missing, and holds it.
  package static func open(
    directory: String, disk: Disk = .system
  ) throws(WorkshopLogError) -> WorkshopLog {
    var lines: [WorkshopLine] = []
    var fault: WorkshopLogError?
    let path = "\(directory)/\(fileName)"
    do {
      let log = try AppendLog.open(
        directory: directory, name: fileName, lockName: lockName, disk: disk,
        isWhole: WorkshopLine.isWhole
      ) { recovery in
        for (index, bytes) in recovery.lines.enumerated() where fault == nil {
          do throws(WorkshopLineFault) {
            lines.append(try WorkshopLine(reading: bytes, after: lines.last?.number ?? 0))
          } catch {
            fault = WorkshopLogError(error, line: index + 1, of: path)
          }
        }
        return fault == nil
      }
      return WorkshopLog(log: log, lines: lines)
    } catch {
      throw fault ?? .log(error)
    }
  }

  /// Holds the log of a folder, be it damaged, to erase it; nil when there is no such folder.
  package static func holding(
    directory: String, disk: Disk = .system
  ) throws(LogError) -> HeldLog? {
    try HeldLog.holding(directory: directory, name: fileName, lockName: lockName, disk: disk)
  }

  private init(log: consuming AppendLog, lines: [WorkshopLine]) {
    setAside = log.recovery.setAsideName
    self.log = log
    lastNumber = lines.last?.number ?? 0
    events = lines.compactMap(\.event)
    isSmallGroup = events.reduce(false) { $1.setup?.isSmallGroup ?? $0 }
  }

  /// Writes one event durably; `opened` replaces the whole file.
  package mutating func record(
    _ event: WorkshopEvent, at time: Timestamp
  ) throws(WorkshopLogError) {
    let isOpening = event.setup != nil
    guard isOpening || !isSmallGroup || !event.isAboutVotes else { throw .smallGroup }
    let line: WorkshopLine
    do {
      line = try WorkshopLine(event, number: isOpening ? 1 : lastNumber + 1, time: time)
    } catch {
      throw .refused
    }
    do throws(LogError) {
      if isOpening { try log.rewrite([line.bytes]) } else { try log.append(line.bytes) }
    } catch {
      throw .log(error)
    }
    lastNumber = line.number
    events = isOpening ? [event] : events + [event]
    isSmallGroup = event.setup?.isSmallGroup ?? isSmallGroup
  }
}

extension WorkshopEvent {
  /// What a workshop is opened with; nil for any other event.
  fileprivate var setup: WorkshopSetup? {
    if case .opened(let setup) = self { setup } else { nil }
  }
}
