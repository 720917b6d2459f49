import Glibc
import Synchronization

// Handlers may run between any two instructions: they read only what was made before they were
// installed, and call only what POSIX.1-2017 §2.4.3 allows (write, tcsetattr, sigaction, raise…).

/// Signals that arrived and were not taken yet, one bit each.
private let arrived = Atomic<UInt64>(0)
/// The end of the pipe that wakes a waiting program; -1 before there is one.
private let wakeUpEnd = Atomic<Int32>(-1)
/// Whether the terminal must be put back before the process ends.
private let isArmed = Atomic<Bool>(false)

// nonisolated(unsafe): a signal handler can be given no argument, so what it needs lies at a fixed
// address, written only while `isArmed` is false, that is while no handler reads it.
nonisolated(unsafe) private let restoration: UnsafeMutablePointer<Restoration> = {
  let memory = UnsafeMutablePointer<Restoration>.allocate(capacity: 1)
  memory.initialize(to: Restoration())
  return memory
}()

private func note(_ signal: Int32) {
  let kept = errno
  arrived.bitwiseOr(1 << UInt64(signal), ordering: .relaxed)
  var byte: UInt8 = 0
  _ = write(wakeUpEnd.load(ordering: .relaxed), &byte, 1)
  errno = kept
}

/// Installed with SA_RESETHAND: raised again, the signal ends the process and says why.
private func crash(_ signal: Int32) {
  Restoration.run()
  raise(signal)
}

/// The signals a port listens to; the actions they had come back when it goes.
struct SignalWatch: ~Copyable {
  /// The end of the pipe to poll together with the input; -1, which poll skips, without a pipe.
  let wakeUp: Int32
  private var previous: [(signal: Int32, action: sigaction)] = []

  /// What ends a program that can still do it properly.
  static let endings = [SIGTERM, SIGHUP, SIGINT]

  init(_ signals: [Int32]) {
    wakeUp = Self.pipeEnd
    for signal in signals { install(note, for: signal, flags: SA_RESTART) }
    install(SIG_IGN, for: SIGPIPE, flags: 0)
  }

  deinit {
    for (signal, action) in previous.reversed() {
      var action = action
      sigaction(signal, &action, nil)
    }
  }

  /// Puts the terminal back before the process dies of its own fault, or of Ctrl-\.
  mutating func catchCrashes() {
    Self.alternateStack
    let flags = SA_ONSTACK | SA_NODEFER | Int32(truncatingIfNeeded: SA_RESETHAND)
    for signal in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGQUIT] {
      install(crash, for: signal, flags: flags)
    }
  }

  /// Whether a signal arrived since this was last asked.
  func take(_ signal: Int32) -> Bool {
    let bit: UInt64 = 1 << UInt64(signal)
    return arrived.bitwiseAnd(~bit, ordering: .relaxed).oldValue & bit != 0
  }

  /// The first ending that arrived.
  func takeEnding() -> Int32? { Self.endings.first { take($0) } }

  /// Empties the pipe.
  func drain() {
    var bytes: (UInt64, UInt64) = (0, 0)
    while read(wakeUp, &bytes, MemoryLayout.size(ofValue: bytes)) > 0 {}
  }

  /// Stops the process as the terminal asked; where no shell could resume it, nothing happens.
  func stop() {
    // SIGTSTP and not SIGSTOP: the system drops it for an orphaned process group, as in a window
    // opened for this program alone.
    var listening = sigaction()
    var byDefault = sigaction()
    sigaction(SIGTSTP, &byDefault, &listening)
    raise(SIGTSTP)
    sigaction(SIGTSTP, &listening, nil)
  }

  private mutating func install(
    _ handler: (@convention(c) (Int32) -> Void)?, for signal: Int32, flags: Int32
  ) {
    var action = sigaction()
    var old = sigaction()
    action.__sigaction_handler.sa_handler = handler
    action.sa_flags = flags
    guard sigaction(signal, nil, &old) == 0, !isRespected(signal, old) else { return }
    guard sigaction(signal, &action, nil) == 0 else { return }
    previous.append((signal, old))
  }

  /// Ignored on purpose by whoever started the program, as `nohup` does, or a shell without jobs.
  private func isRespected(_ signal: Int32, _ action: sigaction) -> Bool {
    guard [SIGHUP, SIGINT, SIGTSTP].contains(signal) else { return false }
    let ignored = unsafeBitCast(SIG_IGN, to: Int.self)
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == ignored
  }

  /// One pipe for the life of the process: a handler may write to it at any time.
  private static let pipeEnd: Int32 = {
    // Before any handler: a global is made when it is first used.
    arrived.store(0, ordering: .relaxed)
    wakeUpEnd.store(-1, ordering: .relaxed)
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return -1 }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    wakeUpEnd.store(ends[1], ordering: .relaxed)
    return ends[0]
  }()

  /// Room for a handler when the stack itself has overflowed.
  private static let alternateStack: Void = {
    let size = 65_536
    var stack = stack_t()
    stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    stack.ss_size = size
    sigaltstack(&stack, nil)
  }()
}

/// What puts the terminal back, ready before it is needed.
struct Restoration {
  private static let longest = 512

  private var modes = termios()
  private let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: longest)
  private var count = 0
  /// What is held back from standard error, and where to show it; -1 when nothing is.
  private var held: Int32 = -1
  private var shown: Int32 = -1

  fileprivate init() {}

  /// From now on the terminal is put back however the process ends, SIGKILL apart.
  static func arm(_ modes: termios, sequence: [UInt8], held: Int32, shown: Int32) {
    isArmed.store(false, ordering: .sequentiallyConsistent)
    _ = atExit
    let sequence = sequence.prefix(longest)
    restoration.pointee.modes = modes
    restoration.pointee.bytes.update(from: Array(sequence), count: sequence.count)
    restoration.pointee.count = sequence.count
    restoration.pointee.held = held
    restoration.pointee.shown = shown
    isArmed.store(true, ordering: .sequentiallyConsistent)
  }

  static func disarm() { isArmed.store(false, ordering: .sequentiallyConsistent) }

  /// Puts the terminal back, once.
  fileprivate static func run() {
    guard isArmed.exchange(false, ordering: .sequentiallyConsistent) else { return }
    let (bytes, count) = (restoration.pointee.bytes, restoration.pointee.count)
    _ = write(STDOUT_FILENO, bytes, count)
    tcsetattr(STDIN_FILENO, TCSANOW, &restoration.pointee.modes)
    replay(restoration.pointee.held, on: restoration.pointee.shown)
  }

  /// Copies a file in memory to a descriptor.
  static func replay(_ held: Int32, on shown: Int32) {
    guard held >= 0, lseek(held, 0, SEEK_SET) == 0 else { return }
    var chunk = (UInt64(0), UInt64(0), UInt64(0), UInt64(0), UInt64(0), UInt64(0), UInt64(0))
    while true {
      let count = read(held, &chunk, MemoryLayout.size(ofValue: chunk))
      guard count > 0, write(shown, &chunk, count) == count else { return }
    }
  }

  /// For a program that calls `exit` while the screen is up.
  private static let atExit: Int32 = atexit { Restoration.run() }
}
