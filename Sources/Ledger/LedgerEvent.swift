/// What an issuer may do; the ledger holds these and nothing else.
package enum LedgerEvent: Sendable, Hashable {
  /// `print` is the hash of the issuer's identifier and the public key: no other key may take its place.
  case keyAdded(fragment: String, kind: KeyKind, print: String)
  case keyRetired(fragment: String)
  /// `since` is the first instant at which someone else may have held the key.
  case keyCompromised(fragment: String, since: Instant)
  /// Written before the badge's files, so that a stop in between can be taken up again.
  case issued(IssuedBadge)
  /// The badge's files are where they should be.
  case delivered(id: String)
  /// Final.
  case revoked(id: String, reason: String)
  case suspended(id: String, reason: String)
  case reinstated(id: String, reason: String)
  /// The same badge under a new signature, from a later `validFrom`; its end stays.
  case reissued(id: String, keys: SigningKeys, validFrom: Instant, fingerprint: String)
  /// The badge `new` takes over from `old`.
  case renewed(old: String, new: String)
  /// What a purge wrote in the place of an `issued`.
  case closed(ClosedBadge)
  /// A purge closed `count` badges that ended before an instant, and left `kept` lines before this one.
  case purged(endedBefore: Instant, count: Int, kept: Int)
}
