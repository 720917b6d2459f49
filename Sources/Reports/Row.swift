package import Course

/// One line of HR's report: an agent and a record, or one of them alone.
package struct Row: Sendable, Hashable {
  package enum Status: String, Sendable, Hashable {
    case finished = "Terminé"
    /// On the list, without a record.
    case missing = "Non remis"
  }

  /// Nil when the record is attached to nobody.
  package var agent: Agent?
  package var record: CompletionRecord?

  package var status: Status { record == nil ? .missing : .finished }

  /// As HR's list writes it, else as the record does.
  package var identifier: String { agent?.identifier ?? record?.identifier ?? "" }
}

/// A value of a table, before any format shows it.
package enum Cell: Sendable, Hashable {
  case text(String)
  case day(Day)
}

/// A column of HR's report; the raw value is its header.
package enum Column: String, CaseIterable, Sendable, Hashable {
  case identifier = "Matricule"
  case name = "Nom"
  case firstName = "Prénom"
  case employer = "Employeur"
  case direction = "Direction"
  case service = "Service"
  case course = "Parcours"
  case version = "Version"
  case status = "Statut"
  case day = "Date"
  case how = "Modalité"
  case fingerprint = "Empreinte"
}

extension Row {
  /// What stands in that column; an empty text when it is not known.
  package subscript(column: Column) -> Cell {
    if case .day = column, let day = record?.day { return .day(day) }
    return .text(text(column) ?? "")
  }

  private func text(_ column: Column) -> String? {
    switch column {
    case .identifier: identifier
    case .name: agent?.name
    case .firstName: agent?.firstName
    case .employer: agent?.employer
    case .direction: agent?.direction
    case .service: agent?.service
    case .course: record?.course
    case .version: record?.version
    case .status: status.rawValue
    case .day: nil
    case .how: record?.how.rawValue
    case .fingerprint: record?.fingerprint
    }
  }
}
