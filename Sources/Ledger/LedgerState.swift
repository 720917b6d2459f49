/// What a ledger says: the fold of its events, each of which must be able to follow the others.
package struct LedgerState: Sendable, Hashable {
  /// In the order in which they were issued; purged ones are not among them.
  package internal(set) var badges: [LedgerBadge] = []
  /// What purges left, in their order.
  package internal(set) var closed: [ClosedBadge] = []
  /// In the order in which they were added.
  package internal(set) var keys: [LedgerKey] = []
  /// The number of the last line, 0 without one.
  package internal(set) var lastNumber = 0
  /// Nil for a ledger without a line.
  package internal(set) var lastTime: Instant?

  /// How many lines were taken.
  var lines = 0
  /// The line, from 1, before which a number is missing, with no purge after it to explain it.
  var firstGap: Int?

  var placeByID: [String: Int] = [:]
  var placeBySource: [String: Int] = [:]
  var placeByDraw: [String: Int] = [:]
  /// Former signatures too: their files are still about.
  var placeByFingerprint: [String: Int] = [:]
  var placeByFragment: [String: Int] = [:]
  var usedForRevocation = UsedPlaces()
  var usedForSuspension = UsedPlaces()

  /// The state before any event.
  package init() {}
}

extension LedgerState {
  /// The badge of that `urn:uuid:…`.
  package func badge(id: String) -> LedgerBadge? { placeByID[id].map { badges[$0] } }

  /// The badge that a row or a request gave, by its hash.
  package func badge(source: String) -> LedgerBadge? { placeBySource[source].map { badges[$0] } }

  /// The badge that an exam gave, by the hash of its draw.
  package func badge(draw: String) -> LedgerBadge? { placeByDraw[draw].map { badges[$0] } }

  /// The badge of that `E-…`, were it the print of a former signature.
  package func badge(fingerprint: String) -> LedgerBadge? {
    placeByFingerprint[fingerprint].map { badges[$0] }
  }

  /// The key of that fragment.
  package func key(_ fragment: String) -> LedgerKey? { placeByFragment[fragment].map { keys[$0] } }

  /// The badges whose latest signature is by that key, in order of issue.
  package func signed(by fragment: String) -> [LedgerBadge] {
    badges.filter { $0.issued.keys.contains(fragment) }
  }

  /// The places that the lists of that purpose must have set, in order.
  package func marked(_ purpose: StatusPurpose) -> [StatusIndex] {
    let open = badges.filter { $0.status.isMarked(purpose) }.map { $0.issued.index(purpose) }
    let past = closed.filter { $0.standing.isMarked(purpose) }.map { $0.index(purpose) }
    return (open + past).sorted()
  }

  /// A place that no badge ever had.
  ///
  /// `random` gives a number from 0 below its argument; each of them as likely.
  package func freeIndex(
    _ purpose: StatusPurpose, random: (_ bound: Int) -> Int
  ) -> StatusIndex {
    used(purpose).free(random: random)
  }

  func used(_ purpose: StatusPurpose) -> UsedPlaces {
    purpose == .revocation ? usedForRevocation : usedForSuspension
  }
}

extension BadgeStatus {
  fileprivate func isMarked(_ purpose: StatusPurpose) -> Bool {
    switch self {
    case .valid: false
    case .revoked: purpose == .revocation
    case .suspended: purpose == .suspension
    }
  }
}

extension ClosedBadge.Standing {
  fileprivate func isMarked(_ purpose: StatusPurpose) -> Bool {
    switch self {
    case .valid: false
    case .revoked: purpose == .revocation
    case .suspended: purpose == .suspension
    }
  }
}
