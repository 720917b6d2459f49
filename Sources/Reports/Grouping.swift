import Course

/// The column by which rows are sorted before any other.
///
/// A CSV stays one table, ready for a filter or a pivot table: no line is added between groups.
package enum Grouping: String, CaseIterable, Sendable {
  case employer = "employeur"
  case direction
  case service
}

extension [Row] {
  /// The rows in the order of a report.
  func inOrder(by grouping: Grouping?) -> [Row] {
    map { (key: SortKey($0, grouping), row: $0) }.sorted { $0.key < $1.key }.map(\.row)
  }
}

/// What a row is sorted by, folded once.
private struct SortKey: Comparable {
  private let isUnattached: Bool
  private let texts: [String]

  init(_ row: Row, _ grouping: Grouping?) {
    isUnattached = row.agent == nil
    let agent = row.agent ?? Agent(identifier: "")
    let group =
      switch grouping {
      case .employer: agent.employer
      case .direction: agent.direction
      case .service: agent.service
      case nil: ""
      }
    let folded = [
      group, agent.employer, agent.direction, agent.service, agent.name, agent.firstName,
    ].map(\.folded)
    let record = row.record
    let exact = [
      row.identifier, record?.course, record?.day.description, record?.version,
      record?.fingerprint,
    ]
    texts = folded + exact.map { $0 ?? "" }
  }

  static func < (left: SortKey, right: SortKey) -> Bool {
    guard left.isUnattached == right.isUnattached else { return right.isUnattached }
    return left.texts.lexicographicallyPrecedes(right.texts)
  }
}
