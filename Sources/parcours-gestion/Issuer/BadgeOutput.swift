/// Where badges are written for those who asked for a list.
struct BadgeOutput {
  let path: String

  /// The option, or `sortie` in the issuer's folder.
  init(_ chosen: String?, _ issuer: IssuerFolder) throws(Complaint) {
    path = chosen ?? issuer.folder.path("sortie")
    try WholeFile.makeFolder(path)
  }

  /// Writes `badge.…` in a folder of that name, each file whole and flushed; gives its name.
  func write(_ badge: SignedBadge, in name: String) throws(Complaint) -> String {
    let folder = "\(path)/\(name)"
    try WholeFile.makeFolder(folder)
    for (ending, bytes) in badge.files {
      try WholeFile.write(bytes, to: "\(folder)/badge.\(ending)", mode: 0o600)
    }
    WholeFile.flushFolder(of: folder)
    return name
  }
}
