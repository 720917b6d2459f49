package import Course

/// Whether old facts must go, from the lines and the clock alone.
package enum PurgeDecision: Sendable, Hashable {
  case nothing
  case due(PurgePlan)
  /// Something would go, but the date is doubtful: the person must confirm it first.
  case asks(ClockDoubt)
}

/// The lines that stay, with the line that says so.
package struct PurgePlan: Sendable, Hashable {
  /// The whole file once purged, in order.
  package var lines: [JournalLine]
}

/// Why the date of the computer is not believed.
package enum ClockDoubt: Sendable, Hashable {
  case before(Day, today: Day)
  case longAfter(Day, today: Day)

  /// What is doubtful, in French.
  package var sentence: String {
    switch self {
    case .before(let last, let today):
      "Cet ordinateur indique le \(today.french), avant votre dernier passage du \(last.french)."
    case .longAfter(let last, let today):
      "Votre dernier passage date du \(last.french), et cet ordinateur indique le \(today.french)."
    }
  }

  /// What the person is asked, in French.
  package var question: String {
    switch self {
    case .before:
      "La date d’aujourd’hui est-elle juste ? Si oui, les réponses trop anciennes seront effacées."
    case .longAfter:
      "La date d’aujourd’hui est-elle juste ? Si oui, votre progression sera effacée."
    }
  }
}
