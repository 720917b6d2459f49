import CNcurses
import Glibc

/// Standard error kept in memory while a full screen is shown, then written where it was going.
struct HeldErrors: ~Copyable {
  /// The file in memory; -1 when nothing is held.
  let held: Int32
  /// What standard error was.
  let shown: Int32

  /// Where standard error is no terminal, it disturbs nothing and is left alone.
  init() {
    let isTerminal = isatty(STDERR_FILENO) == 1
    shown = isTerminal ? fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3) : -1
    held = shown >= 0 ? cn_memory_file() : -1
    if held >= 0 { dup2(held, STDERR_FILENO) }
  }

  deinit {
    if held >= 0 {
      dup2(shown, STDERR_FILENO)
      Restoration.replay(held, on: shown)
      close(held)
    }
    if shown >= 0 { close(shown) }
  }
}
