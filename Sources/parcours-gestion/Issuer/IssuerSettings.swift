import OpenBadges
import Reports

/// What `emetteur.conf` says: chosen when the issuer is made, never changed since.
struct IssuerSettings: Equatable {
  static let fileName = "emetteur.conf"

  /// As badges name the issuer.
  var name: String
  /// Where its site is published, `https`, with its last slash; nil without one.
  var address: String?
  /// A service's e-mail.
  var email: String?
  /// Whether badges have a place in the suspension list too.
  var suspension: Bool
  /// In each badge's `issuer.id`.
  var did: String

  /// The lines of the file.
  var text: String {
    var lines = ["nom : \(name)"]
    if let address { lines.append("adresse : \(address)") }
    if let email { lines.append("courriel : \(email)") }
    lines += ["suspension : \(suspension ? "oui" : "non")", "identifiant : \(did)"]
    return lines.joined(separator: "\n") + "\n"
  }

  init(name: String, address: String?, email: String?, suspension: Bool, did: String) {
    self.name = name
    self.address = address
    self.email = email
    self.suspension = suspension
    self.did = did
  }

  /// Nil unless every line is one of those, once.
  init?(_ text: String) {
    var values: [String: String] = [:]
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 1).map { String($0).trimmed }
      guard parts.count == 2, values.updateValue(parts[1], forKey: parts[0]) == nil
      else { return nil }
    }
    guard let name = values["nom"], let did = values["identifiant"],
      let choice = values["suspension"], ["oui", "non"].contains(choice)
    else { return nil }
    self.init(
      name: name, address: values["adresse"], email: values["courriel"],
      suspension: choice == "oui", did: did)
  }
}

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
    SiteAddress.isLetterOrDigit(byte) || byte == UInt8(ascii: "-")
  }

  private static func isSegment(_ segment: String) -> Bool {
    (1...60).contains(segment.utf8.count) && segment.utf8.first != UInt8(ascii: ".")
      && segment.utf8.allSatisfy { SiteAddress.isLetterOrDigit($0) || "._-".utf8.contains($0) }
  }
}
