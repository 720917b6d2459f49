import Glibc

/// The folder where a site is published, each file whole or not at all.
///
/// Rules: (1) nothing that this program did not publish is replaced nor removed; (2) every file is
/// written and flushed under another name before the first is renamed, so that a failure leaves
/// the former site whole; (3) what has not changed is not touched; (4) no link inside the folder is
/// followed; (5) the list of what is ours is on the disk before the first file that it names.
package struct SiteFolder {
  /// What a publication did.
  package struct Publication: Sendable, Hashable {
    /// Paths, in their order.
    package var written: [String] = []
    /// How many files were right already.
    package var unchanged = 0
    /// Paths, in their order.
    package var removed: [String] = []
  }

  private let path: String

  /// A folder that exists, or that will be made in one that does.
  package init(_ path: String) { self.path = path }

  /// Makes the folder hold these files, and no other that an earlier publication left.
  ///
  /// Files are 0644 and folders 0755 whatever the mask. Throws before anything is changed when a
  /// file of ours would replace one of somebody else; two publications cannot run at once.
  ///
  /// `operation` is the number of the ledger's last line: a site made from a later one stays as it is,
  /// for an older ledger would bring withdrawn badges back to life.
  package func publish(
    _ files: [(path: String, bytes: [UInt8])], operation: Int
  ) throws(SiteFolderFault) -> Publication {
    try SiteFolder.check(files)
    let root = try opened()
    guard SiteFolder.isLocked(root) else { throw .busy }
    let former = try SiteManifest.read(in: root)
    guard former.operation <= operation else { throw .newer }
    let paths = files.map(\.path)
    if let foreign = try SiteFolder.foreign(paths, besides: former, in: root) {
      throw .foreign(foreign)
    }
    var publication = Publication()
    var changed: [(path: String, bytes: [UInt8])] = []
    for file in files where try SiteFile(file.path).differs(from: file.bytes, in: root) {
      changed.append(file)
    }
    publication.unchanged = files.count - changed.count
    try SiteManifest(paths: former.paths.union(paths), operation: operation).write(in: root)
    try SiteFolder.replace(changed, in: root)
    publication.written = changed.map(\.path)
    for path in former.paths.subtracting(paths).sorted() {
      if try SiteFile(path).remove(in: root) { publication.removed.append(path) }
    }
    try SiteManifest(paths: Set(paths), operation: operation).write(in: root)
    return publication
  }

  /// Waits a second: another publication may be ending, or a program being started may still hold
  /// what it inherited.
  private static func isLocked(_ root: borrowing SiteDescriptor) -> Bool {
    for _ in 0..<20 {
      if flock(root.number, LOCK_EX | LOCK_NB) == 0 { return true }
      usleep(50_000)
    }
    return false
  }

  private static func check(
    _ files: [(path: String, bytes: [UInt8])]
  ) throws(SiteFolderFault) {
    do { try SitePath.check(files.map(\.path)) } catch { throw .site(error) }
  }

  /// The folder itself may be reached through a link: whoever runs the program named it.
  private func opened() throws(SiteFolderFault) -> SiteDescriptor {
    if mkdir(path, 0o755) == 0 { chmod(path, 0o755) }
    let number = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard number >= 0 else { throw .folder(path, code: errno) }
    return SiteDescriptor(number)
  }

  /// The first path where something stands that no earlier publication put there.
  private static func foreign(
    _ paths: [String], besides former: SiteManifest, in root: borrowing SiteDescriptor
  ) throws(SiteFolderFault) -> String? {
    for path in paths where !former.paths.contains(path) {
      if try SiteFile(path).exists(in: root) { return path }
    }
    return nil
  }

  /// Writes all beside their places, then renames all; what was written is removed on a failure.
  private static func replace(
    _ files: [(path: String, bytes: [UInt8])], in root: borrowing SiteDescriptor
  ) throws(SiteFolderFault) {
    do throws(SiteFolderFault) {
      for file in files { try SiteFile(file.path).prepare(file.bytes, in: root) }
      for file in files { try SiteFile(file.path).commit(in: root) }
    } catch {
      for file in files { SiteFile(file.path).forget(in: root) }
      throw error
    }
  }
}
