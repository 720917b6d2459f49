import Glibc

/// The files of a trust folder, each with its path below it.
enum TrustFolder {
  /// Pages and pictures of a published site say nothing of keys; nor do files that are being written.
  private static let others = [".html", ".svg", ".png", ".css", ".parcours-nouveau"]
  private static let mostFiles = 2000
  private static let mostInAll = 64 << 20

  /// Regular files of at most 2 MiB, sixteen levels down; hidden names but `.well-known` are left out.
  static func files(in folder: String) throws(FileFault) -> [(name: String, bytes: [UInt8])] {
    var files: [(name: String, bytes: [UInt8])] = []
    try collect(folder, "", depth: 16, into: &files)
    return files
  }

  private static func collect(
    _ folder: String, _ prefix: String, depth: Int,
    into files: inout [(name: String, bytes: [UInt8])]
  ) throws(FileFault) {
    var names = FileStore.names(in: folder)
    if FileStore.isFolder("\(folder)/.well-known") { names.append(".well-known") }
    for name in names where !others.contains(where: name.lowercased().hasSuffix) {
      let path = "\(folder)/\(name)"
      if FileStore.isFolder(path) {
        guard depth > 0 else { throw FileFault(path: path, code: E2BIG) }
        try collect(path, "\(prefix)\(name)/", depth: depth - 1, into: &files)
      } else {
        let total = files.reduce(0) { $0 + $1.bytes.count }
        guard files.count < mostFiles, total <= mostInAll else {
          throw FileFault(path: folder, code: E2BIG)
        }
        files.append(("\(prefix)\(name)", try FileStore.read(path, limit: 2 << 20)))
      }
    }
  }
}
