/// A badge as it was issued: what the issuer must remember of it, and nothing more.
package struct IssuedBadge: Sendable, Hashable {
  /// `urn:uuid:…`, lower case, of the credential.
  package var id: String
  /// `urn:uuid:…`, lower case, of its holder for this badge alone.
  package var subject: String
  /// `E-` and sixteen hexadecimal digits: the print of the credential without its proof.
  package var fingerprint: String
  /// What is recognised: the key of the course's version, without spaces.
  package var achievement: String
  /// Its place in the revocation lists.
  package var revocation: StatusIndex
  /// Its place in the suspension lists.
  package var suspension: StatusIndex
  /// The keys of its latest signature.
  package var keys: SigningKeys
  /// When it was earned; a new signature does not change it.
  package var awarded: Instant
  /// The first instant at which the badge holds.
  package var validFrom: Instant
  /// The instant at which the badge ends.
  package var validUntil: Instant
  /// How it was earned, as the badge says it.
  package var modality: String
  /// The sentence of evidence, as the badge says it.
  package var evidence: String
  /// What the badge shows of its holder.
  package var recipient: PublishedRecipient
  /// Hexadecimal hash of the row or the request it comes from: the same is never served twice.
  package var source: String
  /// Hexadecimal hash of the exam's draw, for a request.
  package var draw: String?

  /// Checks nothing: a ledger refuses what is not plausible.
  package init(
    id: String, subject: String, fingerprint: String, achievement: String,
    revocation: StatusIndex, suspension: StatusIndex, keys: SigningKeys, awarded: Instant,
    validFrom: Instant, validUntil: Instant, modality: String, evidence: String,
    recipient: PublishedRecipient, source: String, draw: String? = nil
  ) {
    self.id = id
    self.subject = subject
    self.fingerprint = fingerprint
    self.achievement = achievement
    self.revocation = revocation
    self.suspension = suspension
    self.keys = keys
    self.awarded = awarded
    self.validFrom = validFrom
    self.validUntil = validUntil
    self.modality = modality
    self.evidence = evidence
    self.recipient = recipient
    self.source = source
    self.draw = draw
  }

  /// Its place in the lists of that purpose.
  package func index(_ purpose: StatusPurpose) -> StatusIndex {
    purpose == .revocation ? revocation : suspension
  }
}

/// What the badge shows of its holder: never an address in clear.
package enum PublishedRecipient: Sendable, Hashable {
  case nothing
  case displayedName(String)
  /// `sha256$` and 64 hexadecimal digits, with the salt in hexadecimal.
  case hashedEmail(hash: String, salt: String)
}

/// What a purge leaves of a badge that ended long ago, so that the status lists stay right.
package struct ClosedBadge: Sendable, Hashable {
  /// Its place in the revocation lists.
  package var revocation: StatusIndex
  /// Its place in the suspension lists.
  package var suspension: StatusIndex
  /// When it was earned.
  package var awarded: Instant
  /// The first instant at which the badge holds.
  package var validFrom: Instant
  /// The instant at which the badge ends.
  package var validUntil: Instant
  /// What the status lists say of it.
  package var standing: Standing

  /// Checks nothing: a ledger refuses what is not plausible.
  package init(
    revocation: StatusIndex, suspension: StatusIndex, awarded: Instant, validFrom: Instant,
    validUntil: Instant, standing: Standing
  ) {
    self.revocation = revocation
    self.suspension = suspension
    self.awarded = awarded
    self.validFrom = validFrom
    self.validUntil = validUntil
    self.standing = standing
  }

  /// What a status list says of a badge, without the reason.
  package enum Standing: Sendable, Hashable {
    case valid
    case revoked(Instant)
    case suspended(Instant)
  }

  /// Its place in the lists of that purpose.
  package func index(_ purpose: StatusPurpose) -> StatusIndex {
    purpose == .revocation ? revocation : suspension
  }
}
