import Course

/// The content's files as values, each read when it is asked for.
enum ContentFolder {
  /// The Markdown files below the folder, and those of the local additions.
  static func read(_ modules: String, local: String?) throws(Stop) -> ContentFiles {
    do throws(FileFault) {
      return ContentFiles(
        common: try folder(modules),
        local: try local.map { path throws(FileFault) in try folder(path) } ?? .init([:]))
    } catch {
      throw Stop(2, error.sentence, error.advice)
    }
  }

  /// One level of module folders, as `format.md` §2 lays them.
  private static func folder(_ path: String) throws(FileFault) -> ContentFiles.Folder {
    guard FileStore.isFolder(path) else { throw FileFault(path: path, code: 2) }
    var names: Set<String> = []
    for name in FileStore.names(in: path) {
      if name.hasSuffix(".md") {
        names.insert(name)
      } else if !name.utf8.contains(UInt8(ascii: ".")), FileStore.isFolder("\(path)/\(name)") {
        for inner in FileStore.names(in: "\(path)/\(name)") where inner.hasSuffix(".md") {
          names.insert("\(name)/\(inner)")
        }
      }
    }
    return ContentFiles.Folder(names: names) { try? FileStore.read("\(path)/\($0)") }
  }
}
