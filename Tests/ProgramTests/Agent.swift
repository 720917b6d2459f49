import Glibc
import PseudoTerminal

/// A person with a home of their own, and the built program.
final class Agent {
  let home: String

  /// The program in the folder named by `PROGRAMMES`, or beside the test bundle that runs.
  static let program: String = {
    if let folder = getenv("PROGRAMMES") { return String(cString: folder) + "/parcours" }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = max(0, readlink("/proc/self/exe", &buffer, buffer.count))
    let path = String(decoding: buffer[..<count], as: UTF8.self)
    return path.prefix(through: path.lastIndex(of: "/") ?? path.startIndex) + "parcours"
  }()

  /// The repository, by this file's place in it.
  static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }

  init() throws {
    var name = Array("/tmp/parcours-essai.XXXXXX".utf8CString)
    guard mkdtemp(&name) != nil else { throw PseudoTerminal.Failure.noTerminal }
    home = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit {
    let status = shell("rm -rf '\(home)'").status
    if status != 0 { print("reste : \(home)") }
  }

  var environment: [String: String] {
    [
      "HOME": home, "PARCOURS_MODULES": "\(Agent.root)/Modules",
      "PARCOURS_BADGES": "\(Agent.root)/Badges", "PATH": "/usr/bin:/bin",
    ]
  }

  var journal: String { "\(home)/.local/share/parcours/journal.jsonl" }

  /// The program in a terminal.
  func terminal(
    _ arguments: [String] = [], environment extra: [String: String] = [:], columns: Int = 80,
    rows: Int = 24
  ) throws -> PseudoTerminal {
    try PseudoTerminal(
      Agent.program, arguments, environment: environment.merging(extra) { _, given in given },
      columns: columns, rows: rows)
  }

  /// Full screen on the map: the first question answered and the notice read beforehand.
  func map(environment extra: [String: String] = [:]) throws -> PseudoTerminal {
    readNotice()
    let terminal = try terminal(environment: extra)
    _ = terminal.shows("Commencer")
    terminal.settle(quiet: 50)
    return terminal
  }

  /// Reads the notice line by line, and remembers the full screen.
  func readNotice() {
    _ = run(["--lineaire"], input: "\n\n")
    _ = shell("printf 'affichage : plein écran\\n' > '\(home)/.local/share/parcours/reglages'")
  }

  /// Runs the program to its end, its input a file.
  func run(_ arguments: [String], input: String = "", extra: [String: String] = [:]) -> Outcome {
    let words = arguments.map { "'\($0.replacing("'", with: "'\\''"))'" }.joined(separator: " ")
    let quoted = input.replacing("'", with: "'\\''")
    let settings = extra.map { "\($0)='\($1)'" }.joined(separator: " ")
    return shell("printf %s '\(quoted)' | \(settings) '\(Agent.program)' \(words)")
  }

  /// Runs a line of bash in this home.
  func shell(_ line: String) -> Outcome {
    let output = "\(home)/.sortie.\(getpid()).\(UInt32.random(in: 0 ... .max))"
    let variables = environment.merging(["LC_ALL": "C.UTF-8", "TERM": "dumb"]) { given, _ in given }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let script = "{ \(line)\n} >'\(output)' 2>'\(output).err' </dev/null"
    guard let process = try? spawn("/bin/bash", ["-c", script], variables, &actions) else {
      return Outcome(status: -1, output: "", error: "bash n’a pas démarré")
    }
    var status: Int32 = 0
    waitpid(process, &status, 0)
    defer { for path in [output, output + ".err"] { unlink(path) } }
    let code = status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + (status & 0x7F)
    return Outcome(status: code, output: read(output), error: read(output + ".err"))
  }

  /// A file as text; empty when it is not there.
  func read(_ path: String) -> String {
    guard let file = fopen(path, "r") else { return "" }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += chunk.prefix(count)
    }
  }
}

/// How a run ended and what it said.
struct Outcome {
  /// The exit status, or 128 + the signal.
  var status: Int32
  var output: String
  var error: String
}
