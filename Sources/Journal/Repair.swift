package import AppendLog

/// What a repair did.
package struct Repair: Sendable, Hashable {
  /// Lines that stay.
  package var kept: Int
  /// Lines that cannot be read, or stand there twice.
  package var dropped: Int
  /// The file beside the journal that holds it as it was.
  package var copy: String

  /// A report on a repair.
  package init(kept: Int, dropped: Int, copy: String) {
    self.kept = kept
    self.dropped = dropped
    self.copy = copy
  }

  /// What was done, in French.
  package var sentence: String {
    let lost = dropped == 1 ? "1 ligne illisible retirée" : "\(dropped) lignes illisibles retirées"
    let left = kept == 1 ? "1 gardée" : "\(kept) gardées"
    return "Journal réparé : \(lost), \(left). L’ancien fichier est dans « \(copy) »."
  }
}

extension Journal {
  /// Copies a damaged journal to `journal.abime-N` and keeps every line that can be read.
  ///
  /// A line whose number goes back keeps its fact under a new number, unless it is there already.
  /// - Returns: nil when there was nothing to repair; then nothing was changed.
  package static func repair(
    directory: String, disk: Disk = .system
  ) throws(JournalError) -> Repair? {
    var salvage = Salvage()
    do throws(LogError) {
      // A repair must not make a journal where there is none.
      _ = try AppendLog.read(directory: directory, name: fileName, disk: disk) { _ in true }
      var log = try AppendLog.open(
        directory: directory, name: fileName, disk: disk, isWhole: { _ in true }
      ) { recovery in
        for bytes in recovery.lines { salvage.take(bytes) }
        return salvage.newer == nil
      }
      guard salvage.isNeeded else { return nil }
      let copy = try log.copyAside()
      try log.rewrite(salvage.kept.map(\.bytes))
      return Repair(kept: salvage.kept.count, dropped: salvage.dropped, copy: copy)
    } catch {
      let path = path(in: directory)
      throw salvage.newer.map { .newer(version: $0, path: path) } ?? .log(error)
    }
  }
}

/// The lines that a repair keeps.
private struct Salvage {
  private(set) var kept: [JournalLine] = []
  private(set) var dropped = 0
  private(set) var newer: Int?
  private var isRenumbered = false
  private var seen: Set<[UInt8]> = []

  var isNeeded: Bool { dropped > 0 || isRenumbered }

  mutating func take(_ bytes: [UInt8]) {
    do throws(LineFault) {
      var line = try JournalLine(reading: bytes)
      let last = kept.last?.number ?? 0
      guard seen.insert(bytes).inserted else { throw .order }
      if line.number <= last {
        line = try line.renumbered(last + 1)
        isRenumbered = true
      }
      kept.append(line)
    } catch {
      if case .newer(let version) = error { newer = version }
      dropped += 1
    }
  }
}
