import Glibc

/// Where the passphrase that seals the private keys comes from: never an argument.
enum PassphraseSource {
  /// The first line of a descriptor.
  case descriptor(Int32)
  /// The terminal, its echo off.
  case terminal

  /// The passphrase in UTF-8, as it was typed; asked twice when it is new.
  func read(isNew: Bool) throws(Complaint) -> [UInt8] {
    switch self {
    case .descriptor(let number):
      guard isatty(number) == 0 else {
        throw Complaint("La phrase secrète se verrait. Retirez --phrase-secrete-fd.")
      }
      return PassphraseSource.composed(try PassphraseSource.line(of: number))
    case .terminal:
      let terminal = try SecretPrompt()
      let first = try terminal.ask(
        isNew ? "Phrase secrète (vide pour aucune) : " : "Phrase secrète : ")
      guard isNew else { return PassphraseSource.composed(first) }
      guard try terminal.ask("Encore une fois : ") == first else {
        throw Complaint(
          "Les deux phrases diffèrent. Recommencez.", status: ExitStatus.refused)
      }
      return PassphraseSource.composed(first)
    }
  }

  /// One spelling for one phrase: without the carriage return of Windows files, accents composed.
  private static func composed(_ phrase: [UInt8]) -> [UInt8] {
    let line = phrase.last == 0x0D ? Array(phrase.dropLast()) : phrase
    return String(validating: line, as: UTF8.self).map { Array($0.composed.utf8) } ?? line
  }

  private static func line(of number: Int32) throws(Complaint) -> [UInt8] {
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while line.count <= 1024 {
      let count = Glibc.read(number, &byte, 1)
      if count == 0 || count == 1 && byte == 0x0A { return line }
      if count == 1 {
        line.append(byte)
      } else if errno != EINTR {
        throw Complaint(
          "Le descripteur \(number) ne peut pas être lu. Vérifiez --phrase-secrete-fd.")
      }
    }
    throw Complaint("La phrase secrète dépasse 1024 octets. Choisissez-en une plus courte.")
  }
}

/// A question asked on the terminal itself, whose answer does not show.
///
/// Signals wait while the echo is off; one that comes ends the question, is let through once the
/// terminal is as it was, and ends the program.
struct SecretPrompt {
  private let terminal: SecretTerminal

  init() throws(Complaint) { terminal = try SecretTerminal() }

  func ask(_ question: String) throws(Complaint) -> [UInt8] {
    guard let answer = terminal.ask(question) else {
      throw Complaint("La phrase secrète n’a pas été donnée.", status: ExitStatus.refused)
    }
    return answer
  }
}

/// `/dev/tty`, closed with its owner.
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

  /// The line that is typed; nil at the end of the input, or when a signal came.
  func ask(_ question: String) -> [UInt8]? {
    var signals = sigset_t()
    var former = sigset_t()
    sigemptyset(&signals)
    for signal in SecretTerminal.signals { sigaddset(&signals, signal) }
    sigprocmask(SIG_BLOCK, &signals, &former)
    // What was blocked is delivered once the terminal shows letters again.
    defer { sigprocmask(SIG_SETMASK, &former, nil) }
    var mode = termios()
    guard tcgetattr(number, &mode) == 0 else { return nil }
    var silent = mode
    silent.c_lflag &= ~tcflag_t(ECHO)
    guard tcsetattr(number, TCSAFLUSH, &silent) == 0 else { return nil }
    defer {
      tcsetattr(number, TCSAFLUSH, &mode)
      _ = writeAll([0x0A], to: number)
    }
    _ = writeAll(Array(question.utf8), to: number)
    return line()
  }

  /// Looks five times a second whether a signal waits.
  private func line() -> [UInt8]? {
    var line: [UInt8] = []
    while line.count <= 1024 {
      var place = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
      let count = poll(&place, 1, 200)
      guard !SecretTerminal.isWaiting, count >= 0 else { return nil }
      if count == 0 { continue }
      var byte: UInt8 = 0
      guard read(number, &byte, 1) == 1 else { return nil }
      if byte == 0x0A { return line }
      line.append(byte)
    }
    return nil
  }

  private static var isWaiting: Bool {
    var waiting = sigset_t()
    sigpending(&waiting)
    return signals.contains { sigismember(&waiting, $0) == 1 }
  }

  private static let signals = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP]
}
