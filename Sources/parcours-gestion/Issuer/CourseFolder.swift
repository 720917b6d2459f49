import Course

/// One level of module folders, as the content's format lays them.
struct CourseFolder {
  let path: String

  init(_ path: String) { self.path = path }

  /// Every file of text, read at once: one that is there and cannot be read is never a missing one.
  func files() throws(Complaint) -> ContentFiles.Folder {
    var files: [String: [UInt8]] = [:]
    for name in try names() { files[name] = try InputFile.read("\(path)/\(name)") }
    return ContentFiles.Folder(files)
  }

  private func names() throws(Complaint) -> [String] {
    var names: [String] = []
    for name in try WholeFile.names(in: path) {
      if name.hasSuffix(".md") {
        names.append(name)
      } else if !name.utf8.contains(UInt8(ascii: ".")), WholeFile.isFolder("\(path)/\(name)") {
        let inner = try WholeFile.names(in: "\(path)/\(name)").filter { $0.hasSuffix(".md") }
        names += inner.map { "\(name)/\($0)" }
      }
    }
    return names
  }
}
