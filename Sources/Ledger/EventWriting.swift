import JSON

extension LedgerEvent {
  /// The name in the file.
  var name: String {
    switch self {
    case .keyAdded: "keyAdded"
    case .keyRetired: "keyRetired"
    case .keyCompromised: "keyCompromised"
    case .issued: "issued"
    case .delivered: "delivered"
    case .revoked: "revoked"
    case .suspended: "suspended"
    case .reinstated: "reinstated"
    case .reissued: "reissued"
    case .renewed: "renewed"
    case .closed: "closed"
    case .purged: "purged"
    }
  }

  /// The members of the line between `e` and `c`, in order.
  var members: [(String, JSON)] {
    switch self {
    case .keyAdded(let fragment, let kind, let print):
      [("f", .string(fragment)), ("kind", .string(kind.rawValue)), ("p", .string(print))]
    case .keyRetired(let fragment): [("f", .string(fragment))]
    case .keyCompromised(let fragment, let since):
      [("f", .string(fragment)), ("since", value(since))]
    case .issued(let badge): [("b", badge.json)]
    case .delivered(let id): [("id", .string(id))]
    case .revoked(let id, let reason), .suspended(let id, let reason),
      .reinstated(let id, let reason):
      [("id", .string(id)), ("why", .string(reason))]
    case .reissued(let id, let keys, let validFrom, let fingerprint):
      [
        ("id", .string(id)), ("k", keys.json), ("from", value(validFrom)),
        ("p", .string(fingerprint)),
      ]
    case .renewed(let old, let new): [("old", .string(old)), ("new", .string(new))]
    case .closed(let badge): badge.members
    case .purged(let date, let count, let kept):
      [("before", value(date)), ("count", .integer(count)), ("kept", .integer(kept))]
    }
  }
}

extension IssuedBadge {
  /// At most twelve members: beyond, each line would need an index to be read.
  fileprivate var json: JSON {
    let fixed: [(String, JSON)] = [
      ("id", .string(id)), ("s", .string(subject)), ("p", .string(fingerprint)),
      ("a", .string(achievement)), ("i", [value(revocation), value(suspension)]),
      ("k", keys.json), ("d", .array([awarded, validFrom, validUntil].map(value))),
      ("how", .string(modality)), ("ev", .string(evidence)),
    ]
    let optional = [
      ("r", recipient.json), ("src", .string(source)), ("draw", draw.map(JSON.string)),
    ]
    return .object(
      JSONObject(fixed + optional.compactMap { key, value in value.map { (key, $0) } }))
  }
}

extension PublishedRecipient {
  fileprivate var json: JSON? {
    switch self {
    case .nothing: nil
    case .displayedName(let name): ["name": .string(name)]
    case .hashedEmail(let hash, let salt): ["hash": .string(hash), "salt": .string(salt)]
    }
  }
}

extension ClosedBadge {
  fileprivate var members: [(String, JSON)] {
    let fixed = [
      ("ri", value(revocation)), ("si", value(suspension)), ("on", value(awarded)),
      ("from", value(validFrom)), ("until", value(validUntil)),
    ]
    switch standing {
    case .valid: return fixed
    case .revoked(let date): return fixed + [("revoked", value(date))]
    case .suspended(let date): return fixed + [("suspended", value(date))]
    }
  }
}

extension SigningKeys {
  fileprivate var json: JSON { .array(kinds.map { .string($0.fragment) }) }
}

private func value(_ instant: Instant) -> JSON { .string(instant.description) }

private func value(_ index: StatusIndex) -> JSON {
  [.integer(index.list), .integer(index.place)]
}
