import Glibc
import Interface

/// A file whose saves are told by the system, whatever way an editor saves it.
final class WatchedFile {
  /// Readable when something happened in the file's folder.
  let descriptor: Int32
  private let name: String
  private let read: () -> Report?

  /// Watches the folder: many editors write another file and rename it.
  ///
  /// `read` makes the report of a change; nil when the system cannot watch.
  init?(_ path: String, read: @escaping () -> Report?) {
    name = String(path.split(separator: "/").last ?? "")
    self.read = read
    descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard descriptor >= 0 else { return nil }
    let events = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO)
    guard inotify_add_watch(descriptor, FileStore.folder(of: path), events) >= 0 else {
      close(descriptor)
      return nil
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// What changed since the last call; nil when the file did not.
  func report() -> Report? { drain().contains(name) ? read() : nil }

  /// The names of the files that were saved.
  private func drain() -> Set<String> {
    var names: Set<String> = []
    var bytes = [UInt8](repeating: 0, count: 16_384)
    while true {
      let count = Glibc.read(descriptor, &bytes, bytes.count)
      guard count > 0 else { return names }
      names.formUnion(Self.names(bytes[..<count]))
    }
  }

  /// inotify(7): wd, mask, cookie and len in 32 bits each, then `len` bytes of name and zeros.
  private static func names(_ bytes: ArraySlice<UInt8>) -> [String] {
    var names: [String] = []
    var rest = bytes
    while rest.count >= 16 {
      let start = rest.startIndex
      let length = (0..<4).reduce(0) { $0 | Int(rest[start + 12 + $1]) << (8 * $1) }
      let name = rest.dropFirst(16).prefix(length).prefix { $0 != 0 }
      names.append(String(decoding: name, as: UTF8.self))
      rest = rest.dropFirst(16 + length)
    }
    return names
  }
}
