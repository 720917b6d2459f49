package import Course

/// A group session: its agenda and the fold of what happened.
package struct WorkshopSession: Sendable, Hashable {
  package let setup: WorkshopSetup
  package let agenda: Agenda
  /// Where the group is, from 0; nil before the first item.
  package private(set) var item: Int?
  private var ballots: [Int: Ballot] = [:]

  package init(_ setup: WorkshopSetup, agenda: Agenda) {
    self.setup = setup
    self.agenda = agenda
  }

  /// The item on which the group is; nil before the first.
  package var current: Agenda.Item? { item.flatMap(agenda.items.at) }

  /// The votes on an item; empty when there were none.
  package func ballot(_ item: Int) -> Ballot { ballots[item] ?? Ballot() }

  /// Whether an event may be written: totals of a group under five never are.
  package func keeps(_ event: WorkshopEvent) -> Bool {
    !(setup.isSmallGroup && event.isAboutVotes)
  }

  /// Applies an event; one that does not fit the agenda changes nothing.
  package mutating func apply(_ event: WorkshopEvent) {
    switch event {
    case .opened, .closed: break
    case .placed(let item) where agenda.items.indices.contains(item): self.item = item
    case .placed: break
    case .voted(let item, let round, let totals): take(totals, item: item, round: round)
    case .revealed: change(item) { $0.reveal() }
    case .undone: change(item) { $0.undo() }
    case .reset(let item): ballots[item] = nil
    }
  }

  private mutating func take(_ totals: [Int], item: Int, round: Int) {
    guard let question = agenda.items.at(item)?.votedQuestion,
      totals.count == question.voteOptions?.count,
      totals.allSatisfy(Totals.figures.contains)
    else { return }
    let tally = Tally(totals, on: question, attendance: setup.attendance)
    change(item) { $0.take(tally, round: round) }
  }

  private mutating func change(_ item: Int?, _ change: (inout Ballot) -> Void) {
    guard let item else { return }
    change(&ballots[item, default: Ballot()])
  }
}

/// A workshop that was not closed: how it was opened, and what happened since.
package struct UnfinishedWorkshop: Sendable, Hashable {
  package let setup: WorkshopSetup
  private let events: [WorkshopEvent]

  /// The last workshop of a log; nil when it was closed or none was opened.
  package init?(in events: [WorkshopEvent]) {
    guard
      let start = events.lastIndex(where: { if case .opened = $0 { true } else { false } }),
      case .opened(let setup) = events[start]
    else { return nil }
    let rest = Array(events[(start + 1)...])
    guard !rest.contains(.closed) else { return nil }
    self.setup = setup
    self.events = rest
  }

  /// The session where it was left; nil when the content is no longer the one that was voted on.
  package func session(in course: Course) throws(ContentError) -> WorkshopSession? {
    guard let module = course.modules.first(where: { $0.id == setup.module }) else { return nil }
    let choice = setup.choice
    let agenda = try Agenda(
      of: module, in: course, minutes: choice.minutes, trade: choice.trade, seed: choice.seed)
    guard agenda.fingerprint == setup.fingerprint else { return nil }
    var session = WorkshopSession(setup, agenda: agenda)
    for event in events { session.apply(event) }
    return session
  }
}
