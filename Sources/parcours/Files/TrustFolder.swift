/// The files of a trust folder, each with its path below it.
enum TrustFolder {
  /// Pages and pictures of a published site say nothing of keys.
  private static let others = [".html", ".svg", ".png", ".css"]
  private static let mostFiles = 2000

  /// Regular files of at most 2 MiB, six levels down; hidden names but `.well-known` are left out.
  static func files(in folder: String) throws(FileFault) -> [(name: String, bytes: [UInt8])] {
    var files: [(name: String, bytes: [UInt8])] = []
    try collect(folder, "", depth: 6, into: &files)
    return files
  }

  private static func collect(
    _ folder: String, _ prefix: String, depth: Int,
    into files: inout [(name: String, bytes: [UInt8])]
  ) throws(FileFault) {
    var names = FileStore.names(in: folder)
    if FileStore.isFolder("\(folder)/.well-known") { names.append(".well-known") }
    for name in names where !others.contains(where: name.hasSuffix) {
      let path = "\(folder)/\(name)"
      if FileStore.isFolder(path) {
        guard depth > 0 else { continue }
        try collect(path, "\(prefix)\(name)/", depth: depth - 1, into: &files)
      } else if files.count < mostFiles {
        files.append(("\(prefix)\(name)", try FileStore.read(path, limit: 2 << 20)))
      }
    }
  }
}
