import Display
import Interface
import Terminal

/// The program line by line: what is said is appended, what is typed is a line.
enum LineLoop {
  /// Runs until the person quits, the input ends or the reader has gone; returns a signal if any.
  static func run(
    _ program: inout Program, on port: inout LinePort, hook: TestHook, watch: WatchedFile?
  ) -> Int32? {
    port.watched = watch?.descriptor ?? -1
    var previous: Document?
    while !program.state.isOver {
      let document = program.state.document
      let again = program.state.takeRereading()
      let lines = Linear.lines(
        document, after: again ? nil : previous, width: port.columns, glyphs: port.glyphs)
      guard port.write(lines), port.prompt() else { break }
      previous = document
      hook.countKey()
      guard let line = next(&program, port: &port, watch: watch) else { break }
      if !line.isEmpty || !port.wasWoken { program.handle(.line(line)) }
    }
    return port.pendingSignal
  }

  /// The line typed; an empty one when the file that is watched changed meanwhile.
  private static func next(
    _ program: inout Program, port: inout LinePort, watch: WatchedFile?
  ) -> String? {
    while true {
      if let line = port.next() { return line }
      guard port.wasWoken else { return nil }
      guard let report = watch?.report() else { continue }
      program.handle(.report(report))
      return ""
    }
  }
}
