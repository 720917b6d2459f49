import Display
import Interface
import Terminal

/// The program in full screen: key → update → document → grid → terminal.
enum GridLoop {
  /// An Entrée that comes sooner after a page change is a repeat: nobody has read the page.
  private static let repeatWindow = 150

  /// Runs until the person quits; returns the signal that ended it, if one did.
  static func run(
    _ program: inout Program, on port: inout CursesPort, hook: TestHook,
    watch: WatchedFile?
  ) -> Int32? {
    port.watched = watch?.descriptor ?? -1
    var view = GridView()
    var reading = WholeReading()
    var changes = program.state.pageChanges
    var changedAt = Int.max
    while !program.state.isOver {
      let size = port.size
      let document = program.state.document
      let frame = view.frame(
        document, columns: size.columns, rows: size.rows,
        theme: program.state.session.settings.theme, glyphs: port.glyphs)
      port.show(frame)
      reading.see(document.title, isLast: frame.part + 1 >= frame.parts)
      // A page counts as changed when it is seen, not when the key that changed it was pressed.
      if changedAt == .max { changedAt = port.shownAt }
      let press = port.next()
      hook.countKey()
      if let report = watch?.report() {
        program.handle(.report(report))
        continue
      }
      if press.key == .enter, press.milliseconds - changedAt < repeatWindow { continue }
      let mustTurn = press.key == .enter && program.state.isReadBeforeAnswering && !reading.isDone
      if program.state.input.isEmpty || mustTurn, view.turns(press.key, parts: frame.parts) {
        changedAt = .max
        continue
      }
      program.handle(.key(press.key))
      if program.state.pageChanges != changes {
        changes = program.state.pageChanges
        changedAt = .max
      }
    }
    return port.pendingSignal
  }
}

/// Whether the page on screen was shown to its end: some answers bind, and are not typed blind.
private struct WholeReading {
  private(set) var isDone = false
  private var title: String?

  mutating func see(_ title: String?, isLast: Bool) {
    if title != self.title { isDone = false }
    self.title = title
    if isLast { isDone = true }
  }
}
