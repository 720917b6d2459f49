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
    var arrived: [Effect] = []
    switch report {
    case .failed(let complaint):
      notice = Text("\(complaint.problem) \(complaint.advice)")
      return []
    case .unrecorded(let event, let complaint): return ask(about: event, complaint)
    case .recorded(let stamped):
      session.progress.apply(stamped)
      // The page that waits for the fact is below.
      if isUnsaved(stamped.event) { arrived = follow(Turn(.back, notice: notice)) }
    case .purged(let progress): session.progress = progress
    default: break
    }
    var turn = withTop { $0.receive(report, in: &$1) }
    // What the world did must not hide what was said when it was asked.
    turn.notice = turn.notice ?? notice
    return follow(turn) + arrived
  }

  /// A fact that cannot be kept: the person decides, and hears of each attempt.
  private mutating func ask(about event: Event, _ complaint: Complaint) -> [Effect] {
    if isUnsaved(event) {
      notice = "Ce n’est toujours pas enregistré."
      return []
    }
    return follow(Turn(.push(UnsavedPage(event: event, complaint: complaint)), notice: notice))
  }

  /// Whether the page on top is about this fact.
  private func isUnsaved(_ event: Event) -> Bool { (top as? UnsavedPage)?.event == event }

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
