package import JSON

/// The documents of Open Badges 2.0 that state an award: the same facts as `Credential`.
public enum OlderBadge {
  static let context = "https://w3id.org/openbadges/v2"

  /// The Assertion, as it is signed; throws for a recipient that is no hashed e-mail.
  package static func assertion(
    _ award: Award, at addresses: OlderAddresses
  ) throws(OlderRefusal) -> JSON {
    try addresses.check()
    return document(
      "Assertion", award.id,
      [
        ("recipient", try recipient(award.recipient)),
        ("badge", .string(addresses.badge)),
        ("verification", ["type": "SignedBadge", "creator": .string(addresses.key)]),
        ("issuedOn", CredentialDate.text(award.validFrom).map(JSON.string)),
        ("expires", award.validUntil.flatMap(CredentialDate.text).map(JSON.string)),
        ("evidence", array(award.evidence.map(evidence))),
      ])
  }

  /// The BadgeClass, to be published; throws when there is no picture anywhere.
  package static func badgeClass(
    _ achievement: Achievement, at addresses: OlderAddresses
  ) throws(OlderRefusal) -> JSON {
    try addresses.check()
    return document(
      "BadgeClass", addresses.badge,
      [
        ("@language", .string(achievement.language)),
        ("name", .string(achievement.name)),
        ("description", .string(achievement.description)),
        ("image", try image(achievement.image, addresses.image)),
        ("criteria", ["narrative": .string(achievement.criteria)]),
        ("issuer", .string(addresses.issuer)),
        ("tags", array(achievement.tags.map(JSON.string))),
        ("alignment", array(achievement.alignments.map(alignment))),
      ])
  }

  /// The issuer's Profile, to be published; throws when it has no site or no e-mail.
  package static func profile(
    _ issuer: Issuer, at addresses: OlderAddresses
  ) throws(OlderRefusal) -> JSON {
    try addresses.check()
    guard let url = issuer.url, let email = issuer.email else { throw .noContact }
    return document(
      "Issuer", addresses.issuer,
      [
        ("name", .string(issuer.name)),
        ("url", .string(url)),
        ("email", .string(email)),
        ("publicKey", .string(addresses.key)),
        ("revocationList", addresses.revocations.map(JSON.string)),
      ])
  }

  /// The CryptographicKey, to be published: it names its owner as the Profile names it.
  package static func key(
    _ key: VerificationKey, at addresses: OlderAddresses
  ) throws(OlderRefusal) -> JSON {
    try addresses.check()
    guard key.algorithm == .rs256 else { throw .key(.notRSA) }
    return document(
      "CryptographicKey", addresses.key,
      [("owner", .string(addresses.issuer)), ("publicKeyPem", .string(key.pem))])
  }

  /// A document of that type, with the members that have a value.
  static func document(_ type: String, _ id: String, _ members: [(String, JSON?)]) -> JSON {
    let head: [(String, JSON?)] = [
      ("@context", .string(context)), ("type", .string(type)), ("id", .string(id)),
    ]
    return object(head + members)
  }

  static func object(_ members: [(String, JSON?)]) -> JSON {
    .object(JSONObject(present: members))
  }

  private static func recipient(_ recipient: Recipient) throws(OlderRefusal) -> JSON {
    let (hash, letters): (String, String)
    switch recipient {
    case .hashedEmail(let email, let salt):
      letters = hexadecimal(salt)
      hash = IdentityHash.sha256(IdentityHash.normalised(email), salt: letters)
    case .identityHash(let known, let salt): (hash, letters) = (known, salt)
    case .anonymous, .displayedName: throw .noRecipient
    }
    return ["type": "email", "hashed": true, "identity": .string(hash), "salt": .string(letters)]
  }

  /// A picture's address goes before the picture itself: older programs may not read the latter.
  private static func image(
    _ image: BadgeImage?, _ address: String?
  ) throws(OlderRefusal) -> JSON {
    guard let id = address ?? image?.data else { throw .noImage }
    guard let alternative = image?.alternative else { return .string(id) }
    return ["id": .string(id), "caption": .string(alternative)]
  }

  private static func evidence(_ evidence: Evidence) -> JSON {
    ["type": "Evidence", "narrative": .string(evidence.narrative)]
  }

  private static func alignment(_ alignment: Alignment) -> JSON {
    object([
      ("targetName", .string(alignment.name)),
      ("targetUrl", .string(alignment.url)),
      ("targetFramework", alignment.framework.map(JSON.string)),
      ("targetCode", alignment.code.map(JSON.string)),
    ])
  }

  private static func array(_ elements: [JSON]) -> JSON? {
    elements.isEmpty ? nil : .array(elements)
  }
}
