import Display
import Interface
import Terminal

/// The program line by line: what is said is appended, what is typed is a line.
enum LineLoop {
  /// Runs until the person quits, the input ends or the reader has gone; returns a signal if any.
  static func run(_ program: inout Program, on port: inout LinePort, hook: TestHook) -> Int32? {
    var previous: Document?
    while !program.state.isOver {
      let document = program.state.document
      let again = program.state.takeRereading()
      let lines = Linear.lines(
        document, after: again ? nil : previous, width: port.columns, glyphs: port.glyphs)
      guard port.write(lines), port.prompt() else { return nil }
      previous = document
      hook.countKey()
      guard let line = port.next() else { break }
      program.handle(.line(line))
    }
    return port.pendingSignal
  }
}
