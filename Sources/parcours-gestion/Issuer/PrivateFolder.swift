import Glibc
import Reports

/// A folder whose files its owner alone may read; anything wider is refused, never mended in silence.
struct PrivateFolder {
  let path: String

  /// Makes the folder and those above it, 0700, then checks it.
  static func making(_ path: String) throws(Complaint) -> PrivateFolder {
    try WholeFile.makeFolder(path)
    return try PrivateFolder(checking: path)
  }

  /// Complains unless it is a folder of this account that nobody else may open.
  init(checking path: String) throws(Complaint) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw Complaint("Le dossier « \(path.plain) » est introuvable. Vérifiez --emetteur.")
    }
    guard status.st_uid == geteuid() else {
      throw Complaint(
        "Le dossier « \(path.plain) » est d’un autre compte. Prenez ce compte, ou copiez-le.",
        status: ExitStatus.refused)
    }
    guard status.st_mode & 0o077 == 0 else {
      throw Complaint(
        "Le dossier « \(path.plain) » est ouvert à d’autres comptes. "
          + "Tapez : chmod 700 \(shellQuoted(path))", status: ExitStatus.refused)
    }
    self.path = path
  }

  /// Whether a path leads into the folder, through links too.
  func holds(_ path: String) -> Bool {
    let place = WholeFile.isFolder(path) ? path : WholeFile.folder(of: path)
    guard let here = WholeFile.resolved(self.path), let there = WholeFile.resolved(place)
    else { return false }
    return there == here || there.hasPrefix("\(here)/")
  }

  /// A path below the folder.
  func path(_ name: String) -> String { "\(path)/\(name)" }

  func has(_ name: String) -> Bool { access(path(name), F_OK) == 0 }

  /// The bytes of a regular file that nobody else may read.
  func read(_ name: String, limit: Int = 1 << 20) throws(Complaint) -> [UInt8] {
    let file = path(name)
    let number = open(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard number >= 0 else { throw WholeFile.unreadable(file, errno) }
    defer { close(number) }
    var status = stat()
    guard fstat(number, &status) == 0 else { throw WholeFile.unreadable(file, errno) }
    guard status.st_mode & S_IFMT == S_IFREG, status.st_size <= limit else {
      throw Complaint("« \(file.plain) » n’est pas le fichier attendu. Remettez la sauvegarde.")
    }
    guard status.st_mode & 0o077 == 0 else {
      throw Complaint(
        "Le fichier « \(file.plain) » est lisible par d’autres comptes. "
          + "Tapez : chmod 600 \(shellQuoted(file))", status: ExitStatus.refused)
    }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    guard let bytes = readAll(number, limit: limit, buffer: &buffer)
    else { throw WholeFile.unreadable(file, errno) }
    return bytes
  }

  func write(_ bytes: [UInt8], to name: String) throws(Complaint) {
    try WholeFile.write(bytes, to: path(name), mode: 0o600)
  }
}

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

  /// Makes a folder and those above it, 0700.
  static func makeFolder(_ path: String) throws(Complaint) {
    guard mkdir(path, 0o700) != 0, errno != EEXIST else { return }
    let parent = folder(of: path)
    guard errno == ENOENT, parent != path else { throw unwritable(path, errno) }
    try makeFolder(parent)
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw unwritable(path, errno) }
  }

  /// The folder above: `/a` for `/a/b`, `.` for `b`.
  static func folder(of path: String) -> String {
    let parent = path.split(separator: "/").dropLast().joined(separator: "/")
    return path.hasPrefix("/") ? "/\(parent)" : parent.isEmpty ? "." : parent
  }

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

  /// The names in a folder, sorted, hidden ones left out; empty when it cannot be read.
  static func names(in path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
      let start = UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self)
      let name = String(cString: start)
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  static func unreadable(_ path: String, _ code: Int32) -> Complaint {
    Complaint("Le fichier « \(path.plain) » ne peut pas être lu. \(advice(code))")
  }

  static func unwritable(_ path: String, _ code: Int32) -> Complaint {
    Complaint("« \(path.plain) » ne peut pas être écrit. \(advice(code))")
  }
}

/// A path as a shell takes it back.
func shellQuoted(_ text: String) -> String {
  let safe = text.utf8.allSatisfy {
    SiteAddress.isLetterOrDigit($0) || "/._-+".utf8.contains($0)
  }
  return safe ? text : "'" + text.plain.replacing("'", with: "'\\''") + "'"
}
