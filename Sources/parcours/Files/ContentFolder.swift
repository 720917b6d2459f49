import Course
import Glibc

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

  private static func folder(_ path: String) throws(FileFault) -> ContentFiles.Folder {
    guard FileStore.isFolder(path) else { throw FileFault(path: path, code: ENOENT) }
    return ContentFiles.Folder(
      listing: { names(in: path) },
      has: { isContent($0) && isThere("\(path)/\($0)") },
      read: { isContent($0) ? try? FileStore.read("\(path)/\($0)") : nil })
  }

  /// One level of module folders, as `format.md` §2 lays them.
  private static func names(in path: String) -> Set<String> {
    var names: Set<String> = []
    for name in FileStore.names(in: path) {
      if isContent(name) {
        names.insert(name)
      } else if !name.utf8.contains(UInt8(ascii: ".")), FileStore.isFolder("\(path)/\(name)") {
        for inner in FileStore.names(in: "\(path)/\(name)") where isContent("\(name)/\(inner)") {
          names.insert("\(name)/\(inner)")
        }
      }
    }
    return names
  }

  /// `nom.md` or `dossier/nom.md`, nothing hidden: the paths that are listed, and no other.
  private static func isContent(_ path: String) -> Bool {
    guard path.hasSuffix(".md") else { return false }
    let bytes = path.utf8
    guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")) else {
      return bytes.first != UInt8(ascii: ".")
    }
    let name = bytes[bytes.index(after: slash)...]
    return slash > bytes.startIndex && !bytes[..<slash].contains(UInt8(ascii: "."))
      && name.first != UInt8(ascii: ".") && !name.contains(UInt8(ascii: "/"))
  }

  /// Even a link that leads nowhere: its author must be told that it cannot be read.
  private static func isThere(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }
}
