import BadgeRequest
import Course

/// The content of each version of the course that badges were given for, kept in `cours/`.
struct CourseArchive {
  let folder: PrivateFolder

  init(_ folder: PrivateFolder) throws(Complaint) {
    self.folder = try PrivateFolder.making(folder.path("cours"))
  }

  /// Copies the content once, under its digest; a copy that was cut short is finished.
  func keep(_ files: ContentFiles, digest: String) throws(Complaint) {
    guard !folder.has("\(digest)/parcours.md") else { return }
    for name in files.common.names.sorted() where name != "parcours.md" {
      try copy(name, of: files, digest)
    }
    // Last: a folder that has it is whole.
    try copy("parcours.md", of: files, digest)
  }

  private func copy(_ name: String, of files: ContentFiles, _ digest: String) throws(Complaint) {
    guard let bytes = files.common.read(name) else { return }
    let path = folder.path("\(digest)/\(name)")
    try WholeFile.makeFolder(WholeFile.folder(of: path))
    try WholeFile.write(bytes, to: path, mode: 0o600)
  }

  /// The course of that digest with today's local additions; nil when there is none, or when its copy
  /// was changed.
  func course(_ digest: String, local: ContentFiles.Folder) throws(Complaint) -> Course? {
    guard digest.utf8.count == 64, digest.utf8.allSatisfy(\.isLetterOrDigit),
      folder.has("\(digest)/parcours.md")
    else { return nil }
    let common = try CourseFolder(folder.path(digest)).files()
    let files = ContentFiles(common: common, local: local)
    guard let course = try? Course(files), course.contentDigest == digest else { return nil }
    return course
  }
}
