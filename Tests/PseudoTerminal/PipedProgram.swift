package import CNcurses
import Glibc

/// A program whose input is a file or an idle pipe, and whose output is a pipe.
package final class PipedProgram {
  package let process: pid_t
  private var input: Int32
  private var output: Int32

  /// Starts a program; without input, its standard input stays open and silent.
  package init(
    _ program: String, _ arguments: [String], input bytes: [UInt8]? = nil,
    environment: [String: String] = [:]
  ) throws {
    var (silent, answers): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
    guard pipe(&silent) == 0, pipe(&answers) == 0 else { throw PseudoTerminal.Failure.noTerminal }
    let file = cn_memory_file()
    if let bytes {
      _ = write(file, bytes, bytes.count)
      lseek(file, 0, SEEK_SET)
    }
    for end in silent + answers { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, bytes == nil ? silent[0] : file, 0)
    posix_spawn_file_actions_adddup2(&actions, answers[1], 1)
    let variables = ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8"]
    process = try spawn(
      program, arguments, variables.merging(environment) { _, given in given }, &actions)
    for end in [silent[0], answers[1], file] { close(end) }
    (input, output) = (silent[1], answers[0])
  }

  deinit {
    close(input)
    closeOutput()
  }

  package func signal(_ signal: Int32) { kill(process, signal) }

  package func closeOutput() {
    if output >= 0 { close(output) }
    output = -1
  }

  /// What it writes until a text appears, or until it ends.
  package func read(until text: String? = nil) -> String {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while text.map({ !String(decoding: bytes, as: UTF8.self).contains($0) }) ?? true {
      let count = Glibc.read(output, &chunk, chunk.count)
      guard count > 0 else { break }
      bytes += chunk.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// How it ends, ten seconds at most.
  package func end() -> PseudoTerminal.Ending? {
    for _ in 0..<400 {
      var status: Int32 = 0
      if waitpid(process, &status, WNOHANG) == process { return .init(status) }
      usleep(25_000)
    }
    kill(process, SIGKILL)
    waitpid(process, nil, 0)
    return nil
  }
}
