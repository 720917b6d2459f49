package import Course
package import Display

/// A page: its own state, what it says, what can be done, and what a line or an action changes.
///
/// Nothing here touches a file, a clock or a screen: what the world must do comes out as effects.
package protocol Page: Sendable {
  /// What the page says now; place, blocks and question, without the bindings.
  func document(in session: Session) -> Document

  /// What can be done now, most useful first, without the commands every page has.
  func commands(in session: Session) -> [Command]

  /// Every line is text for the page; commands are typed after a point.
  var isFreeText: Bool { get }

  /// Whether a typed line is an answer to the page rather than a command.
  func takes(_ line: String, in session: Session) -> Bool

  /// A line that is for the page.
  mutating func answer(_ line: String, in session: inout Session) -> Turn

  /// A command of the page; `argument` is what was typed after its word.
  mutating func perform(_ action: Action, argument: String, in session: inout Session) -> Turn

  /// What the world did of an effect.
  mutating func receive(_ report: Report, in session: inout Session) -> Turn

  /// What the arrows write on the line: the next choice after `line`, nil when there is none.
  func line(after line: String, by offset: Int, in session: Session) -> String?

  /// What the world must do each time the page comes on top, however it was opened.
  func arrival(in session: Session) -> [Effect]

  /// An answer binds the person: it is not taken before every part of the page was shown.
  var isReadBeforeAnswering: Bool { get }
}

extension Page {
  package var isFreeText: Bool { false }
  package func commands(in session: Session) -> [Command] { [] }
  package func takes(_ line: String, in session: Session) -> Bool { false }
  package mutating func answer(_ line: String, in session: inout Session) -> Turn { .stay }
  package mutating func perform(
    _ action: Action, argument: String, in session: inout Session
  ) -> Turn { .stay }
  package mutating func receive(_ report: Report, in session: inout Session) -> Turn { .stay }
  package func line(after line: String, by offset: Int, in session: Session) -> String? { nil }
  package func arrival(in session: Session) -> [Effect] { [] }
  package var isReadBeforeAnswering: Bool { false }
}

/// What a page's commands do; every page understands the few it offers.
package enum Action: Sendable, Hashable {
  case advance, back, plan, quit, help, reread, whereAmI
  case glossary, sources, search, principles, myData, settings, review
  /// Go over an answered question's lesson, or report a doubt about it.
  case lesson, report
  case skip, previous, recap, submit
  case clear
  /// What Entrée and the arrows do where a line is expected: told in the footer.
  case answer, choose
  case retry, goOnUnsaved
  case see, export, erase
  /// A group's votes: note the totals typed, show them, vote again, say why, forget, end.
  case vote, closeVote, secondVote, explain, undo, reset, finish
}

/// A binding with what it does.
package struct Command: Sendable, Hashable {
  package var binding: Binding
  package var action: Action

  package init(_ action: Action, _ binding: Binding) {
    self.action = action
    self.binding = binding
  }
}

/// What follows a line, an action or a report.
package struct Turn: Sendable {
  package enum Navigation: Sendable {
    case stay
    case push(any Page)
    case replace(any Page)
    case back
    /// Back to the map, the only page left.
    case home
    case quit
  }

  package var navigation: Navigation
  package var effects: [Effect]
  package var notice: Text?

  package init(_ navigation: Navigation, effects: [Effect] = [], notice: Text? = nil) {
    self.navigation = navigation
    self.effects = effects
    self.notice = notice
  }

  package static let stay = Turn(.stay)
  package static let back = Turn(.back)
  package static func push(_ page: any Page) -> Turn { Turn(.push(page)) }
  package static func replace(_ page: any Page) -> Turn { Turn(.replace(page)) }
  package static func say(_ notice: Text) -> Turn { Turn(.stay, notice: notice) }
  package static func say(_ sentence: String) -> Turn { Turn(.stay, notice: Text(sentence)) }
  package static func record(_ events: Event...) -> Turn {
    Turn(.stay, effects: events.map { .record($0) })
  }

  package func recording(_ events: Event...) -> Turn {
    var turn = self
    turn.effects += events.map { .record($0) }
    return turn
  }
}
