import Glibc

extension Disk {
  /// The machine's own disk.
  package static let system = Disk(
    openFolder: { path throws(Errno) in
      try checked(Glibc.open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC))
    },
    makeFolder: { path throws(Errno) in try done(mkdir(path, 0o700)) },
    open: { folder, name, mode throws(Errno) in
      try checked(openat(folder, name, mode.flags, 0o600))
    },
    status: { file throws(Errno) in try FileStatus(of: file) },
    makePrivate: { file throws(Errno) in try done(fchmod(file, 0o600)) },
    read: { file, offset, count throws(Errno) in try bytes(of: file, from: offset, count) },
    write: { file, bytes throws(Errno) in
      try checked(bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) })
    },
    truncate: { file, size throws(Errno) in try done(ftruncate(file, size)) },
    syncData: { file throws(Errno) in try done(fdatasync(file)) },
    sync: { file throws(Errno) in try done(fsync(file)) },
    rename: { folder, old, new throws(Errno) in try done(renameat(folder, old, folder, new)) },
    remove: { folder, name throws(Errno) in try done(unlinkat(folder, name, 0)) },
    lock: { file throws(Errno) in try done(flock(file, LOCK_EX | LOCK_NB)) },
    unlock: { file in _ = flock(file, LOCK_UN) },
    close: { file in _ = Glibc.close(file) })
}

extension OpenMode {
  // O_NONBLOCK: opening a FIFO put in our place must not hang; it changes nothing for a file.
  fileprivate var flags: Int32 {
    let common = O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK
    return switch self {
    case .reading: common | O_RDONLY
    case .appending: common | O_RDWR | O_APPEND | O_CREAT
    case .creating: common | O_RDWR | O_APPEND | O_CREAT | O_EXCL
    }
  }
}

extension FileStatus {
  fileprivate init(of file: Int32) throws(Errno) {
    var status = stat()
    try done(fstat(file, &status))
    self.init(
      size: Int(status.st_size), isRegular: status.st_mode & S_IFMT == S_IFREG,
      isOpenToOthers: status.st_mode & 0o077 != 0)
  }
}

private func bytes(of file: Int32, from offset: Int, _ count: Int) throws(Errno) -> [UInt8] {
  var result = 0
  let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
    result = pread(file, buffer.baseAddress, count, offset)
    initialized = max(0, result)
  }
  _ = try checked(result)
  return bytes
}

/// The result of a call, or its error when it is negative.
private func checked<Result: SignedInteger>(_ result: Result) throws(Errno) -> Result {
  guard result >= 0 else { throw Errno(errno) }
  return result
}

private func done(_ result: Int32) throws(Errno) { _ = try checked(result) }
