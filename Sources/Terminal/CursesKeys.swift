package import Display
import Glibc

extension CursesPort {
  /// Waits for a key; the instant is when it was read, in milliseconds of a clock that never goes
  /// back.
  ///
  /// Once the input has ended, by a signal or with the terminal, every call says so at once.
  package mutating func next() -> (key: Key, milliseconds: Int) {
    if pendingSignal == SIGINT { pendingSignal = nil }
    while true {
      if let key = signalled() { return (key, Terminals.milliseconds()) }
      if let key = decoder.next() {
        if key == .resize { fit() }
        return (key, readAt)
      }
      if hasEnded { return (.endOfInput, Terminals.milliseconds()) }
      if wait() { return (.resize, Terminals.milliseconds()) }
    }
  }

  /// What signals stand for; a window resized many times is one key.
  private mutating func signalled() -> Key? {
    if let signal = signals.takeEnding() {
      pendingSignal = signal
      if signal == SIGINT { return .interrupt }
      decoder = KeyDecoder()
      hasEnded = true
      return .endOfInput
    }
    if signals.take(SIGTSTP) {
      suspend()
      return .resize
    }
    if signals.take(SIGCONT) {
      resume()
      return .resize
    }
    guard signals.take(SIGWINCH) else { return nil }
    fit()
    return .resize
  }

  /// Sleeps until a byte or a signal comes; only a key begun and not finished sets a delay.
  ///
  /// True when the watched descriptor is ready: whoever watches must read it.
  private mutating func wait() -> Bool {
    var files = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals.wakeUp, events: Int16(POLLIN), revents: 0),
      pollfd(fd: watched, events: Int16(POLLIN), revents: 0),
    ]
    let count = poll(&files, 3, Int32(decoder.patience ?? -1))
    if count < 0 { endUnlessInterrupted() }
    if count == 0 { decoder.giveUp() }
    guard count > 0 else { return false }
    if files[1].revents != 0 { signals.drain() }
    if files[0].revents != 0 { readBytes() }
    return files[2].revents & Int16(POLLIN) != 0
  }

  /// A terminal that is gone reads as an end or an error, and never again as anything else.
  private mutating func readBytes() {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(STDIN_FILENO, &bytes, bytes.count)
    if count < 0 { return endUnlessInterrupted() }
    readAt = Terminals.milliseconds()
    decoder.feed(bytes.prefix(count))
    if count == 0 { end() }
  }

  private mutating func endUnlessInterrupted() {
    if errno != EINTR, errno != EAGAIN { end() }
  }

  private mutating func end() {
    decoder.giveUp()
    hasEnded = true
  }
}
