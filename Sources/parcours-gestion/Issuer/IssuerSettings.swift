import Reports

/// What `emetteur.conf` says: chosen when the issuer is made, never changed since.
struct IssuerSettings: Equatable {
  static let fileName = "emetteur.conf"

  /// As badges name the issuer.
  var name: String
  /// Where its site is published; nil without one.
  var address: IssuerAddress?
  /// A service's e-mail.
  var email: String?
  /// Whether badges have a place in the suspension list too.
  var suspension: Bool
  /// In each badge's `issuer.id`.
  var did: String

  /// The lines of the file.
  var text: String {
    var lines = ["nom : \(name)"]
    if let address { lines.append("adresse : \(address.text)") }
    if let email { lines.append("courriel : \(email)") }
    lines += ["suspension : \(suspension ? "oui" : "non")", "identifiant : \(did)"]
    return lines.joined(separator: "\n") + "\n"
  }

  init(
    name: String, address: IssuerAddress?, email: String?, suspension: Bool, did: String
  ) {
    self.name = name
    self.address = address
    self.email = email
    self.suspension = suspension
    self.did = did
  }

  /// Nil unless every line is one of those, once, in the spelling that `text` gives.
  ///
  /// An address that badges would not share with their `did:web` is refused: they could not be verified.
  init?(_ text: String) {
    var values: [String: String] = [:]
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 1).map { String($0).trimmed }
      guard parts.count == 2, IssuerSettings.keys.contains(parts[0]),
        values.updateValue(parts[1], forKey: parts[0]) == nil
      else { return nil }
    }
    guard let name = values["nom"], let did = values["identifiant"],
      let choice = values["suspension"], ["oui", "non"].contains(choice)
    else { return nil }
    let address = values["adresse"].flatMap { try? IssuerAddress($0) }
    guard address?.text == values["adresse"], address.map({ $0.did == did }) ?? true
    else { return nil }
    self.init(
      name: name, address: address, email: values["courriel"], suspension: choice == "oui",
      did: did)
  }

  private static let keys = ["nom", "adresse", "courriel", "suspension", "identifiant"]
}
