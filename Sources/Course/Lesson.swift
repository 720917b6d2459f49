/// One screen of a lesson: something to read, or a question to answer.
package struct Screen: Sendable, Hashable {
  package enum Content: Sendable, Hashable {
    case reading([Block])
    case question(Question)
  }

  package var title: String
  package var content: Content
  package var place: Place

  package init(title: String, content: Content, place: Place) {
    self.title = title
    self.content = content
    self.place = place
  }
}

/// A lesson: its screens in order.
package struct Lesson: Sendable, Hashable {
  /// `L4.1`.
  package var id: String
  package var title: String
  /// Minutes announced.
  package var minutes: Int
  package var refs: [String]
  package var screens: [Screen]
  package var place: Place

  package init(
    id: String, title: String, minutes: Int, refs: [String], screens: [Screen], place: Place
  ) {
    self.id = id
    self.title = title
    self.minutes = minutes
    self.refs = refs
    self.screens = screens
    self.place = place
  }
}

/// A work situation of a module, with the decision to take and why.
package struct Scenario: Sendable, Hashable {
  /// `S4.1`.
  package var id: String
  package var title: String
  package var trades: [String]
  package var refs: [String]
  package var situation: [Block]
  package var decision: [Block]
  package var reason: [Block]
  /// Asked between the situation and the decision when there is one.
  package var question: Question?
  package var place: Place

  package init(
    id: String, title: String, trades: [String], refs: [String], situation: [Block],
    decision: [Block], reason: [Block], question: Question?, place: Place
  ) {
    self.id = id
    self.title = title
    self.trades = trades
    self.refs = refs
    self.situation = situation
    self.decision = decision
    self.reason = reason
    self.question = question
    self.place = place
  }
}
