package import CNcurses
package import Glibc

/// A program running in a pseudo-terminal of its own, which is its controlling terminal.
package final class PseudoTerminal {
  package enum Failure: Error { case noTerminal, notStarted(Int32) }

  /// How a program ended.
  package enum Ending: Equatable { case status(Int32), signal(Int32) }

  package let process: pid_t
  /// All that the program wrote.
  package private(set) var bytes: [UInt8] = []
  package private(set) var screen: ScreenReader
  /// The terminal's modes before the program started.
  package private(set) var initialModes: [UInt8] = []
  private var ends: (program: Int32, test: Int32)
  private var ending: Ending?

  /// Starts a program by its path; the environment is these variables and no other.
  package init(
    _ program: String, _ arguments: [String] = [], environment: [String: String] = [:],
    columns: Int = 80, rows: Int = 24
  ) throws {
    var (test, slave): (Int32, Int32) = (-1, -1)
    var size = winsize()
    (size.ws_col, size.ws_row) = (UInt16(columns), UInt16(rows))
    var name = [CChar](repeating: 0, count: 128)
    guard cn_openpty(&test, &slave, &name, &size) == 0 else { throw Failure.noTerminal }
    for end in [test, slave] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    ends = (slave, test)
    screen = ScreenReader(columns: columns, rows: rows)
    var untouched = termios()
    tcgetattr(slave, &untouched)
    initialModes = withUnsafeBytes(of: &untouched, Array.init)
    var variables = ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"]
    variables.merge(environment) { _, given in given }
    process = try spawn(program, arguments, variables, terminal: name)
  }

  deinit {
    if ending == nil {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    hangUp()
  }

  // MARK: Acting on it

  package func send(_ text: String) { send(Array(text.utf8)) }

  package func send(_ bytes: [UInt8]) {
    _ = write(ends.test, bytes, bytes.count)
  }

  package func signal(_ signal: Int32) { kill(process, signal) }

  package func resize(columns: Int, rows: Int) {
    settle(quiet: 0)
    var size = winsize()
    (size.ws_col, size.ws_row) = (UInt16(columns), UInt16(rows))
    screen.resize(columns: columns, rows: rows)
    _ = ioctl(ends.test, UInt(TIOCSWINSZ), &size)
  }

  /// Closes the terminal as a window does.
  package func hangUp() {
    for end in [ends.program, ends.test] where end >= 0 { close(end) }
    ends = (-1, -1)
  }

  // MARK: Watching it

  /// Reads until nothing comes for a while, in milliseconds.
  package func settle(quiet: Int32 = 100) {
    while receive(for: quiet) {}
  }

  /// Reads until a condition holds, ten seconds at most.
  @discardableResult
  package func wait(until holds: (ScreenReader) -> Bool) -> Bool {
    for _ in 0..<100 {
      if holds(screen) { return true }
      // The condition costs more than the bytes: it is tried when they have all come.
      if receive(for: 100) { while receive(for: 1) {} }
    }
    return holds(screen)
  }

  /// Whether the text appears.
  package func shows(_ text: String) -> Bool { wait { $0.text.contains(text) } }

  /// How the program ends, ten seconds at most.
  package func end() -> Ending? {
    for _ in 0..<500 where ending == nil {
      if ends.test >= 0 { _ = receive(for: 20) } else { usleep(20_000) }
      var status: Int32 = 0
      guard waitpid(process, &status, WNOHANG) == process else { continue }
      ending = Ending(status)
      if ends.test >= 0 { settle(quiet: 0) }
    }
    return ending
  }

  /// The terminal's modes, byte for byte.
  package var modes: [UInt8] {
    var modes = termios()
    tcgetattr(ends.program, &modes)
    return withUnsafeBytes(of: &modes, Array.init)
  }

  /// Processor time used, in milliseconds.
  package var processorTime: Int {
    let file = open("/proc/\(process)/stat", O_RDONLY)
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 1024)
    let count = max(0, read(file, &bytes, bytes.count))
    let fields = String(decoding: bytes.prefix(count), as: UTF8.self).split(separator: " ")
    guard fields.count > 14, let user = Int(fields[13]), let system = Int(fields[14])
    else { return -1 }
    return (user + system) * 10
  }

  private func receive(for milliseconds: Int32) -> Bool {
    var file = pollfd(fd: ends.test, events: Int16(POLLIN), revents: 0)
    guard poll(&file, 1, milliseconds) > 0 else { return false }
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let count = read(ends.test, &chunk, chunk.count)
    guard count > 0 else { return false }
    bytes += chunk.prefix(count)
    screen.feed(chunk.prefix(count))
    return true
  }
}

extension PseudoTerminal.Ending {
  /// Reads what `waitpid` gives.
  package init(_ status: Int32) {
    self = status & 0x7F == 0 ? .status(status >> 8 & 0xFF) : .signal(status & 0x7F)
  }
}

/// Starts a program in a new session; its standard files are the terminal, or those given.
private func spawn(
  _ program: String, _ arguments: [String], _ variables: [String: String], terminal: [CChar]
) throws -> pid_t {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  // Opened by the leader of a session, it becomes its controlling terminal.
  posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
  posix_spawn_file_actions_adddup2(&actions, 0, 1)
  posix_spawn_file_actions_adddup2(&actions, 0, 2)
  return try spawn(program, arguments, variables, &actions)
}

/// Starts a program in a new session, no signal ignored nor blocked.
package func spawn(
  _ program: String, _ arguments: [String], _ variables: [String: String],
  _ actions: inout posix_spawn_file_actions_t
) throws -> pid_t {
  var attributes = posix_spawnattr_t()
  posix_spawnattr_init(&attributes)
  defer { posix_spawnattr_destroy(&attributes) }
  var (all, none) = (sigset_t(), sigset_t())
  sigfillset(&all)
  sigemptyset(&none)
  posix_spawnattr_setsigdefault(&attributes, &all)
  posix_spawnattr_setsigmask(&attributes, &none)
  // POSIX_SPAWN_SETSID, which glibc shows only to GNU sources, is 0x80.
  let flags = 0x80 | Int32(POSIX_SPAWN_SETSIGDEF) | Int32(POSIX_SPAWN_SETSIGMASK)
  posix_spawnattr_setflags(&attributes, Int16(flags))

  var process = pid_t()
  let words = ([program] + arguments).map { strdup($0) } + [nil]
  let settings = variables.map { strdup("\($0)=\($1)") } + [nil]
  defer { for text in words + settings { free(text) } }
  let failure = posix_spawn(&process, program, &actions, &attributes, words, settings)
  guard failure == 0 else { throw PseudoTerminal.Failure.notStarted(failure) }
  return process
}
