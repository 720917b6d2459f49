/// The paths that files of a site may have: relative, plain, and not two for one file.
enum SitePath {
  /// The list of what was published here, which no file may stand for.
  static let manifest = ".parcours-site"
  /// The end of the names of files that are being written.
  static let unfinished = ".parcours-nouveau"

  /// Throws the first path that is not safe, or that another one hides.
  ///
  /// Case is ignored, as on the disks where `A` and `a` are one file.
  static func check(_ paths: [String]) throws(SiteFault) {
    var files: Set<String> = []
    var folders: Set<String> = []
    for path in paths {
      guard isSafe(path) else { throw .path(path) }
      let name = lowercased(path)
      guard files.insert(name).inserted else { throw .twice(path) }
      folders.formUnion(parents(name))
    }
    for path in paths where folders.contains(lowercased(path)) { throw .twice(path) }
  }

  /// Letters, digits, `.`, `_` and `-` between slashes; no part starts with a point but one.
  static func isSafe(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count <= 8 && parts.allSatisfy(isSafePart)
  }

  private static func isSafePart(_ part: Substring) -> Bool {
    guard (1...120).contains(part.utf8.count), part.utf8.allSatisfy(isPlain) else { return false }
    guard part.utf8.first != UInt8(ascii: ".") else { return part == ".well-known" }
    return part.utf8.first != UInt8(ascii: "-") && !part.hasSuffix(unfinished)
  }

  /// The folders of a path, the nearest last: `a/b/c` → `a`, `a/b`.
  static func parents(_ path: String) -> [String] {
    let parts = path.split(separator: "/")
    return parts.indices.dropFirst().map { parts[..<$0].joined(separator: "/") }
  }

  /// Lower-case letters, digits and hyphens, and not the name of a page of ours.
  static func isSlug(_ slug: String) -> Bool {
    let bytes = slug.utf8
    return (1...80).contains(bytes.count) && bytes.first != UInt8(ascii: "-")
      && bytes.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
      && !["index", "verifier"].contains(slug)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte.isLetterOrDigit || "._-".utf8.contains(byte)
  }

  private static func lowercased(_ path: String) -> String {
    String(decoding: path.utf8.map { (65...90).contains($0) ? $0 + 32 : $0 }, as: UTF8.self)
  }
}
