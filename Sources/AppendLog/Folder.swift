import Glibc

/// Makes one call, again as long as a signal interrupts it; its error gets the path.
func attempt<Result>(
  _ path: String, _ body: () throws(Errno) -> Result
) throws(LogError) -> Result {
  while true {
    do {
      return try body()
    } catch {
      guard error.code == EINTR else { throw LogError(error, path) }
    }
  }
}

/// An open file or folder, closed when it is dropped.
struct Descriptor: ~Copyable {
  let number: Int32
  let disk: Disk
  /// For error messages only.
  var path: String

  deinit { disk.close(number) }

  func call<Result>(_ body: (Disk, Int32) throws(Errno) -> Result) throws(LogError) -> Result {
    try attempt(path) { () throws(Errno) in try body(disk, number) }
  }

  /// All the bytes of the file, at most 256 MiB.
  func contents() throws(LogError) -> [UInt8] {
    let status = try call { disk, file throws(Errno) in try disk.status(file) }
    guard status.size <= 1 << 28 else { throw LogError(.tooLarge, path) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(status.size)
    while true {
      let offset = bytes.count
      let more = try call { disk, file throws(Errno) in try disk.read(file, offset, 1 << 16) }
      guard !more.isEmpty else { return bytes }
      bytes += more
    }
  }

  /// Writes all the bytes, in as many calls as it takes, and makes them durable.
  func fill(_ bytes: [UInt8]) throws(LogError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let slice = rest
      let count = try call { disk, file throws(Errno) in try disk.write(file, slice) }
      // A disk that takes nothing and reports nothing would be asked for ever.
      guard count > 0 else { throw LogError(.full, path) }
      rest = rest.dropFirst(count)
    }
    try call { disk, file throws(Errno) in try disk.sync(file) }
  }
}

/// A file that one process holds, until this is dropped.
struct Lock: ~Copyable {
  private let file: Descriptor

  init(holding file: consuming Descriptor) throws(LogError) {
    try file.call { disk, number throws(Errno) in try disk.lock(number) }
    self.file = file
  }

  // Closing is not enough: a child between fork and exec still has the file open.
  deinit { file.disk.unlock(file.number) }
}

/// The folder of a log; every file in it is reached by its name, never through a link.
struct Folder: ~Copyable {
  let descriptor: Descriptor

  init(opening path: String, disk: Disk) throws(LogError) {
    let number = try attempt(path) { () throws(Errno) in try disk.openFolder(path) }
    descriptor = Descriptor(number: number, disk: disk, path: path)
  }

  func open(_ name: String, _ mode: OpenMode) throws(LogError) -> Descriptor {
    let path = path(of: name)
    let number = try attempt(path) { () throws(Errno) in
      try descriptor.disk.open(descriptor.number, name, mode)
    }
    let file = Descriptor(number: number, disk: descriptor.disk, path: path)
    let status = try file.call { disk, file throws(Errno) in try disk.status(file) }
    guard status.isRegular else { throw LogError(.notAFile, path) }
    // A file brought from elsewhere may be readable by others. A disk without rights refuses this.
    if mode != .reading, status.isOpenToOthers { try? descriptor.disk.makePrivate(file.number) }
    return file
  }

  func rename(_ old: String, to new: String) throws(LogError) {
    try descriptor.call { disk, folder throws(Errno) in try disk.rename(folder, old, new) }
  }

  /// Removes a file; does nothing when there is none.
  func remove(_ name: String) throws(LogError) {
    do {
      try attempt(path(of: name)) { () throws(Errno) in
        try descriptor.disk.remove(descriptor.number, name)
      }
    } catch {
      guard error.reason == .missing else { throw error }
    }
  }

  func sync() throws(LogError) {
    try descriptor.call { disk, folder throws(Errno) in try disk.sync(folder) }
  }

  func path(of name: String) -> String { "\(descriptor.path)/\(name)" }
}

extension Folder {
  /// Opens the folder, after making it and the ones above it (0700) when they are missing.
  static func making(_ path: String, disk: Disk) throws(LogError) -> Folder {
    do {
      return try Folder(opening: path, disk: disk)
    } catch {
      guard error.reason == .missing else { throw error }
    }
    let parentPath = above(path)
    guard parentPath != path else { throw LogError(.missing, path) }
    let parent = try making(parentPath, disk: disk)
    do {
      try attempt(path) { () throws(Errno) in try disk.makeFolder(path) }
    } catch {
      guard error.reason == .taken else { throw error }
    }
    try parent.sync()
    return try Folder(opening: path, disk: disk)
  }

  /// The folder above: `/a` for `/a/b` or `/a/b/`, `.` for `b`, `/` for `/a`.
  private static func above(_ path: String) -> String {
    let trimmed = path.utf8.reversed().drop { $0 == 47 }.drop { $0 != 47 }
    let rest = trimmed.drop { $0 == 47 }
    guard rest.isEmpty else { return String(decoding: rest.reversed(), as: UTF8.self) }
    return trimmed.isEmpty ? "." : "/"
  }
}
