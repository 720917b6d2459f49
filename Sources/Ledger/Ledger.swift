package import AppendLog

/// The issuer's own file of facts, held open by one process.
///
/// An event that `record` has returned survives power loss; a torn last line is set aside in
/// `registre.coupe` and told; a damaged earlier line is refused and the file left as it is.
package struct Ledger: ~Copyable {
  var log: AppendLog
  let directory: String
  let disk: Disk
  /// Always the replay of the file.
  package internal(set) var state: LedgerState

  /// The file in the issuer's folder.
  package static let fileName = "registre.jsonl"
  private static let lockName = "registre.verrou"

  /// The file beside the ledger that holds a torn last line now; nil when there was none.
  package var setAside: String? { log.recovery.setAsideName }

  /// Opens the ledger of a folder, making both when they are missing, and holds it.
  package static func open(
    directory: String, disk: Disk = .system
  ) throws(LedgerError) -> Ledger {
    var state = LedgerState()
    var fault: LedgerError?
    do {
      let log = try AppendLog.open(
        directory: directory, name: fileName, lockName: lockName, disk: disk,
        isWhole: LedgerLine.isWhole
      ) { recovery in
        do throws(LedgerError) {
          state = try replay(recovery.lines, of: directory)
        } catch {
          fault = error
        }
        return fault == nil
      }
      return Ledger(log: log, directory: directory, disk: disk, state: state)
    } catch {
      throw fault ?? .log(error)
    }
  }

  /// Reads the ledger of a folder without holding it, even while another process writes it.
  ///
  /// - Returns: the state, and whether the last line is torn or being written.
  package static func read(
    directory: String, disk: Disk = .system
  ) throws(LedgerError) -> (state: LedgerState, isTorn: Bool) {
    let recovery = try contents(of: directory, disk: disk)
    return (try replay(recovery.lines, of: directory), recovery.setAside != nil)
  }

  /// Writes one event durably, then folds it into `state`; refuses what cannot follow.
  package mutating func record(_ event: LedgerEvent, at time: Instant) throws(LedgerError) {
    let line = try Ledger.line(event, number: state.lastNumber + 1, at: time)
    do throws(LedgerRefusal) {
      try state.check(event, at: time)
    } catch {
      throw .refused(error)
    }
    do {
      try log.append(line.bytes)
    } catch {
      throw .log(error)
    }
    do throws(LedgerFault) {
      try state.take(line)
    } catch {
      throw LedgerError(error, line: line.number, in: directory)
    }
  }

  static func line(
    _ event: LedgerEvent, number: Int, at time: Instant
  ) throws(LedgerError) -> LedgerLine {
    do {
      return try LedgerLine(number: number, time: time, event: event)
    } catch {
      guard case .malformed(let key) = error else { throw .malformed("e") }
      throw .malformed(key)
    }
  }

  static func contents(of directory: String, disk: Disk) throws(LedgerError) -> Recovery {
    do {
      return try AppendLog.read(
        directory: directory, name: fileName, disk: disk, isWhole: LedgerLine.isWhole)
    } catch {
      throw .log(error)
    }
  }

  static func replay(
    _ lines: [[UInt8]], of directory: String
  ) throws(LedgerError) -> LedgerState {
    var state = LedgerState()
    for (index, bytes) in lines.enumerated() {
      do throws(LedgerFault) {
        try state.take(try LedgerLine(reading: bytes))
      } catch {
        throw LedgerError(error, line: index + 1, in: directory)
      }
    }
    if let line = state.firstGap { throw LedgerError(.missing, line: line, in: directory) }
    return state
  }
}

extension LedgerError {
  /// The error for a fault of a line, from 1, of the ledger of a folder.
  init(_ fault: LedgerFault, line: Int, in directory: String) {
    let path = "\(directory)/\(Ledger.fileName)"
    switch fault {
    case .newer, .unknownEvent: self = .newer(path: path)
    default: self = .damaged(line: line, fault: fault, path: path)
    }
  }
}
