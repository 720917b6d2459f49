public import JSON

extension OlderBadge {
  /// A badge that its issuer withdrew.
  public struct Revocation: Sendable, Hashable {
    /// Of the badge, `urn:uuid:…`.
    public var id: String
    /// One sentence that anyone may read, or nothing.
    public var reason: String?

    /// Checks nothing: `revocationList` does.
    public init(id: String, reason: String? = nil) {
      self.id = id
      self.reason = reason
    }
  }

  /// Of no badge: random UUIDs (RFC 9562 §5.4) are never so round.
  ///
  /// The Nil UUID would be refused by the validator core, which reads versions 1 to 5 only.
  private static let nobody = [
    "urn:uuid:00000000-0000-4000-8000-000000000000",
    "urn:uuid:00000000-0000-4000-8000-000000000001",
  ]

  /// The RevocationList, to be published; it is not signed, its address vouches for it.
  ///
  /// It never has fewer than two entries: the validator core of 1EdTech overlooks a single one.
  public static func revocationList(
    _ revoked: [Revocation], at addresses: OlderAddresses
  ) throws(OlderRefusal) -> JSON {
    try addresses.check()
    guard let address = addresses.revocations else { throw .address }
    var entries: [JSON] = []
    for revocation in revoked { entries.append(try entry(revocation)) }
    entries += nobody.prefix(max(0, 2 - entries.count)).map { ["id": .string($0)] }
    return document(
      "RevocationList", address,
      [("issuer", .string(addresses.issuer)), ("revokedAssertions", .array(entries))])
  }

  private static func entry(_ revocation: Revocation) throws(OlderRefusal) -> JSON {
    guard Address.isUUID(revocation.id), PlainText.isSignable(revocation.reason ?? "")
    else { throw .revocation }
    return object([
      ("id", .string(revocation.id)), ("revocationReason", revocation.reason.map(JSON.string)),
    ])
  }
}
