/// A badge and all that became of it.
package struct LedgerBadge: Sendable, Hashable {
  /// As it was issued, with its latest signature.
  package internal(set) var issued: IssuedBadge
  /// Every change of status, in order.
  package internal(set) var changes: [StatusChange] = []
  /// False until the files of the latest signature are where they should be.
  package internal(set) var isDelivered = false
  /// The badge that this one takes over from.
  package internal(set) var renews: String?
  /// The badge that takes over from this one.
  package internal(set) var renewedBy: String?

  /// What the status lists say of it now.
  package var status: BadgeStatus {
    guard let last = changes.last else { return .valid }
    return switch last.kind {
    case .revoked: .revoked(last)
    case .suspended: .suspended(last)
    case .reinstated: .valid
    }
  }

  /// What a purge leaves of it.
  var closed: ClosedBadge {
    let standing: ClosedBadge.Standing =
      switch status {
      case .valid: .valid
      case .revoked(let change): .revoked(change.time)
      case .suspended(let change): .suspended(change.time)
      }
    return ClosedBadge(
      revocation: issued.revocation, suspension: issued.suspension, awarded: issued.awarded,
      validFrom: issued.validFrom, validUntil: issued.validUntil, standing: standing)
  }
}

/// A decision on a badge, with its date and its reason.
package struct StatusChange: Sendable, Hashable {
  /// What was decided.
  package enum Kind: Sendable, Hashable {
    case revoked, suspended, reinstated
  }

  /// What was decided.
  package var kind: Kind
  /// When it happened.
  package var time: Instant
  /// One line, never published.
  package var reason: String

  /// Made of these values, none of which is checked.
  package init(kind: Kind, time: Instant, reason: String) {
    self.kind = kind
    self.time = time
    self.reason = reason
  }
}

/// What became of a badge, its dates left aside.
package enum BadgeStatus: Sendable, Hashable {
  case valid
  /// Final.
  case revoked(StatusChange)
  case suspended(StatusChange)
}
