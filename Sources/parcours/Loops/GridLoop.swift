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
    watch: WatchedFile? = nil
  ) -> Int32? {
    port.watched = watch?.descriptor ?? -1
    var view = GridView()
    var changes = program.state.pageChanges
    var changedAt = Int.max
    while !program.state.isOver {
      let size = port.size
      let frame = view.frame(
        program.state.document, columns: size.columns, rows: size.rows,
        theme: program.state.session.settings.theme, glyphs: port.glyphs)
      port.show(frame)
      // A page counts as changed when it is seen, not when the key that changed it was pressed.
      if changedAt == .max { changedAt = port.shownAt }
      let press = port.next()
      hook.countKey()
      if let report = watch?.report() {
        program.handle(.report(report))
        continue
      }
      if press.key == .enter, press.milliseconds - changedAt < repeatWindow { continue }
      if program.state.input.isEmpty, view.turns(press.key, parts: frame.parts) {
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
