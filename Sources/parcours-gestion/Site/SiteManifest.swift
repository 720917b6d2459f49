import Glibc

/// The list of what was published in a folder, by which later publications know what is ours.
struct SiteManifest: Hashable {
  /// Relative to the folder.
  var paths: Set<String>
  /// The last line of the ledger that the site was made from; 0 before the first publication.
  var operation: Int

  private static let title = "parcours-site 1 "
  /// Far more than any site needs.
  private static let largest = 1 << 20

  /// A title with the operation, then one path a line, sorted.
  var bytes: [UInt8] {
    let sorted = paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return Array((["\(SiteManifest.title)\(operation)"] + sorted).joined(separator: "\n").utf8) + [
      0x0A
    ]
  }

  init(paths: Set<String>, operation: Int) {
    self.paths = paths
    self.operation = operation
  }

  /// Nil unless every line is a path that this program could have written.
  init?(_ bytes: [UInt8]) {
    guard bytes.last == 0x0A, let text = String(validating: bytes.dropLast(), as: UTF8.self)
    else { return nil }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let title = lines.first, title.hasPrefix(SiteManifest.title),
      let number = Int(title.dropFirst(SiteManifest.title.count)), number >= 0
    else { return nil }
    operation = number
    paths = Set(lines.dropFirst().map(String.init))
    guard paths.allSatisfy(SitePath.isSafe) else { return nil }
  }

  /// The list of a folder, empty when nothing was ever published there.
  static func read(in root: borrowing SiteDescriptor) throws(SiteFolderFault) -> SiteManifest {
    let file = SiteFile(SitePath.manifest)
    guard try file.exists(in: root) else { return SiteManifest(paths: [], operation: 0) }
    guard let bytes = try file.bytes(atMost: largest, in: root), let manifest = SiteManifest(bytes)
    else { throw .manifest }
    return manifest
  }

  /// Leaves the file alone when it says the same already.
  func write(in root: borrowing SiteDescriptor) throws(SiteFolderFault) {
    let file = SiteFile(SitePath.manifest)
    guard try file.differs(from: bytes, in: root) else { return }
    try file.prepare(bytes, in: root)
    try file.commit(in: root)
  }
}
