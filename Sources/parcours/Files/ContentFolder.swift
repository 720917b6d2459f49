import Course

/// Reads the content's files into the values the course is parsed from.
enum ContentFolder {
  /// All Markdown files below the folder, and those of the local additions.
  static func read(_ modules: String, local: String?) throws(Stop) -> ContentFiles {
    do throws(FileFault) {
      let files = try markdown(below: modules)
      return ContentFiles(
        files, local: try local.map { path throws(FileFault) in try markdown(below: path) } ?? [:])
    } catch {
      throw Stop(2, error.sentence, error.advice)
    }
  }

  /// Path below `folder` → bytes; one level of module folders, as `format.md` §2 lays them.
  static func markdown(below folder: String) throws(FileFault) -> [String: [UInt8]] {
    guard FileStore.isFolder(folder) else { throw FileFault(path: folder, code: 2) }
    var files: [String: [UInt8]] = [:]
    for name in FileStore.names(in: folder) {
      let path = "\(folder)/\(name)"
      if name.hasSuffix(".md") {
        files[name] = try FileStore.read(path)
      } else if !name.utf8.contains(UInt8(ascii: ".")), FileStore.isFolder(path) {
        for inner in FileStore.names(in: path) where inner.hasSuffix(".md") {
          files["\(name)/\(inner)"] = try FileStore.read("\(path)/\(inner)")
        }
      }
    }
    return files
  }
}
