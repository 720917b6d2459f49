import Glibc

/// A system error on a path, said in French.
struct FileFault: Error {
  var path: String
  var code: Int32

  /// What happened: one sentence.
  var sentence: String {
    switch code {
    case ENOSPC, EDQUOT: "Il n’y a plus de place sur le disque pour « \(path) »."
    case EROFS: "Le disque de « \(path) » est en lecture seule."
    case EACCES, EPERM: "L’accès à « \(path) » est refusé."
    case ENOENT: "« \(path) » n’existe pas."
    case ELOOP, ENOTDIR, EISDIR: "« \(path) » n’est pas du type attendu."
    case EEXIST: "« \(path) » existe déjà."
    case EFBIG: "« \(path) » est trop gros."
    case E2BIG: "« \(path) » contient trop de fichiers."
    default: "« \(path) » n’a pas pu être lu ou écrit (erreur \(code))."
    }
  }

  /// What to do: one sentence.
  var advice: String {
    switch code {
    case ENOSPC, EDQUOT: "Libérez de la place, puis recommencez."
    case EROFS, EACCES, EPERM:
      "Choisissez un autre dossier, ou demandez à votre service informatique."
    case ENOENT: "Vérifiez le chemin."
    case EEXIST: "Déplacez ce fichier, puis recommencez."
    default: "Réessayez, ou demandez à votre service informatique."
    }
  }
}

/// Reading and writing whole files, as everything outside the journal is.
enum FileStore {
  /// How much a file is believed before it is read.
  enum Origin {
    /// Named by the person: a link is followed.
    case chosen
    /// In a folder where others may write: no link is followed.
    case shared
    /// A secret: no link, of this account, and readable by nobody else (`EBADMSG` otherwise).
    case secret
  }

  /// The bytes of a regular file of at most `limit` bytes.
  static func read(
    _ path: String, limit: Int = 8 << 20, _ origin: Origin = .chosen
  ) throws(FileFault) -> [UInt8] {
    let link = origin == .chosen ? 0 : O_NOFOLLOW
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | link)
    guard descriptor >= 0 else { throw FileFault(path: path, code: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileFault(path: path, code: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw FileFault(path: path, code: EISDIR) }
    if origin == .secret, status.st_mode & 0o077 != 0 || status.st_uid != geteuid() {
      throw FileFault(path: path, code: EBADMSG)
    }
    guard status.st_size <= limit else { throw FileFault(path: path, code: EFBIG) }
    return try readAll(descriptor, path, size: Int(status.st_size), limit: limit)
  }

  private static func readAll(
    _ descriptor: Int32, _ path: String, size: Int, limit: Int
  ) throws(FileFault) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: size + 1)
    var count = 0
    while true {
      if count == bytes.count { bytes.append(contentsOf: repeatElement(0, count: 65_536)) }
      let taken = bytes.withUnsafeMutableBytes {
        Glibc.read(descriptor, $0.baseAddress.map { $0 + count }, $0.count - count)
      }
      if taken < 0, errno == EINTR { continue }
      guard taken >= 0 else { throw FileFault(path: path, code: errno) }
      if taken == 0 { break }
      count += taken
      guard count <= limit else { throw FileFault(path: path, code: EFBIG) }
    }
    bytes.removeSubrange(count...)
    return bytes
  }

  /// Standard input whole, at most 8 MiB.
  static func readInput() throws(FileFault) -> [UInt8] {
    try readAll(STDIN_FILENO, "entrée standard", size: 65_536, limit: 8 << 20)
  }

  /// Writes a whole file so that one never sees half of it: temporary, fsync, rename, fsync.
  static func write(_ bytes: [UInt8], to path: String, mode: mode_t = 0o600) throws(FileFault) {
    // Drawn, not the process's number: in a container that is always the same.
    let temporary = "\(path).\(Chance.hex(8)).tmp"
    try create(bytes, at: temporary, mode: mode)
    guard rename(temporary, path) == 0 else {
      let code = errno
      unlink(temporary)
      throw FileFault(path: path, code: code)
    }
    syncFolder(of: path)
  }

  /// Writes a new file; one that is already there is a fault, never replaced.
  static func create(_ bytes: [UInt8], at path: String, mode: mode_t) throws(FileFault) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw FileFault(path: path, code: errno) }
    var code: Int32 = 0
    var offset = 0
    while offset < bytes.count, code == 0 {
      let taken = bytes[offset...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if taken >= 0 { offset += taken } else if errno != EINTR { code = errno }
    }
    // The umask may have taken rights away: the group must read a record handed in.
    if code == 0, fchmod(descriptor, mode) != 0 { code = errno }
    if code == 0, fsync(descriptor) != 0 { code = errno }
    close(descriptor)
    guard code == 0 else {
      unlink(path)
      throw FileFault(path: path, code: code)
    }
  }

  /// Makes a folder and its parents, 0700.
  static func makeFolder(_ path: String) throws(FileFault) {
    guard mkdir(path, 0o700) != 0 else { return }
    if errno == EEXIST { return }
    let parent = folder(of: path)
    guard errno == ENOENT, parent != path else { throw FileFault(path: path, code: errno) }
    try makeFolder(parent)
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
      throw FileFault(path: path, code: errno)
    }
  }

  /// The names in a folder, sorted, without those that begin with a point; empty when unreadable.
  static func names(in path: String) -> [String] {
    guard let handle = opendir(path) else { return [] }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      // The name ends with a zero, as C strings do (readdir(3)).
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  static func folder(of path: String) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: true).dropLast()
    let parent = parts.joined(separator: "/")
    return path.hasPrefix("/") ? "/\(parent)" : parent.isEmpty ? "." : parent
  }

  private static func syncFolder(of path: String) {
    let descriptor = open(folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}

extension FileStore {
  /// Removes a file that the program wrote, and what a crash left of it beside.
  ///
  /// One that is gone already is not a fault; a folder of that name is somebody else's.
  static func remove(_ path: String) throws(FileFault) {
    for path in [path] + leftovers(of: path) {
      guard unlink(path) != 0, ![ENOENT, ENOTDIR, EISDIR].contains(errno) else { continue }
      throw FileFault(path: path, code: errno)
    }
  }

  /// The temporary files of a `write` that did not end: `name.`, hex digits, `.tmp`.
  private static func leftovers(of path: String) -> [String] {
    let folder = folder(of: path)
    let start = (path.split(separator: "/").last ?? "") + "."
    return names(in: folder).filter { name in
      guard name.hasPrefix(start), name.hasSuffix(".tmp") else { return false }
      let drawn = name.dropFirst(start.count).dropLast(4)
      return !drawn.isEmpty && drawn.allSatisfy { $0.isASCII && $0.isHexDigit }
    }
    .map { "\(folder)/\($0)" }
  }
}
