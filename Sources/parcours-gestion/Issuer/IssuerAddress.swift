import Reports

/// The address of an issuer's site, in its one spelling, and the `did:web` that it makes.
struct IssuerAddress: Equatable {
  /// `https://host[:port]/[path/]`.
  let text: String
  /// `did:web:…` (W3C CCG did:web, method-specific identifier).
  let did: String
  /// Whether the site stands below a path of its host.
  let hasPath: Bool

  /// Complains of anything else than a plain `https` address without query nor fragment.
  init(_ typed: String) throws(Complaint) {
    let rest = typed.hasPrefix("https://") ? typed.dropFirst(8) : ""
    var parts = rest.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    if parts.last == "" { parts.removeLast() }
    guard let authority = parts.first?.lowercased(), let host = IssuerAddress.host(authority),
      parts.dropFirst().allSatisfy(IssuerAddress.isSegment), parts.count <= 8
    else {
      throw Complaint(
        "L’adresse « \(typed.plain) » ne convient pas. "
          + "Écrivez-la comme https://badges.exemple.fr/.")
    }
    let path = parts.dropFirst()
    hasPath = !path.isEmpty
    text = "https://" + ([authority] + path).map { $0 + "/" }.joined()
    did = (["did:web", host] + path).joined(separator: ":")
  }

  /// The path, below the site, of what is published at that address; nil for one that is not below.
  func path(of address: String) -> String? {
    guard address.utf8.starts(with: text.utf8), address.utf8.count > text.utf8.count
    else { return nil }
    return String(decoding: address.utf8.dropFirst(text.utf8.count), as: UTF8.self)
  }

  /// The host with the colon of its port escaped; nil for an IP address or another form.
  private static func host(_ authority: String) -> String? {
    let parts = authority.split(separator: ":", omittingEmptySubsequences: false)
    let labels = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, labels.count >= 2, let last = labels.last,
      labels.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isHostByte) }),
      !last.utf8.allSatisfy({ (48...57).contains($0) }), authority.utf8.count <= 120
    else { return nil }
    guard parts.count == 2 else { return String(parts[0]) }
    guard let port = Int(parts[1]), (1...65_535).contains(port), "\(port)" == parts[1]
    else { return nil }
    return "\(parts[0])%3A\(port)"
  }

  private static func isHostByte(_ byte: UInt8) -> Bool {
    byte.isLetterOrDigit || byte == UInt8(ascii: "-")
  }

  private static func isSegment(_ segment: String) -> Bool {
    (1...60).contains(segment.utf8.count) && segment.utf8.first != UInt8(ascii: ".")
      && segment.utf8.allSatisfy { $0.isLetterOrDigit || "._-".utf8.contains($0) }
  }
}
