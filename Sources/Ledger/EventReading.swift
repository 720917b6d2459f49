import JSON

/// The longest texts, in bytes.
private let longestName = 400
private let longestSentence = 1000

extension LedgerEvent {
  /// Reads the event of that name; members that it does not have are ignored.
  init(name: String, _ fields: LedgerFields) throws(LedgerFault) {
    switch name {
    case "issued": self = .issued(try IssuedBadge(reading: try fields.fields("b")))
    case "delivered": self = .delivered(id: try fields.urn("id"))
    case "closed": self = .closed(try ClosedBadge(reading: fields))
    case "renewed": self = .renewed(old: try fields.urn("old"), new: try fields.urn("new"))
    case "reissued":
      self = .reissued(
        id: try fields.urn("id"), keys: try SigningKeys(reading: fields),
        validFrom: try fields.instant("from"), fingerprint: try fields.fingerprint("p"))
    case "purged":
      self = .purged(
        endedBefore: try fields.instant("before"),
        count: try fields.integer("count", in: 0...1_000_000_000),
        kept: try fields.integer("kept", in: 0...1_000_000_000))
    case "revoked", "suspended", "reinstated": self = try LedgerEvent.status(name, fields)
    case "keyAdded", "keyRetired", "keyCompromised": self = try LedgerEvent.key(name, fields)
    default: throw .unknownEvent
    }
  }

  private static func status(
    _ name: String, _ fields: LedgerFields
  ) throws(LedgerFault) -> LedgerEvent {
    let id = try fields.urn("id")
    let reason = try fields.sentence("why", atMost: longestSentence)
    return switch name {
    case "revoked": .revoked(id: id, reason: reason)
    case "suspended": .suspended(id: id, reason: reason)
    default: .reinstated(id: id, reason: reason)
    }
  }

  private static func key(
    _ name: String, _ fields: LedgerFields
  ) throws(LedgerFault) -> LedgerEvent {
    let fragment = try fields.identifier("f")
    switch name {
    case "keyAdded":
      guard let kind = KeyKind(rawValue: try fields.identifier("kind"))
      else { throw .malformed("kind") }
      return .keyAdded(fragment: fragment, kind: kind, print: try fields.hexadecimal("p"))
    case "keyRetired": return .keyRetired(fragment: fragment)
    default: return .keyCompromised(fragment: fragment, since: try fields.instant("since"))
    }
  }
}

extension IssuedBadge {
  fileprivate init(reading fields: LedgerFields) throws(LedgerFault) {
    let indexes = try fields.list("i", count: 2, StatusIndex.init(json:))
    let dates = try fields.list("d", count: 3, Instant.init(json:))
    self.init(
      id: try fields.urn("id"), subject: try fields.urn("s"),
      fingerprint: try fields.fingerprint("p"), achievement: try fields.identifier("a"),
      revocation: indexes[0], suspension: indexes[1], keys: try SigningKeys(reading: fields),
      awarded: dates[0], validFrom: dates[1], validUntil: dates[2],
      modality: try fields.sentence("how", atMost: longestName),
      evidence: try fields.sentence("ev", atMost: longestSentence),
      recipient: try PublishedRecipient(reading: fields.object["r"]),
      source: try fields.hexadecimal("src"),
      draw: fields.object["draw"] == nil ? nil : try fields.hexadecimal("draw"))
  }
}

extension PublishedRecipient {
  fileprivate init(reading json: JSON?) throws(LedgerFault) {
    guard let json else {
      self = .nothing
      return
    }
    // Anything else beside, an address for example, must not stay in the ledger.
    guard let object = json.object else { throw .malformed("r") }
    let fields = LedgerFields(object: object)
    switch object.keys {
    case ["name"]: self = .displayedName(try fields.sentence("name", atMost: longestName))
    case ["hash", "salt"]:
      self = .hashedEmail(hash: try fields.hash("hash"), salt: try fields.hexadecimal("salt"))
    default: throw .malformed("r")
    }
  }
}

extension SigningKeys {
  fileprivate init(reading fields: LedgerFields) throws(LedgerFault) {
    let count = min(max(fields.object["k"]?.array?.count ?? 1, 1), 3)
    let fragments = try fields.list("k", count: count, identifierText)
    self.init(
      ed25519: fragments[0], p256: count > 1 ? fragments[1] : nil,
      rsa: count > 2 ? fragments[2] : nil)
  }
}

extension ClosedBadge {
  fileprivate init(reading fields: LedgerFields) throws(LedgerFault) {
    self.init(
      revocation: try fields.index("ri"), suspension: try fields.index("si"),
      awarded: try fields.instant("on"), validFrom: try fields.instant("from"),
      validUntil: try fields.instant("until"), standing: try Standing(reading: fields))
  }
}

extension ClosedBadge.Standing {
  fileprivate init(reading fields: LedgerFields) throws(LedgerFault) {
    if fields.object["revoked"] != nil {
      self = .revoked(try fields.instant("revoked"))
    } else if fields.object["suspended"] != nil {
      self = .suspended(try fields.instant("suspended"))
    } else {
      self = .valid
    }
  }
}
