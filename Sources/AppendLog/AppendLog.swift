/// A durable file of opaque lines that only grows, held by one process at a time.
///
/// Assumed of the disk: `fdatasync` makes a file's bytes durable, `rename` is atomic, `fsync` of
/// the folder makes names durable. Kept: a line that `append` has accepted survives power loss; one
/// that it has refused is not in the file, or is a torn last line that the next opening sets aside.
package struct AppendLog: ~Copyable {
  let name: String
  let folder: Folder
  /// Held until the log is dropped; its file is never renamed, so that the lock outlives a rewrite.
  private let lock: Lock
  var file: Descriptor
  var length: Int
  /// False when the last line lacks its newline.
  var isEnded: Bool
  /// True once a write could not be undone.
  var isUncertain = false
  /// What was found when the log was opened.
  package let recovery: Recovery

  /// Opens a log, making it and its folder when they are missing, and locks it.
  ///
  /// A last line that fails `isWhole` is moved to `<stem>.coupe`. `accepts` then sees what remains;
  /// when it says no the file is left as it was and `damaged` is thrown.
  package static func open(
    directory: String, name: String, lockName: String = "verrou", disk: Disk = .system,
    isWhole: ([UInt8]) -> Bool, accepts: (Recovery) -> Bool = { _ in true }
  ) throws(LogError) -> AppendLog {
    let folder = try Folder.making(directory, disk: disk)
    let lock = try Lock(holding: try folder.open(lockName, .appending))
    let file = try folder.open(name, .appending)
    var recovery = Recovery(of: try file.contents(), isWhole: isWhole)
    guard accepts(recovery) else { throw LogError(.damaged, file.path) }
    try cut(&recovery, of: file, named: name, in: folder)
    // The name of a log that holds nothing yet may not be durable.
    if recovery.length == 0 { try folder.sync() }
    return AppendLog(name: name, folder: folder, lock: lock, file: file, recovery: recovery)
  }

  /// Reads a log without locking it or writing anything, even while another process writes.
  package static func read(
    directory: String, name: String, disk: Disk = .system, isWhole: ([UInt8]) -> Bool
  ) throws(LogError) -> Recovery {
    let folder = try Folder(opening: directory, disk: disk)
    return Recovery(of: try folder.open(name, .reading).contents(), isWhole: isWhole)
  }

  private init(
    name: String, folder: consuming Folder, lock: consuming Lock,
    file: consuming Descriptor, recovery: Recovery
  ) {
    self.name = name
    self.folder = folder
    self.lock = lock
    self.file = file
    self.recovery = recovery
    length = recovery.length
    isEnded = recovery.isEnded
  }

  /// Adds one line, without its newline: one `write` and one `fdatasync`, or nothing.
  ///
  /// After a failure the file is cut back to its former length. When that fails too, the log
  /// refuses everything with `uncertain` until it is opened again.
  package mutating func append(_ line: [UInt8]) throws(LogError) {
    guard !isUncertain else { throw LogError(.uncertain, file.path) }
    let newline: [UInt8] = [0x0A]
    let bytes = (isEnded ? [] : newline) + line + newline
    do throws(LogError) {
      let count = try file.call { disk, file throws(Errno) in try disk.write(file, bytes[...]) }
      // A file takes less than what is given only when there is no more room.
      guard count == bytes.count else { throw LogError(.full, file.path) }
      try file.call { disk, file throws(Errno) in try disk.syncData(file) }
    } catch {
      isUncertain = !cutBack(from: length + bytes.count)
      throw error
    }
    length += bytes.count
    isEnded = true
  }

  /// Undoes a failed append of which the file holds at most `end` bytes; says whether it could.
  private func cutBack(from end: Int) -> Bool {
    do throws(LogError) {
      let size = try file.call { disk, file throws(Errno) in try disk.status(file) }.size
      // Some other program wrote here: cutting would lose what is not ours.
      guard (length...end).contains(size) else { return false }
      let length = length
      try file.call { disk, file throws(Errno) in try disk.truncate(file, length) }
      return true
    } catch {
      return false
    }
  }
}

/// The name with its last extension replaced: `journal.coupe` for `journal.jsonl`.
func sibling(of name: String, _ ending: String) -> String {
  let stem = name.split(separator: ".", omittingEmptySubsequences: false).dropLast()
  return (stem.isEmpty ? name : stem.joined(separator: ".")) + "." + ending
}

/// Moves the line set aside out of the log; it is durable there before it leaves here.
private func cut(
  _ recovery: inout Recovery, of file: borrowing Descriptor, named name: String,
  in folder: borrowing Folder
) throws(LogError) {
  guard let line = recovery.setAside else { return }
  let length = recovery.length
  let asideName = sibling(of: name, "coupe")
  try folder.open(asideName, .appending).fill(line + [0x0A])
  try folder.sync()
  try file.call { disk, file throws(Errno) in try disk.truncate(file, length) }
  try file.call { disk, file throws(Errno) in try disk.syncData(file) }
  recovery.setAsideName = asideName
}
