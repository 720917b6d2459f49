import Glibc

/// The course that is shipped, read from the tree.
package enum ShippedContent {
  /// The repository.
  package static let root = #filePath.split(separator: "/").dropLast(3)
    .reduce(into: "") { $0 += "/" + $1 }

  /// The files of `Modules`, by their paths below it.
  package static let files: [String: [UInt8]] = read(root + "/Modules", "")

  /// The bytes of a file; nil when it cannot be read.
  package static func bytes(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer[..<count]
    }
    return bytes
  }

  private static func read(_ folder: String, _ prefix: String) -> [String: [UInt8]] {
    guard let open = opendir(folder) else { return [:] }
    defer { closedir(open) }
    var files: [String: [UInt8]] = [:]
    while let entry = readdir(open) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { raw in
        String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard !name.hasPrefix(".") else { continue }
      if entry.pointee.d_type == UInt8(DT_DIR) {
        files.merge(read(folder + "/" + name, prefix + name + "/")) { $1 }
      } else if let bytes = bytes(folder + "/" + name) {
        files[prefix + name] = bytes
      }
    }
    return files
  }
}
