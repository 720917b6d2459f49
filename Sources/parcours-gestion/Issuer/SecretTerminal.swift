import Glibc

/// `/dev/tty`, closed with its owner: questions whose answers do not show.
///
/// Signals wait while the echo is off; one that comes ends the question, is let through once the
/// terminal is as it was, and ends the program.
final class SecretTerminal {
  private let number: Int32

  init() throws(Complaint) {
    number = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard number >= 0 else {
      throw Complaint(
        "La phrase secrète ne peut pas être demandée : il n’y a pas de terminal. "
          + "Donnez-la par --phrase-secrete-fd.")
    }
  }

  deinit { close(number) }

  /// The line that is typed; complains at the end of the input, or when a signal came.
  func ask(_ question: String) throws(Complaint) -> [UInt8] {
    var signals = sigset_t()
    var former = sigset_t()
    sigemptyset(&signals)
    for signal in SecretTerminal.signals { sigaddset(&signals, signal) }
    sigprocmask(SIG_BLOCK, &signals, &former)
    // What was blocked is delivered once the terminal shows letters again.
    defer { sigprocmask(SIG_SETMASK, &former, nil) }
    var mode = termios()
    guard tcgetattr(number, &mode) == 0 else { throw SecretTerminal.unanswered }
    var silent = mode
    silent.c_lflag &= ~tcflag_t(ECHO)
    guard tcsetattr(number, TCSAFLUSH, &silent) == 0 else { throw SecretTerminal.unanswered }
    defer {
      tcsetattr(number, TCSAFLUSH, &mode)
      _ = writeAll([0x0A], to: number)
    }
    _ = writeAll(Array(question.utf8), to: number)
    return try line()
  }

  /// Looks five times a second whether a signal waits.
  private func line() throws(Complaint) -> [UInt8] {
    var line: [UInt8] = []
    while line.count <= PassphraseSource.longest {
      var place = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
      let count = poll(&place, 1, 200)
      let isInterrupted = count < 0 && errno == EINTR
      guard !SecretTerminal.isWaiting else { throw SecretTerminal.unanswered }
      // A program that was stopped and goes on asks still.
      if count == 0 || isInterrupted { continue }
      var byte: UInt8 = 0
      guard count > 0, read(number, &byte, 1) == 1 else { throw SecretTerminal.unanswered }
      if byte == 0x0A { return line }
      line.append(byte)
    }
    throw PassphraseSource.tooLong
  }

  private static let unanswered = Complaint(
    "La phrase secrète n’a pas été donnée.", .refused)

  private static var isWaiting: Bool {
    var waiting = sigset_t()
    sigpending(&waiting)
    return signals.contains { sigismember(&waiting, $0) == 1 }
  }

  private static let signals = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP]
}
