package import AppendLog
package import Course

/// A journal read without holding it, even damaged, even while a session writes it.
package struct JournalReading: Sendable, Hashable {
  /// The lines that can be read, in order.
  package let lines: [JournalLine]
  /// The fold of `lines`.
  package let progress: Progress
  /// The lines that cannot, numbered from 1, and why.
  package let faults: [Int: LineFault]
  /// Whether the last line is not written to its end, or is being written.
  package let isTorn: Bool
}

extension Journal {
  /// Reads the journal of a folder for its owner to see; writes nothing, locks nothing.
  package static func read(
    directory: String, disk: Disk = .system
  ) throws(JournalError) -> JournalReading {
    let recovery: Recovery
    do {
      recovery = try AppendLog.read(
        directory: directory, name: fileName, disk: disk, isWhole: JournalLine.isWhole)
    } catch {
      throw .log(error)
    }
    var replay = Replay()
    var faults: [Int: LineFault] = [:]
    for (index, bytes) in recovery.lines.enumerated() {
      do throws(LineFault) {
        try replay.take(bytes)
      } catch {
        faults[index + 1] = error
      }
    }
    return JournalReading(
      lines: replay.lines, progress: replay.progress, faults: faults,
      isTorn: recovery.setAside != nil)
  }
}
