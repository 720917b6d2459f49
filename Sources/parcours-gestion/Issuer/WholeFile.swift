import Glibc
import Reports

/// Files that appear whole, under their own rights, or not at all.
enum WholeFile {
  /// Writes beside, flushes, renames, and flushes the folder; no link is followed.
  static func write(_ bytes: [UInt8], to path: String, mode: mode_t) throws(Complaint) {
    // One name for all: what a power cut leaves is replaced by the next run.
    let temporary = "\(path).partiel"
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    unlink(temporary)
    let number = open(temporary, flags, 0o600)
    guard number >= 0 else { throw unwritable(path, errno) }
    var isWritten = writeAll(bytes, to: number) && fchmod(number, mode) == 0 && fsync(number) == 0
    var code = errno
    if close(number) != 0, isWritten { (isWritten, code) = (false, errno) }
    if isWritten, rename(temporary, path) != 0 { (isWritten, code) = (false, errno) }
    guard isWritten else {
      unlink(temporary)
      throw unwritable(path, code)
    }
    flushFolder(of: path)
  }

  /// Makes a folder and those above it, 0700; each new name is flushed.
  static func makeFolder(_ path: String) throws(Complaint) {
    if mkdir(path, 0o700) == 0 { return flushFolder(of: path) }
    let (code, parent) = (errno, folder(of: path))
    guard code != EEXIST else { return }
    guard code == ENOENT, parent != path else { throw unwritable(path, code) }
    try makeFolder(parent)
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw unwritable(path, errno) }
    flushFolder(of: path)
  }

  /// The folder above: `/a` for `/a/b`, `.` for `b`.
  static func folder(of path: String) -> String {
    let parent = path.split(separator: "/").dropLast().joined(separator: "/")
    return path.hasPrefix("/") ? "/\(parent)" : parent.isEmpty ? "." : parent
  }

  /// Without it a power cut may forget a new name; a failure loses nothing that was written.
  static func flushFolder(of path: String) {
    let number = open(folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard number >= 0 else { return }
    fsync(number)
    close(number)
  }

  /// The path without links; nil for what is not there.
  static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The names in a folder, sorted, hidden ones left out.
  static func names(in path: String) throws(Complaint) -> [String] {
    try entries(of: path).filter { !$0.hasPrefix(".") }
  }

  /// Every name in a folder, sorted; complains when one of them cannot be known.
  static func entries(of path: String) throws(Complaint) -> [String] {
    guard let folder = opendir(path) else { throw unlisted(path, errno) }
    defer { closedir(folder) }
    var names: [String] = []
    errno = 0
    while let entry = readdir(folder) {
      let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
      let start = UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self)
      let name = String(cString: start)
      if name != ".", name != ".." { names.append(name) }
      errno = 0
    }
    guard errno == 0 else { throw unlisted(path, errno) }
    return names.sorted()
  }

  private static func unlisted(_ path: String, _ code: Int32) -> Complaint {
    Complaint("Le dossier « \(path.plain) » ne peut pas être lu. \(advice(code))")
  }

  static func unreadable(_ path: String, _ code: Int32) -> Complaint {
    Complaint("Le fichier « \(path.plain) » ne peut pas être lu. \(advice(code))")
  }

  static func unwritable(_ path: String, _ code: Int32) -> Complaint {
    Complaint("« \(path.plain) » ne peut pas être écrit. \(advice(code))")
  }
}
