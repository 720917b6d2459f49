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
        .refused)
    }
    guard status.st_mode & 0o077 == 0 else {
      throw Complaint(
        "Le dossier « \(path.plain) » est ouvert à d’autres comptes. "
          + "Tapez : chmod 700 \(path.shellQuoted)", .refused)
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
    let number = try opened(name, limit: limit)
    defer { close(number) }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    guard let bytes = readAll(number, limit: limit, buffer: &buffer)
    else { throw WholeFile.unreadable(path(name), errno) }
    return bytes
  }

  /// Complains unless it is a regular file that nobody else may read; reads nothing of it.
  func check(_ name: String, limit: Int) throws(Complaint) {
    close(try opened(name, limit: limit))
  }

  private func opened(_ name: String, limit: Int) throws(Complaint) -> Int32 {
    let file = path(name)
    let number = open(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard number >= 0 else { throw WholeFile.unreadable(file, errno) }
    do throws(Complaint) { try check(number, file, limit: limit) } catch {
      close(number)
      throw error
    }
    return number
  }

  private func check(_ number: Int32, _ file: String, limit: Int) throws(Complaint) {
    var status = stat()
    guard fstat(number, &status) == 0 else { throw WholeFile.unreadable(file, errno) }
    guard status.st_mode & S_IFMT == S_IFREG, status.st_size <= limit else {
      throw Complaint("« \(file.plain) » n’est pas le fichier attendu. Remettez la sauvegarde.")
    }
    guard status.st_mode & 0o077 == 0 else {
      throw Complaint(
        "Le fichier « \(file.plain) » est lisible par d’autres comptes. "
          + "Tapez : chmod 600 \(file.shellQuoted)", .refused)
    }
  }

  func write(_ bytes: [UInt8], to name: String) throws(Complaint) {
    try WholeFile.write(bytes, to: path(name), mode: 0o600)
  }
}
