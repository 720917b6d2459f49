import Course
package import Display

/// The whole state of the program: the shared facts and a stack of pages.
///
/// `update` is pure: it changes this value and says what the world must do.
package struct State: Sendable {
  package var session: Session
  package private(set) var pages: [any Page]
  package private(set) var input = InputLine() {
    didSet { session.line = input.text }
  }
  package private(set) var notice: Text?
  /// Counts the changes of page, so that a repeated Entrée can be told from a new one.
  package private(set) var pageChanges = 0
  package private(set) var isOver = false
  /// « relire » was typed: the line-by-line port says the whole page again.
  private var isRereading = false
  /// There is no map below the first page: it is where one comes back to.
  private let isAlone: Bool

  /// Starts on `pages`, the map below them.
  package init(_ session: Session, opening pages: [any Page] = []) {
    self.session = session
    self.pages = [HomePage()] + pages
    isAlone = false
  }

  /// Starts on one page, the map nowhere: a workshop; `remarks` come before it.
  package init(_ session: Session, alone page: any Page, after remarks: [any Page] = []) {
    self.session = session
    pages = [page] + remarks
    isAlone = true
  }

  /// What the top page says, with the line, the notice and the bindings.
  package var document: Document {
    var document = top.document(in: session)
    document.input = input
    document.notice = notice
    document.bindings = commands.map(\.binding)
    return document
  }

  /// The top page's commands, then those every page has.
  var commands: [Command] {
    let own = top.commands(in: session)
    return own
      + Command.everywhere.filter { common in
        !own.contains { $0.action == common.action }
      }
  }

  var top: any Page {
    get { pages.last ?? HomePage() }
    set {
      guard !pages.isEmpty else { return }
      pages[pages.count - 1] = newValue
    }
  }

  /// Lets the top page change itself and the shared facts.
  mutating func withTop(_ change: (inout any Page, inout Session) -> Turn) -> Turn {
    var page = top
    defer { top = page }
    return change(&page, &session)
  }

  /// Whether the top page must be seen whole before a line is sent to it.
  package var isReadBeforeAnswering: Bool { top.isReadBeforeAnswering }

  /// What the world must do before anything is typed: the first page has just come on top.
  package var arrival: [Effect] { top.arrival(in: session) }

  /// Applies a message and says what the world must do.
  package mutating func update(_ message: Message) -> [Effect] {
    switch message {
    case .key(let key): return press(key)
    case .line(let line):
      notice = nil
      return submit(line)
    case .report(let report): return receive(report)
    }
  }

  private mutating func receive(_ report: Report) -> [Effect] {
    if case .recorded(let stamped) = report { session.progress.apply(stamped) }
    if case .purged(let progress) = report { session.progress = progress }
    if case .unrecorded(let event, let complaint) = report {
      return follow(.push(UnsavedPage(event: event, complaint: complaint)))
    }
    return follow(withTop { $0.receive(report, in: &$1) })
  }

  /// Carries out a turn: the notice, the navigation, then the effects.
  mutating func follow(_ turn: Turn) -> [Effect] {
    notice = turn.notice
    let changes = pageChanges
    var effects = turn.effects
    switch turn.navigation {
    case .stay: break
    case .push(let page):
      pages.append(page)
      turned()
    case .replace(let page):
      if isAlone || pages.count > 1 { pages.removeLast() }
      pages.append(page)
      turned()
    case .back:
      if pages.count > 1 { pages.removeLast() }
      turned()
    case .home:
      pages.removeSubrange(1...)
      turned()
    case .quit:
      isOver = true
      effects.append(.quit)
    }
    return pageChanges == changes ? effects : effects + arrival
  }

  private mutating func turned() {
    input = InputLine()
    pageChanges += 1
  }

  /// Empties the line after it was taken, or writes what the arrows chose.
  mutating func setLine(_ text: String) { input = InputLine(text) }
  mutating func say(_ text: Text?) { notice = text }
  mutating func reread() { isRereading = true }

  /// Whether the whole page must be said again, once.
  package mutating func takeRereading() -> Bool {
    defer { isRereading = false }
    return isRereading
  }

  mutating func countChange() { pageChanges += 1 }
  mutating func editLine(_ key: Key) -> Bool { input.edit(key) }
}
