import Glibc
import Reports

/// A file that appears whole or not at all.
struct OutputFile {
  private let path: String

  /// A link is followed, so that the file it names is replaced and not the link.
  init(_ path: String) {
    guard let resolved = realpath(path, nil) else {
      self.path = path
      return
    }
    defer { free(resolved) }
    self.path = String(cString: resolved)
  }

  /// Writes beside the file, flushes, then renames; readable by its owner only (0600).
  ///
  /// What exists and is no plain file (a pipe, `/dev/null`) is written to, never replaced.
  func write(_ bytes: [UInt8]) throws(Complaint) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG else {
      return try replace(with: bytes)
    }
    let descriptor = open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { throw complaint() }
    defer { close(descriptor) }
    guard writeAll(bytes, to: descriptor) else { throw complaint() }
  }

  private func replace(with bytes: [UInt8]) throws(Complaint) {
    var template = Array("\(path).XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw complaint() }
    var isWritten = writeAll(bytes, to: descriptor) && fsync(descriptor) == 0
    isWritten = (close(descriptor) == 0) && isWritten
    guard isWritten, rename(template, path) == 0 else {
      let complaint = complaint()
      unlink(template)
      throw complaint
    }
    flushFolder()
  }

  /// Without it a power loss may forget the new name; a failure loses nothing that was written.
  private func flushFolder() {
    let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? "."
    let folder = open(name, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
  }

  private func complaint() -> Complaint {
    let reason = advice(errno)
    return Complaint("Le fichier « \(path.plain) » ne peut pas être écrit. \(reason)")
  }
}
