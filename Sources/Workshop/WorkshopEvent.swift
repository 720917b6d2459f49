package import Course

/// What a workshop was opened with; nobody's name is asked anywhere.
package struct WorkshopSetup: Sendable, Hashable {
  /// `M2`.
  package var module: String
  /// 30, 60 or 90 minutes, the trade and the seed.
  package var choice: Agenda.Choice
  /// How many people are there, from 1 to 999.
  package var attendance: Int
  /// Where the facilitator is.
  package var day: Day
  /// See `Agenda.fingerprint`.
  package var fingerprint: String

  /// How many people may be there.
  package static let attendances = 1...999
  /// Seeds short enough to be typed again for the sheet.
  package static let seeds = 1...9999

  package init(
    module: String, choice: Agenda.Choice, attendance: Int, day: Day, fingerprint: String
  ) {
    self.module = module
    self.choice = choice
    self.attendance = attendance
    self.day = day
    self.fingerprint = fingerprint
  }

  /// Fewer than five people: a total would tell who answered what, none is kept.
  package var isSmallGroup: Bool { attendance < 5 }
}

/// What happens in a workshop: a closed list.
package enum WorkshopEvent: Sendable, Hashable {
  case opened(WorkshopSetup)
  /// The group is on this item of the agenda, from 0.
  case placed(item: Int)
  /// Hands raised in round 1 or 2, a total per proposition in source order.
  case voted(item: Int, round: Int, totals: [Int])
  /// The last vote of the current item is closed: its results show.
  case revealed
  /// The last vote of the current item is forgotten.
  case undone
  /// All votes of an item are forgotten.
  case reset(item: Int)
  case closed
}

extension WorkshopEvent {
  /// Whether it tells something of votes: never kept for a group under five.
  package var isAboutVotes: Bool {
    switch self {
    case .voted, .revealed, .undone, .reset: true
    case .opened, .placed, .closed: false
    }
  }
}
