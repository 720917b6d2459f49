import AppendLog
import Course
import FoundationEssentials
import Glibc
import Journal
import Synchronization

/// A data folder for one test, removed afterwards.
struct Scratch: ~Copyable {
  let path: String

  /// In memory where there is such a disk: thousands of journals are opened here.
  init() {
    let parent = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
    var template = Array("\(parent)/parcours-test-XXXXXX".utf8CString)
    path = mkdtemp(&template).map { String(cString: $0) } ?? "/nonexistent"
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ bytes: some Sequence<UInt8>, to name: String = "journal.jsonl") {
    let bytes = Array(bytes)
    let file = open("\(path)/\(name)", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    _ = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
    close(file)
  }

  func write(_ text: String, to name: String = "journal.jsonl") {
    write(Array(text.utf8), to: name)
  }

  /// The bytes of a file; nil when there is none.
  func bytes(of name: String = "journal.jsonl") -> [UInt8]? {
    FileManager.default.contents(atPath: "\(path)/\(name)").map { Array($0) }
  }

  func text(of name: String = "journal.jsonl") -> String? {
    bytes(of: name).map { String(decoding: $0, as: UTF8.self) }
  }

  func names() -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  /// A journal of these events, ten minutes apart; returns its bytes.
  func journal(of events: [Event], from start: Timestamp = noon) throws -> [UInt8] {
    var journal = try Journal.open(directory: path)
    for (index, event) in events.enumerated() {
      try journal.record(event, at: Timestamp(seconds: start.seconds + 600 * index))
    }
    return bytes() ?? []
  }
}

/// 2026-11-21T12:00:00Z.
let noon = at("2026-11-21")

/// Noon of a day.
func at(_ day: String) -> Timestamp {
  Timestamp(iso: day + "T12:00:00Z") ?? Timestamp(seconds: 0)
}

/// A day of every kind of event.
let everyEvent: [Event] = [
  .noticeShown, .chosen(trade: "marches_publics", review: nil), .chosen(trade: nil, review: true),
  .placed(step: "L4.1", screen: 2, of: 5),
  .answered(question: "RU04-009", answer: [2, 3], hash: "9c1f", ok: true),
  .answered(question: "RU04-010", answer: [1], hash: "00ff", ok: false),
  .answered(question: "L4.1-q1", answer: [], hash: "0000", ok: nil),
  .examDrawn([DrawnQuestion(question: "RU01-001", order: [2, 1, 3])]),
  .examAnswered(question: "RU01-001", answer: [1, 0, 1], hash: "abcd"), .examSubmitted,
  .completed(course: "usage", version: "1.0", digest: "sha256:00ff", how: .supervised), .handed,
  .requested(file: "d-4f5a.demande"), .awarded(id: "urn:uuid:6b1c", fingerprint: "E-0011"),
  .purged(kept: [
    ReviewBox(question: "RU04-010", box: 2, due: Day(iso: "2026-11-22") ?? Day(number: 0))
  ]),
]

/// A line ended by its checksum, computed bit by bit: not the way of the program.
func sealed(_ start: String) -> String {
  var value: UInt32 = .max
  for byte in start.utf8 {
    for bit in 0..<8 {
      let isOdd = (value ^ UInt32(byte >> bit)) & 1 == 1
      value = isOdd ? value >> 1 ^ 0xEDB8_8320 : value >> 1
    }
  }
  let digits = String(~value, radix: 16)
  return start + #","c":""# + String(repeating: "0", count: 8 - digits.count) + digits + #""}"#
}

/// The error that `body` throws; nil when it throws none.
func failure(_ body: () throws(JournalError) -> Void) -> JournalError? {
  do {
    try body()
    return nil
  } catch {
    return error
  }
}

/// A disk that keeps written bytes in memory until `fdatasync`, and can be made to fail.
final class FragileDisk: Sendable {
  struct State: Sendable {
    var pending: [Int32: [UInt8]] = [:]
    var room = Int.max
    var syncFails = false
    var truncateFails = false
    var calls: [String] = []
  }

  let state = Mutex(State())
  /// False writes at once, as a disk that loses no power.
  let isDelayed: Bool

  init(isDelayed: Bool) { self.isDelayed = isDelayed }

  var calls: [String] { state.withLock(\.calls) }
  func set(_ change: @Sendable (inout State) -> Void) { state.withLock { change(&$0) } }

  var disk: Disk {
    var disk = Disk.system
    disk.write = { file, bytes throws(Errno) in try self.write(file, bytes) }
    disk.syncData = { file throws(Errno) in try self.syncData(file) }
    disk.truncate = { file, size throws(Errno) in
      guard !self.state.withLock(\.truncateFails) else { throw Errno(EIO) }
      try Disk.system.truncate(file, size)
    }
    return disk
  }

  private func write(_ file: Int32, _ bytes: ArraySlice<UInt8>) throws(Errno) -> Int {
    let fitting = state.withLock { state in
      state.calls.append("write")
      defer { state.room -= min(bytes.count, state.room) }
      return min(bytes.count, state.room)
    }
    guard fitting > 0 else { throw Errno(ENOSPC) }
    guard isDelayed else { return try Disk.system.write(file, bytes.prefix(fitting)) }
    state.withLock { $0.pending[file, default: []] += bytes.prefix(fitting) }
    return fitting
  }

  private func syncData(_ file: Int32) throws(Errno) {
    let (fails, bytes) = state.withLock { state in
      state.calls.append("fdatasync")
      return (state.syncFails, state.pending.removeValue(forKey: file) ?? [])
    }
    guard !fails else { throw Errno(EIO) }
    if !bytes.isEmpty { _ = try Disk.system.write(file, bytes[...]) }
    try Disk.system.syncData(file)
  }
}

extension Progress {
  /// The progress after all of `events`.
  static func replaying(_ events: some Sequence<StampedEvent>) -> Progress {
    events.reduce(into: Progress()) { $0.apply($1) }
  }
}
