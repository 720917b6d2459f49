package import Course

/// One agent of HR's list; what the list does not say is empty.
package struct Agent: Sendable, Hashable {
  /// The identifier HR knows, cleaned; never empty in a list.
  package var identifier: String
  package var name = ""
  package var firstName = ""
  package var employer = ""
  package var direction = ""
  package var service = ""
  /// Nil when the list does not say it, or not as a day.
  package var arrival: Day?

  package init(identifier: String) { self.identifier = identifier }
}

/// A column that HR's list may have; only `identifier` must be there.
enum AgentColumn: CaseIterable {
  case identifier, name, firstName, employer, direction, service, arrival

  /// Knows a header that is folded; nil for any other.
  init?(folded: String) {
    guard let column = AgentColumn.allCases.first(where: { $0.headers.contains(folded) })
    else { return nil }
    self = column
  }

  /// As headers are folded, the usual one first.
  private var headers: [String] {
    switch self {
    case .identifier: ["matricule"]
    case .name: ["nom"]
    case .firstName: ["prenom"]
    case .employer: ["employeur"]
    case .direction: ["direction"]
    case .service: ["service"]
    case .arrival: ["date d arrivee", "date arrivee", "arrivee"]
    }
  }
}

extension Agent {
  /// The agent on one line; fields that the line does not have are empty.
  init(_ fields: [[UInt8]], under header: TableHeader<AgentColumn>) {
    self.init(identifier: "")
    for column in AgentColumn.allCases { set(column, header.text(column, of: fields)) }
  }

  private mutating func set(_ column: AgentColumn, _ text: String) {
    switch column {
    case .identifier: identifier = text.plainIdentifier
    case .name: name = text.plain
    case .firstName: firstName = text.plain
    case .employer: employer = text.plain
    case .direction: direction = text.plain
    case .service: service = text.plain
    case .arrival: arrival = Day(typed: text.plain)
    }
  }
}

extension Day {
  /// Reads `21/11/2026`, `1/2/2026` or `2026-11-21`, with or without a midnight behind it, as
  /// spreadsheets write it; nil for anything else.
  package init?(typed text: String) {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    let isMidnight = parts.count == 2 && ["00:00", "00:00:00", "0:00:00"].contains(parts[1])
    guard parts.count == 1 || isMidnight else { return nil }
    let numbers = parts[0].split(separator: "/", omittingEmptySubsequences: false)
    guard numbers.count > 1 else {
      self.init(iso: String(parts[0]))
      return
    }
    guard numbers.count == 3, numbers[2].utf8.count == 4,
      numbers.prefix(2).allSatisfy({ (1...2).contains($0.utf8.count) })
    else { return nil }
    let padded = numbers.reversed().map { $0.utf8.count == 1 ? "0\($0)" : String($0) }
    self.init(iso: padded.joined(separator: "-"))
  }
}
