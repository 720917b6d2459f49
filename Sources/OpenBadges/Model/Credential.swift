public import JSON

/// The OpenBadgeCredential of Open Badges 3.0, without its proof.
public enum Credential {
  /// The contexts, in the order the standard asks for.
  static let contexts: JSON = [
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
    "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json",
  ]

  /// The document of an award: arrays where many are allowed, no null, nothing empty.
  ///
  /// It states the award as it is; `CredentialJWT` checks it before signing.
  package static func document(_ award: Award) -> JSON {
    object([
      ("@context", contexts),
      ("id", .string(award.id)),
      ("type", ["VerifiableCredential", "OpenBadgeCredential"]),
      ("name", .string(award.achievement.name)),
      ("issuer", issuer(award.issuer)),
      ("validFrom", CredentialDate.text(award.validFrom).map(JSON.string)),
      ("awardedDate", award.awarded.flatMap(CredentialDate.text).map(JSON.string)),
      ("validUntil", award.validUntil.flatMap(CredentialDate.text).map(JSON.string)),
      ("credentialSubject", subject(award)),
      ("evidence", array(award.evidence.map(evidence))),
      ("credentialStatus", status(award.status)),
    ])
  }

  /// One object, as 1EdTech's schema asks; an array only when it must be.
  private static func status(_ entries: [StatusEntry]) -> JSON? {
    entries.count > 1 ? .array(entries.map(\.json)) : entries.first?.json
  }

  /// The Achievement that badges repeat, as a document of its own.
  public static func document(_ achievement: Achievement) -> JSON {
    standing(self.achievement(achievement), contexts)
  }

  /// The Profile that badges repeat, as a document of its own.
  public static func document(_ issuer: Issuer) -> JSON {
    standing(self.issuer(issuer), .array(Array(contexts.array?.prefix(2) ?? [])))
  }

  private static func standing(_ value: JSON, _ contexts: JSON) -> JSON {
    let members = value.object?.members.map { ($0.key, $0.value) } ?? []
    return .object(JSONObject([("@context", contexts)] + members))
  }

  private static func issuer(_ issuer: Issuer) -> JSON {
    object([
      ("id", .string(issuer.id)),
      ("type", ["Profile"]),
      ("name", .string(issuer.name)),
      ("url", issuer.url.map(JSON.string)),
      ("email", issuer.email.map(JSON.string)),
    ])
  }

  private static func subject(_ award: Award) -> JSON {
    object([
      ("id", .string(award.subject)),
      ("type", ["AchievementSubject"]),
      ("identifier", identity(award.recipient).map { [$0] }),
      ("achievement", achievement(award.achievement)),
    ])
  }

  private static func achievement(_ achievement: Achievement) -> JSON {
    object([
      ("id", .string(achievement.id)),
      ("type", ["Achievement"]),
      ("achievementType", .string(achievement.kind.rawValue)),
      ("name", .string(achievement.name)),
      ("description", .string(achievement.description)),
      ("criteria", ["narrative": .string(achievement.criteria)]),
      ("inLanguage", .string(achievement.language)),
      ("tag", array(achievement.tags.map(JSON.string))),
      ("alignment", array(achievement.alignments.map(alignment))),
      ("image", achievement.image.map(image)),
    ])
  }

  private static func alignment(_ alignment: Alignment) -> JSON {
    object([
      ("type", ["Alignment"]),
      ("targetName", .string(alignment.name)),
      ("targetUrl", .string(alignment.url)),
      ("targetFramework", alignment.framework.map(JSON.string)),
      ("targetCode", alignment.code.map(JSON.string)),
    ])
  }

  private static func image(_ image: BadgeImage) -> JSON {
    ["id": .string(image.data), "type": "Image", "caption": .string(image.alternative)]
  }

  private static func evidence(_ evidence: Evidence) -> JSON {
    ["type": ["Evidence"], "narrative": .string(evidence.narrative)]
  }

  /// The IdentityObject of a recipient; nil when nothing is said.
  private static func identity(_ recipient: Recipient) -> JSON? {
    switch recipient {
    case .anonymous: return nil
    case .displayedName(let name):
      return [
        "type": "IdentityObject", "hashed": false, "identityType": "name",
        "identityHash": .string(name),
      ]
    case .hashedEmail(let email, let salt):
      let salt = hexadecimal(salt)
      return identity(IdentityHash.sha256(IdentityHash.normalised(email), salt: salt), salt)
    case .identityHash(let hash, let salt): return identity(hash, salt)
    }
  }

  private static func identity(_ hash: String, _ salt: String) -> JSON {
    [
      "type": "IdentityObject", "hashed": true, "identityType": "emailAddress",
      "identityHash": .string(hash), "salt": .string(salt),
    ]
  }

  /// The members that have a value.
  private static func object(_ members: [(String, JSON?)]) -> JSON {
    .object(JSONObject(present: members))
  }

  private static func array(_ elements: [JSON]) -> JSON? {
    elements.isEmpty ? nil : .array(elements)
  }
}
