package import Display
import Glibc

/// Lines appended to standard output and read from standard input: no escape, nothing rewritten.
package struct LinePort: ~Copyable {
  /// The characters written; other ones are replaced.
  package let glyphs: Glyphs
  /// The signal that ended the input or the output, for an exit status of 128 + n.
  package private(set) var pendingSignal: Int32?

  /// A descriptor that may end the wait for a line; -1 for none.
  package var watched: Int32 = -1
  /// The watched descriptor ended the last wait: no line was read, none is lost.
  package private(set) var wasWoken = false

  private let signals: SignalWatch
  private let isTyped = isatty(STDIN_FILENO) == 1
  private var buffer: LineBuffer
  private var hasEnded = false
  /// Nobody reads any more.
  private var isBroken = false
  /// The last line written waits for an answer.
  private var isPrompting = false

  /// Listens to the signals that end a program; let it go before a `CursesPort` is made.
  package init(_ surroundings: Surroundings) {
    let charset = Charset.adopt(surroundings)
    glyphs = surroundings.glyphs(charset, onTerminal: isatty(STDOUT_FILENO) == 1)
    buffer = LineBuffer(charset)
    signals = SignalWatch(SignalWatch.endings)
  }

  /// The window's width, in columns; 66 where nothing tells.
  package var columns: Int {
    guard isatty(STDOUT_FILENO) == 1 else { return 66 }
    return Terminals.windowSize(of: STDOUT_FILENO)?.columns ?? 66
  }

  /// Appends lines, their control characters left out; false when nobody reads or a signal came.
  @discardableResult
  package mutating func write(_ lines: [String]) -> Bool {
    let text = lines.map { glyphs.fit($0) + "\n" }.joined()
    defer { isPrompting = false }
    return send(isPrompting ? "\n" + text : text)
  }

  /// Writes `> ` and waits there.
  @discardableResult
  package mutating func prompt() -> Bool {
    isPrompting = true
    return send("> ")
  }

  /// One line without its end; nil at the end of the input, on a signal, or when woken.
  ///
  /// What comes from no terminal is written after the prompt, so that a transcript reads well.
  package mutating func next() -> String? {
    wasWoken = false
    while true {
      if let line = buffer.next() ?? (hasEnded ? lastLine() : nil) {
        if !isTyped { send(glyphs.fit(line) + "\n") }
        isPrompting = false
        return line
      }
      if hasEnded { return finish() }
      if wait(for: STDIN_FILENO, POLLIN, orWatched: watched) { readBytes() }
      if wasWoken { return nil }
    }
  }

  private mutating func lastLine() -> String? { pendingSignal == nil ? buffer.rest() : nil }

  /// The prompt left unanswered ends its line, for what comes after the program.
  private mutating func finish() -> String? {
    if isPrompting, !isBroken { Glibc.write(STDOUT_FILENO, "\n", 1) }
    isPrompting = false
    return nil
  }

  private mutating func readBytes() {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(STDIN_FILENO, &bytes, bytes.count)
    if count > 0 { return buffer.append(bytes.prefix(count)) }
    if count == 0 || (errno != EINTR && errno != EAGAIN) { hasEnded = true }
  }

  @discardableResult
  private mutating func send(_ text: String) -> Bool {
    var bytes = Array(text.utf8)[...]
    while !isBroken, !bytes.isEmpty {
      guard wait(for: STDOUT_FILENO, POLLOUT) else { return false }
      // No more than a pipe takes at once, so that a signal is heard between two.
      let count = bytes.prefix(Int(PIPE_BUF)).withUnsafeBytes {
        Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count)
      }
      if count >= 0 {
        bytes = bytes.dropFirst(count)
      } else {
        isBroken = errno != EINTR && errno != EAGAIN
      }
    }
    return !isBroken
  }

  /// Sleeps until the descriptor is ready; false when a signal ends the program, or when woken.
  private mutating func wait(
    for descriptor: Int32, _ event: Int32, orWatched watched: Int32 = -1
  ) -> Bool {
    guard pendingSignal == nil else { return false }
    var files = [
      pollfd(fd: descriptor, events: Int16(event), revents: 0),
      pollfd(fd: signals.wakeUp, events: Int16(POLLIN), revents: 0),
      pollfd(fd: watched, events: Int16(POLLIN), revents: 0),
    ]
    while true {
      // Emptied before the signals are looked at: none can come unseen in between.
      signals.drain()
      if let signal = signals.takeEnding() {
        pendingSignal = signal
        hasEnded = true
        return false
      }
      if poll(&files, 3, -1) >= 0 {
        if files[0].revents != 0 { return true }
        if files[2].revents & Int16(POLLIN) != 0 {
          wasWoken = true
          return false
        }
      } else if errno != EINTR {
        (hasEnded, isBroken) = (true, true)
        return false
      }
    }
  }
}
