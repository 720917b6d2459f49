import AppendLog

extension Ledger {
  /// Closes the badges that ended before an instant: their places, dates and status stay, no more.
  ///
  /// The file is replaced as a whole and what was set aside is removed. Nothing is written when
  /// there is no such badge, nor when `now` is before the last line.
  /// - Returns: how many badges were closed.
  package mutating func purge(endedBefore date: Instant, at now: Instant) throws(LedgerError) -> Int
  {
    if let last = state.lastTime, now < last { throw .clockBehind(last: last) }
    guard date <= now else { throw .refused(.inTheFuture(date)) }
    let ended = Set(state.badges.map(\.issued).filter { $0.validUntil < date }.map(\.id))
    guard !ended.isEmpty else { return 0 }
    var lines: [LedgerLine] = []
    for bytes in try Ledger.contents(of: directory, disk: disk).lines {
      if let line = try purged(bytes, of: ended) { lines.append(line) }
    }
    let event = LedgerEvent.purged(
      endedBefore: date, count: ended.count, kept: lines.count)
    lines.append(try Ledger.line(event, number: state.lastNumber + 1, at: now))
    try replace(by: lines.map(\.bytes))
    return ended.count
  }

  /// A line without what is known of the ended badges; nil when nothing stays of it.
  private func purged(_ bytes: [UInt8], of ended: Set<String>) throws(LedgerError) -> LedgerLine? {
    let line: LedgerLine
    do {
      line = try LedgerLine(reading: bytes)
    } catch {
      throw .damaged(line: 0, fault: error, path: "\(directory)/\(Ledger.fileName)")
    }
    guard line.event.badges.contains(where: ended.contains) else { return line }
    guard case .issued(let badge) = line.event, let closed = state.badge(id: badge.id)?.closed
    else { return nil }
    return try Ledger.line(.closed(closed), number: line.number, at: line.time)
  }

  /// Writes the lines once they are known to be replayed.
  private mutating func replace(by lines: [[UInt8]]) throws(LedgerError) {
    let next = try Ledger.replay(lines, of: directory)
    do {
      try log.rewrite(lines)
      state = next
      // A torn line may name someone.
      try log.removeAsides()
    } catch {
      throw .log(error)
    }
  }
}

extension LedgerEvent {
  /// The badges that the event names.
  fileprivate var badges: [String] {
    switch self {
    case .issued(let badge): [badge.id]
    case .delivered(let id), .revoked(let id, _), .suspended(let id, _), .reinstated(let id, _),
      .reissued(let id, _, _, _):
      [id]
    case .renewed(let old, let new): [old, new]
    case .keyAdded, .keyRetired, .keyCompromised, .closed, .purged: []
    }
  }
}
