import OpenBadges

extension OlderAddresses {
  /// Where an issuer publishes the documents of one achievement, for badges signed by one key.
  ///
  /// A Profile of Open Badges 2.0 has one `publicKey`, and other programs refuse a list: each key after
  /// the first has a Profile, BadgeClasses and a RevocationList of its own.
  init(_ address: String, key: String, statement: String) {
    let base = key == "rsa-1" ? "\(address)ob2/" : "\(address)ob2/\(key)/"
    self.init(
      issuer: "\(base)emetteur.json", key: "\(address)ob2/\(key).json",
      badge: "\(base)\(statement).json", revocations: "\(base)retraits.json",
      image: "\(address)\(statement).svg")
  }
}
