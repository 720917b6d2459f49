import Glibc

/// A descriptor that is closed with its owner.
struct SiteDescriptor: ~Copyable {
  let number: Int32

  init(_ number: Int32) { self.number = number }

  deinit { close(number) }
}

/// A file of a site, reached folder by folder from the root without following any link.
struct SiteFile {
  private let path: String
  private let folders: [String]
  private let name: String

  /// A safe path, or the manifest's.
  init(_ path: String) {
    var parts = path.split(separator: "/").map(String.init)
    self.path = path
    name = parts.popLast() ?? path
    folders = parts
  }

  private var unfinished: String { "\(name)\(SitePath.unfinished)" }

  /// Whether anything stands there, of whatever kind.
  func exists(in root: borrowing SiteDescriptor) throws(SiteFolderFault) -> Bool {
    guard let folder = try folder(in: root, making: false) else { return false }
    var status = stat()
    return fstatat(folder.number, name, &status, AT_SYMLINK_NOFOLLOW) == 0
  }

  /// Whether the file has other bytes or other rights than wanted, or is not there.
  ///
  /// Throws when something else than a file stands there.
  func differs(
    from wanted: [UInt8], in root: borrowing SiteDescriptor
  ) throws(SiteFolderFault) -> Bool {
    guard let folder = try folder(in: root, making: false) else { return true }
    var status = stat()
    guard fstatat(folder.number, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return true }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notRegular(path) }
    guard status.st_mode & 0o7777 == 0o644, Int(status.st_size) == wanted.count
    else { return true }
    return try bytes(atMost: wanted.count, in: root) != wanted
  }

  /// The bytes of a regular file; nil when it cannot be read or is longer than `limit`.
  func bytes(
    atMost limit: Int, in root: borrowing SiteDescriptor
  ) throws(SiteFolderFault) -> [UInt8]? {
    guard let folder = try folder(in: root, making: false) else { return nil }
    let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC
    let number = openat(folder.number, name, flags)
    guard number >= 0 else { return nil }
    let file = SiteDescriptor(number)
    var status = stat()
    guard fstat(file.number, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size <= limit
    else { return nil }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    return readAll(file.number, limit: limit, buffer: &buffer)
  }

  /// Writes and flushes the bytes under another name in the same folder, made when needed.
  func prepare(_ bytes: [UInt8], in root: borrowing SiteDescriptor) throws(SiteFolderFault) {
    guard let folder = try folder(in: root, making: true)
    else { throw .writing(path, code: ENOENT) }
    // Left by a publication that was cut short: nobody else uses such names.
    unlinkat(folder.number, unfinished, 0)
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let number = openat(folder.number, unfinished, flags, 0o600)
    guard number >= 0 else { throw .writing(path, code: errno) }
    let file = SiteDescriptor(number)
    guard writeAll(bytes, to: file.number), fchmod(file.number, 0o644) == 0,
      fsync(file.number) == 0
    else { throw .writing(path, code: errno) }
  }

  /// Gives the prepared file its name.
  func commit(in root: borrowing SiteDescriptor) throws(SiteFolderFault) {
    guard let folder = try folder(in: root, making: false),
      renameat(folder.number, unfinished, folder.number, name) == 0
    else { throw .writing(path, code: errno) }
    fsync(folder.number)
  }

  /// Removes what was prepared.
  func forget(in root: borrowing SiteDescriptor) {
    guard let folder = try? folder(in: root, making: false) else { return }
    unlinkat(folder.number, unfinished, 0)
  }

  /// Removes a regular file and the folders that it leaves empty; says whether there was one.
  func remove(in root: borrowing SiteDescriptor) throws(SiteFolderFault) -> Bool {
    guard let folder = try? folder(in: root, making: false) else { return false }
    unlinkat(folder.number, unfinished, 0)
    var status = stat()
    guard fstatat(folder.number, name, &status, AT_SYMLINK_NOFOLLOW) == 0,
      status.st_mode & S_IFMT == S_IFREG
    else { return false }
    guard unlinkat(folder.number, name, 0) == 0 else { throw .writing(path, code: errno) }
    fsync(folder.number)
    for count in stride(from: folders.count, to: 0, by: -1) {
      let parent = folders[..<count].joined(separator: "/")
      guard unlinkat(root.number, parent, AT_REMOVEDIR) == 0 else { break }
    }
    return true
  }

  /// The folder that holds the file; nil when there is none and `making` is false.
  private func folder(
    in root: borrowing SiteDescriptor, making: Bool
  ) throws(SiteFolderFault) -> SiteDescriptor? {
    var folder = SiteDescriptor(dup(root.number))
    for name in folders {
      if making, mkdirat(folder.number, name, 0o755) == 0 {
        fchmodat(folder.number, name, 0o755, 0)
      }
      let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
      let number = openat(folder.number, name, flags)
      if number < 0, errno == ENOENT, !making { return nil }
      guard number >= 0 else {
        let isOther = [ELOOP, ENOTDIR].contains(errno)
        throw isOther ? .notRegular(path) : .writing(path, code: errno)
      }
      folder = SiteDescriptor(number)
    }
    return folder
  }
}
