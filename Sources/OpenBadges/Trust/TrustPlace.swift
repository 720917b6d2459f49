/// Where a file of a trust folder lies, which tells the address it was published at.
struct TrustPlace {
  private let path: String
  private let parts: [Substring]

  /// A path below the folder: `ville.example/.well-known/did.json` stands for that address.
  init(path: String) {
    self.path = path
    parts = path.split(separator: "/", omittingEmptySubsequences: false)
  }

  /// A file that lies in no sub-folder stands for no address: whoever put it there chose it.
  var isLoose: Bool { parts.count < 2 }

  /// The first folder is named like a host: those of a copied site, as `badges`, are not.
  var isBelowHost: Bool {
    guard !isLoose, let first = parts.first else { return false }
    return first.dropFirst().contains { $0 == "." || $0 == ":" }
  }

  /// Whether keys may be read here: under the name of a host, or where the copy of one site has them.
  ///
  /// Any other folder could choose the host that it speaks for.
  var mayHoldKeys: Bool { isBelowHost || isLoose || parts.count == 2 && parts[0] == ".well-known" }

  /// Whether this is where the document of that identifier is published.
  ///
  /// Without a host, the folder is a copy of one site, and the end of the address must agree.
  func isOf(_ id: String) -> Bool {
    if isLoose { return true }
    guard let address = TrustPlace.address(of: id) else { return false }
    return address.isSame(as: path)
      || !isBelowHost && address.utf8.reversed().starts(with: "/\(path)".utf8.reversed())
  }

  /// The host that an identifier names, where no folder says it.
  func claimedHost(_ id: String) -> String? {
    guard !isLoose, !isBelowHost else { return nil }
    return TrustPlace.address(of: id)?.split(separator: "/").first.map(String.init)
  }

  /// The authority that publishes a key set here (RFC 8615): no other place speaks for a whole host.
  var keySetAuthority: String? {
    guard isBelowHost, parts.count == 3, parts[1] == ".well-known", parts[2] == "jwks.json"
    else { return nil }
    return parts.first.map(String.init)
  }

  /// The address of a document, without its scheme; nil for an identifier that has none.
  private static func address(of id: String) -> String? {
    for scheme in ["https://", "http://"] where id.utf8.starts(with: scheme.utf8) {
      return String(id.dropFirst(scheme.count))
    }
    guard id.utf8.starts(with: "did:web:".utf8) else { return nil }
    // did:web, Read: colons are slashes, save the one of a port, which is written %3A.
    var parts = id.dropFirst(8).split(separator: ":", omittingEmptySubsequences: false)
      .map(String.init)
    guard let host = parts.first, !host.isEmpty else { return nil }
    parts[0] = host.replacing("%3A", with: ":").replacing("%3a", with: ":")
    if parts.count == 1 { parts.append(".well-known") }
    return (parts + ["did.json"]).joined(separator: "/")
  }
}
