import Glibc
import Reports

/// A file that appears whole or not at all.
struct OutputFile {
  private let path: String
  private let mode: mode_t

  /// A link is followed, so that the file it names is replaced and not the link; its owner alone may
  /// read the file, unless `mode` says more.
  init(_ path: String, mode: mode_t = 0o600) {
    self.mode = mode
    guard let resolved = realpath(path, nil) else {
      self.path = path
      return
    }
    defer { free(resolved) }
    self.path = String(cString: resolved)
  }

  /// Complains, before anything is done, of a place where the file could not be written.
  func check() throws(Complaint) {
    guard !WholeFile.isFolder(path) else { throw complaint(EISDIR) }
    let place = isReplaced ? WholeFile.folder(of: path) : path
    guard access(place, W_OK) == 0 else { throw complaint() }
  }

  /// Writes beside the file, flushes, then renames.
  ///
  /// What exists and is no plain file (a pipe, `/dev/null`) is written to, never replaced.
  func write(_ bytes: [UInt8]) throws(Complaint) {
    if isReplaced { return try replace(with: bytes) }
    let descriptor = open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { throw complaint() }
    defer { close(descriptor) }
    guard writeAll(bytes, to: descriptor) else { throw complaint() }
  }

  /// Whether a new file takes the name: there is none, or a plain one.
  private var isReplaced: Bool {
    var status = stat()
    return stat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFREG
  }

  private func replace(with bytes: [UInt8]) throws(Complaint) {
    var template = Array("\(path).XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw complaint() }
    var isWritten =
      writeAll(bytes, to: descriptor) && fchmod(descriptor, mode) == 0 && fsync(descriptor) == 0
    isWritten = (close(descriptor) == 0) && isWritten
    guard isWritten, rename(template, path) == 0 else {
      let complaint = complaint()
      unlink(template)
      throw complaint
    }
    WholeFile.flushFolder(of: path)
  }

  private func complaint(_ code: Int32 = errno) -> Complaint {
    Complaint("Le fichier « \(path.plain) » ne peut pas être écrit. \(advice(code))")
  }
}
