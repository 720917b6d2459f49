import AppendLog
package import Course

extension Journal {
  /// Removes what is due through a new file that takes the place of the journal.
  ///
  /// What was set aside or copied from a damaged journal goes too, since it may hold old answers.
  /// - Returns: what was decided; only `due` changes anything.
  package mutating func purge(
    at now: Timestamp, isDateConfirmed: Bool = false
  ) throws(JournalError) -> PurgeDecision {
    let decision = Purge(lines, at: now).decision(isDateConfirmed: isDateConfirmed)
    guard case .due(let plan) = decision else { return decision }
    do throws(LogError) {
      try log.removeAsides()
      try rewrite(plan.lines)
    } catch {
      throw .log(error)
    }
    return decision
  }
}
