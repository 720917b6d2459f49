import AppendLog
import FoundationEssentials
import Glibc
import Synchronization

/// A folder for one test, removed afterwards.
struct Scratch: ~Copyable {
  let path: String

  init() {
    var template = Array("/tmp/parcours-test-XXXXXX".utf8CString)
    path = mkdtemp(&template).map { String(cString: $0) } ?? "/nonexistent"
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The data folder of a log; a log makes it.
  var data: String { path + "/data" }

  func write(_ text: String, to name: String = "journal.jsonl") {
    write(Array(text.utf8), to: name)
  }

  func write(_ bytes: [UInt8], to name: String = "journal.jsonl") {
    _ = mkdir(data, 0o700)
    let file = open("\(data)/\(name)", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    _ = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
    close(file)
  }

  /// The text of a file of the data folder; nil when there is none.
  func text(of name: String = "journal.jsonl") -> String? {
    FileManager.default.contents(atPath: "\(data)/\(name)").map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  func names() -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: data)) ?? []).sorted()
  }

  /// The permission bits of a file below the scratch folder.
  func mode(of name: String) -> mode_t? {
    var status = stat()
    return lstat("\(path)/\(name)", &status) == 0 ? status.st_mode & 0o7777 : nil
  }
}

/// Lines are whole here when they end with a full stop.
func endsWithStop(_ line: [UInt8]) -> Bool { line.last == UInt8(ascii: ".") }

extension AppendLog {
  static func opened(_ directory: String, disk: Disk = .system) throws(LogError) -> AppendLog {
    try open(directory: directory, name: "journal.jsonl", disk: disk, isWhole: endsWithStop)
  }

  mutating func append(_ text: String) throws(LogError) { try append(Array(text.utf8)) }

  var lines: [String] { recovery.lines.map { String(decoding: $0, as: UTF8.self) } }
}

/// The reason why `body` throws a log error; nil when it throws none.
func reason(_ body: () throws(LogError) -> Void) -> LogError.Reason? {
  do {
    try body()
    return nil
  } catch {
    return error.reason
  }
}

/// A disk that notes each call and makes chosen ones fail.
final class FaultyDisk: Sendable {
  struct State: Sendable {
    var calls: [String] = []
    /// Call name → error of its next calls, in order; 0 lets one pass.
    var failures: [String: [Int32]] = [:]
    /// Bytes that still fit on the disk.
    var room = Int.max
  }

  let state = Mutex(State())

  func fail(_ call: String, _ codes: Int32...) {
    state.withLock { $0.failures[call] = codes }
  }

  var calls: [String] { state.withLock(\.calls) }
  func forget() { state.withLock { $0.calls = [] } }
  func leaveRoom(_ bytes: Int) { state.withLock { $0.room = bytes } }

  private func note(_ call: String) throws(Errno) {
    let code = state.withLock { state in
      state.calls.append(call)
      guard let first = state.failures[call]?.first else { return Int32(0) }
      state.failures[call]?.removeFirst()
      return first
    }
    guard code == 0 else { throw Errno(code) }
  }

  /// Writes what fits; `ENOSPC` when nothing does.
  private func write(_ file: Int32, _ bytes: ArraySlice<UInt8>) throws(Errno) -> Int {
    let room = state.withLock { state in
      defer { state.room -= min(bytes.count, state.room) }
      return state.room
    }
    guard room > 0 || bytes.isEmpty else { throw Errno(ENOSPC) }
    return try Disk.system.write(file, bytes.prefix(room))
  }

  var disk: Disk {
    var disk = Disk.system
    disk.open = { folder, name, mode throws(Errno) in
      try self.note("open")
      return try Disk.system.open(folder, name, mode)
    }
    disk.openFolder = { path throws(Errno) in
      try self.note("openFolder")
      return try Disk.system.openFolder(path)
    }
    disk.makeFolder = { path throws(Errno) in
      try self.note("makeFolder")
      try Disk.system.makeFolder(path)
    }
    disk.status = { file throws(Errno) in
      try self.note("status")
      return try Disk.system.status(file)
    }
    disk.read = { file, offset, count throws(Errno) in
      try self.note("read")
      // Small bites, so that reading in several calls is tested too.
      return try Disk.system.read(file, offset, min(count, 7))
    }
    disk.write = { file, bytes throws(Errno) in
      try self.note("write")
      return try self.write(file, bytes)
    }
    disk.truncate = { file, size throws(Errno) in
      try self.note("truncate")
      try Disk.system.truncate(file, size)
    }
    disk.syncData = { file throws(Errno) in
      try self.note("syncData")
      try Disk.system.syncData(file)
    }
    disk.sync = { file throws(Errno) in
      try self.note("sync")
      try Disk.system.sync(file)
    }
    disk.rename = { folder, old, new throws(Errno) in
      try self.note("rename")
      try Disk.system.rename(folder, old, new)
    }
    disk.remove = { folder, name throws(Errno) in
      try self.note("remove")
      try Disk.system.remove(folder, name)
    }
    disk.lock = { file throws(Errno) in
      try self.note("lock")
      try Disk.system.lock(file)
    }
    disk.unlock = { file in
      self.state.withLock { $0.calls.append("unlock") }
      Disk.system.unlock(file)
    }
    return disk
  }
}
