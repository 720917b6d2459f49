/// What a report counts.
///
/// Each file is counted once: seen = left out + out of period + replaced + unattached + attached.
package struct Tally: Sendable, Hashable {
  /// Files of the depot, good or not.
  package var seen = 0
  package var leftOut = 0
  package var outOfPeriod = 0
  /// Older records of a person who has a newer one for the same course.
  package var replaced = 0
  /// Records that meet no agent of the list, or several; 0 without a list.
  package var unattached = 0
  /// Records attached after forgiving lost leading zeros.
  package var zerosForgiven = 0
  /// Nil without a list.
  package var agents: Int?
  package var linesLeftOut = 0
  /// Agents of the list with a record; without a list, people with a record.
  package var finished = 0

  package init() {}

  /// Agents of the list without a record.
  package var missing: Int { agents.map { $0 - finished } ?? 0 }

  /// One French line for each count; those on agents only when there is a list.
  package var lines: [String] {
    let records = [
      "Fiches : \(seen)", "Fiches écartées : \(leftOut)", "Fiches hors période : \(outOfPeriod)",
      "Fiches remplacées par une plus récente : \(replaced)",
    ]
    guard let agents else { return records + ["Terminés : \(finished)"] }
    return records + [
      "Non rattachés : \(unattached)", "Zéros retrouvés : \(zerosForgiven)",
      "Agents de la liste : \(agents)", "Lignes écartées de la liste : \(linesLeftOut)",
      "Terminés : \(finished)", "Non remis : \(missing)",
    ]
  }
}
