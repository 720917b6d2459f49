import Glibc
import Testing

/// The passphrase as it is asked on a terminal of the test's own.
@Suite("emetteur: a passphrase that is typed")
struct SecretTerminalTests {
  @Test("a program that is stopped, then goes on, still asks")
  func stopped() throws {
    let folder = Folder()
    let typing = try #require(Typing(creating: folder.path("em")))
    try #require(typing.waits(for: "pour aucune"))
    for _ in 0..<3 {
      kill(typing.process, SIGSTOP)
      usleep(50_000)
      kill(typing.process, SIGCONT)
      usleep(50_000)
    }
    typing.type("une phrase\n")
    try #require(typing.waits(for: "Encore une fois"))
    typing.type("une autre\n")
    #expect(typing.end() == 1)
    #expect(typing.shown.contains("Les deux phrases diffèrent"), "\(typing.shown)")
    #expect(!typing.shown.contains("une phrase"))
  }

  @Test("a passphrase that is too long is told so")
  func tooLong() throws {
    let folder = Folder()
    let typing = try #require(Typing(creating: folder.path("em")))
    try #require(typing.waits(for: "pour aucune"))
    typing.type(String(repeating: "a", count: 1_100) + "\n")
    #expect(typing.end() != 0)
    #expect(typing.shown.contains("dépasse 1024 octets"), "\(typing.shown)")
    #expect(folder.names("em").isEmpty)
  }

  @Test("a signal ends the question and the program")
  func interrupted() throws {
    let folder = Folder()
    let typing = try #require(Typing(creating: folder.path("em")))
    try #require(typing.waits(for: "pour aucune"))
    kill(typing.process, SIGTERM)
    #expect(typing.end() == 128 + SIGTERM)
    #expect(folder.names("em").isEmpty)
  }
}

/// A program whose terminal is held by the test.
private final class Typing {
  let process: pid_t
  private var bytes: [UInt8] = []
  private let terminal: Int32

  /// Starts `emetteur creer` in that folder.
  init?(creating folder: String) {
    // Glibc's own names for these are not in the Swift overlay: pty(4), ioctl_tty(2).
    let (setLock, number, newSession): (UInt, UInt, Int32) = (0x4004_5431, 0x8004_5430, 0x80)
    let master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var (lock, place): (Int32, UInt32) = (0, 0)
    guard master >= 0, ioctl(master, setLock, &lock) == 0, ioctl(master, number, &place) == 0
    else { return nil }
    let name = "/dev/pts/\(place)"
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The first terminal that a new session opens is its own.
    posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(newSession | POSIX_SPAWN_SETSIGMASK))
    var none = sigset_t()
    sigemptyset(&none)
    // The threads of a test hold signals back.
    posix_spawnattr_setsigmask(&attributes, &none)
    let arguments = [program, "emetteur", "creer", "--nom", "X", "--emetteur", folder]
    var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    var process: pid_t = 0
    guard posix_spawn(&process, program, &actions, &attributes, &pointers, environ) == 0
    else { return nil }
    self.process = process
    terminal = master
  }

  deinit { close(terminal) }

  var shown: String { String(decoding: bytes, as: UTF8.self) }

  func type(_ text: String) { _ = text.withCString { write(terminal, $0, strlen($0)) } }

  /// Whether those words show within ten seconds.
  func waits(for words: String) -> Bool {
    for _ in 0..<100 where !shown.contains(words) { listen(100) }
    return shown.contains(words)
  }

  /// The exit status, or 128 + the signal; a program that stays for ten seconds is killed.
  func end() -> Int32 {
    var status: Int32 = 0
    for _ in 0..<200 {
      listen(50)
      guard waitpid(process, &status, WNOHANG) == 0 else {
        listen(0)
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
      }
    }
    kill(process, SIGKILL)
    waitpid(process, &status, 0)
    return -1
  }

  private func listen(_ milliseconds: Int32) {
    var place = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
    guard poll(&place, 1, milliseconds) > 0 else { return }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = read(terminal, &buffer, buffer.count)
    if count > 0 { return bytes += buffer[..<count] }
    // Nobody holds the other side any more.
    usleep(UInt32(milliseconds) * 1000)
  }
}
