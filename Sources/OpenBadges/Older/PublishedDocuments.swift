import JSON

/// What an issuer publishes, by address, as the caller fetched or kept it.
struct PublishedDocuments {
  /// The badge that an assertion is about.
  struct Badge {
    var name: String
    /// Address of the issuer's Profile.
    var issuer: String
  }

  struct Issuer {
    var id: String
    var name: String
    /// The keys by address, with those whose documents stand in the Profile itself.
    var keys: [(id: String, document: JSONObject?)]
    var revocations: String?
  }

  struct Key {
    var owner: String
    var key: VerificationKey
  }

  var bytes: [String: [UInt8]]

  /// The document at an address; nil when it was not given.
  ///
  /// Throws unless it is a JSON object that says it is of that type, and of that address.
  func document(_ types: [String], at address: String) throws(Flaw) -> JSONObject? {
    guard let bytes = bytes[address] else { return nil }
    guard let parsed = try? JSON(parsing: bytes, limits: Container.limits),
      let document = parsed.object, OlderForm.isOfContext(document),
      PresentedForm.types(document).contains(where: types.contains),
      document["id"]?.string?.isSame(as: address) ?? false
    else { throw .hostedForm }
    return document
  }

  /// The BadgeClass of an assertion; nil when it was not given.
  func badge(of assertion: PresentedAssertion) throws(Flaw) -> Badge? {
    let found: JSONObject? =
      switch assertion.badge {
      case .published(let address): try document(["BadgeClass"], at: address)
      case .embedded(let badge): badge
      }
    guard let badge = found else { return nil }
    guard PresentedForm.types(badge).contains("BadgeClass"), let name = badge["name"]?.string,
      badge["description"]?.string != nil, badge["image"] != nil, badge["criteria"] != nil
    else { throw .hostedForm }
    // A Profile that stands in the badge is not believed: only what its address gives is.
    let issuer = badge["issuer"]?.object.map { $0["id"] } ?? badge["issuer"]
    return Badge(name: name, issuer: try PresentedForm.uri(issuer, else: .hostedForm))
  }

  /// The Profile of an issuer; nil when it was not given.
  func issuer(at address: String) throws(Flaw) -> Issuer? {
    guard let profile = try document(["Issuer", "Profile"], at: address) else { return nil }
    guard let name = profile["name"]?.string, profile["url"]?.string != nil,
      profile["email"]?.string != nil
    else { throw .hostedForm }
    return Issuer(
      id: address, name: name, keys: try PublishedDocuments.keys(profile["publicKey"]),
      revocations: try profile["revocationList"].map { value throws(Flaw) in
        try PresentedForm.uri(value, else: .hostedForm)
      })
  }

  private static func keys(_ value: JSON?) throws(Flaw) -> [(id: String, document: JSONObject?)] {
    var keys: [(id: String, document: JSONObject?)] = []
    for key in value?.array ?? [value].compactMap(\.self) {
      keys.append((try PresentedForm.uri(key["id"] ?? key, else: .hostedForm), key.object))
    }
    return keys
  }

  /// The CryptographicKey of that address; nil when it was not given.
  func key(_ id: String, of issuer: Issuer) throws(Flaw) -> Key? {
    let embedded = issuer.keys.first { $0.id.isSame(as: id) }?.document
    guard let document = try document(["CryptographicKey"], at: id) ?? embedded else { return nil }
    guard let owner = document["owner"]?.string, let pem = document["publicKeyPem"]?.string
    else { throw .hostedForm }
    // A text may end with any number of line breaks, which mean nothing.
    let trimmed = pem.utf8.reversed().drop { $0 == 0x0A || $0 == 0x0D }.reversed()
    guard let key = try? VerificationKey(pem: String(decoding: Array(trimmed), as: UTF8.self))
    else { throw .keyUnusable }
    return Key(owner: owner, key: key)
  }
}
