package import Course
package import Workshop

/// Whose situations come first.
package enum TradeChoice: Sendable, Hashable {
  case unsaid, all
  /// The key of a trade.
  case one(String)

  /// The trade's key; nil unless there is one.
  package var key: String? {
    if case .one(let key) = self { key } else { nil }
  }
}

/// What the command line already says of a workshop; the rest is asked.
package struct WorkshopRequest: Sendable {
  package var module: Module?
  package var trade: TradeChoice
  /// One of `Agenda.lengths`.
  package var minutes: Int?
  package var attendance: Int?
  /// One of `WorkshopSetup.seeds`; drawn when it is not given.
  package var seed: Int?

  package init(
    module: Module? = nil, trade: TradeChoice = .unsaid, minutes: Int? = nil,
    attendance: Int? = nil,
    seed: Int? = nil
  ) {
    self.module = module
    self.trade = trade
    self.minutes = minutes
    self.attendance = attendance
    self.seed = seed
  }
}

/// The first page of a workshop.
package enum WorkshopEntrance {
  /// The question whether to resume what was left, or the first thing that is not known.
  package static func page(
    _ request: WorkshopRequest, unfinished: UnfinishedWorkshop?, in session: Session
  ) -> any Page {
    guard let unfinished else { return WorkshopSetupPage(request, in: session) }
    return WorkshopResumePage(unfinished, request: request, in: session)
  }
}
