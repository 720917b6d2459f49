/// The files of a badge in the agent's folder, one a kind.
struct BadgeFiles {
  /// The endings, the one to show first.
  static let kinds = ["svg", "png", "json", "jwt"]
  static let names = kinds.map(name)

  var folder: String

  private static func name(_ kind: String) -> String { "badge.\(kind)" }

  /// The names of those that are there.
  var present: [String] { Self.names.filter { FileStore.exists("\(folder)/\($0)") } }

  /// Writes a badge, then removes what an older one leaves in other kinds; the names written.
  func write(_ files: [(kind: String, bytes: [UInt8])]) throws(FileFault) -> [String] {
    try FileStore.makeFolder(folder)
    let names = files.map { Self.name($0.kind) }
    for (name, file) in zip(names, files) {
      try FileStore.write(file.bytes, to: "\(folder)/\(name)")
    }
    for name in Self.names where !names.contains(name) {
      try FileStore.remove("\(folder)/\(name)")
    }
    return names
  }
}
