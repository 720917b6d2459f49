import Glibc

/// How a run of a program ended.
struct Outcome {
  /// The exit status, or 128 + the signal.
  var status: Int32
  var output: [UInt8]
  var error: String

  var text: String { String(decoding: output, as: UTF8.self) }
  var errorLines: [String] { error.split(separator: "\n").map(String.init) }
}

/// Where a run's standard output goes.
enum Destination {
  case kept
  case closed
  case file(String)
  /// A pipe whose reader has gone.
  case brokenPipe
}

/// The program in the folder named by `PROGRAMMES`, or beside the test bundle that runs.
let program: String = {
  if let folder = getenv("PROGRAMMES") { return String(cString: folder) + "/parcours-gestion" }
  var buffer = [UInt8](repeating: 0, count: 4096)
  let count = readlink("/proc/self/exe", &buffer, buffer.count)
  let path = String(decoding: buffer[..<max(0, count)], as: UTF8.self)
  return path.prefix(through: path.lastIndex(of: "/") ?? path.startIndex) + "parcours-gestion"
}()

/// Runs the program with these arguments and waits for its end.
func gestion(_ arguments: String..., input: String = "", output: Destination = .kept) -> Outcome {
  run([program] + arguments, input: input, output: output)
}

func run(_ arguments: [String], input: String = "", output: Destination = .kept) -> Outcome {
  let folder = Folder()
  folder.write("in", Array(input.utf8))
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_addopen(&actions, 0, folder.path("in"), O_RDONLY, 0)
  let created = O_WRONLY | O_CREAT | O_TRUNC
  posix_spawn_file_actions_addopen(&actions, 2, folder.path("err"), created, 0o600)
  var pipeEnds: [Int32] = [-1, -1]
  switch output {
  case .kept: posix_spawn_file_actions_addopen(&actions, 1, folder.path("out"), created, 0o600)
  case .closed: posix_spawn_file_actions_addclose(&actions, 1)
  case .file(let path): posix_spawn_file_actions_addopen(&actions, 1, path, O_WRONLY, 0)
  case .brokenPipe:
    pipe(&pipeEnds)
    close(pipeEnds[0])
    posix_spawn_file_actions_adddup2(&actions, pipeEnds[1], 1)
  }
  let status = spawn(arguments, &actions)
  if pipeEnds[1] >= 0 { close(pipeEnds[1]) }
  let error = String(decoding: folder.read("err") ?? [], as: UTF8.self)
  return Outcome(status: status, output: folder.read("out") ?? [], error: error)
}

private func spawn(_ arguments: [String], _ actions: inout posix_spawn_file_actions_t) -> Int32 {
  var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
  pointers.append(nil)
  defer { for pointer in pointers { free(pointer) } }
  var process: pid_t = 0
  guard posix_spawn(&process, arguments[0], &actions, nil, &pointers, environ) == 0
  else { return -1 }
  var status: Int32 = 0
  while waitpid(process, &status, 0) == -1, errno == EINTR {}
  let signal = status & 0x7F
  return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
}

/// A folder of the test's own, removed with it.
final class Folder {
  private let root: String

  init() {
    var template = Array("/tmp/gestion-tests.XXXXXX".utf8CString)
    mkdtemp(&template)
    root = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { Folder.remove(root) }

  func path(_ name: String) -> String { name.isEmpty ? root : "\(root)/\(name)" }

  func makeFolder(_ name: String) { mkdir(path(name), 0o700) }

  func write(_ name: String, _ bytes: [UInt8]) {
    let descriptor = open(path(name), O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    defer { close(descriptor) }
    var done = 0
    while done < bytes.count {
      let rest = bytes[done...]
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      done += count
    }
  }

  func read(_ name: String) -> [UInt8]? {
    let descriptor = open(path(name), O_RDONLY)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
    }
  }

  /// The names in a folder, sorted.
  func names(_ name: String) -> [String] { Folder.names(path(name)) }

  func status(_ name: String) -> stat {
    var status = stat()
    lstat(path(name), &status)
    return status
  }

  private static func names(_ path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  private static func remove(_ path: String) {
    for name in names(path) { remove("\(path)/\(name)") }
    if unlink(path) != 0 { rmdir(path) }
  }
}
