/// One achievement given to one person: all that a credential states.
package struct Award: Sendable, Hashable {
  /// Of the credential, `urn:uuid:…`, drawn by the caller.
  package var id: String
  /// Of the holder, `urn:uuid:…`, drawn by the caller for this badge alone.
  package var subject: String
  /// What is recognised.
  package var achievement: Achievement
  /// Who recognises it.
  package var issuer: Issuer
  /// What is said of the holder.
  package var recipient: Recipient
  /// How it was earned.
  package var evidence: [Evidence]
  /// Seconds since 1970.
  package var validFrom: Int
  /// Seconds since 1970; nil for a badge that does not expire.
  package var validUntil: Int?
  /// Its places in status lists; with more than one, 1EdTech's schema no longer holds.
  package var status: [StatusEntry] = []
  /// Seconds since 1970, for a badge signed again: when it was first awarded (`awardedDate`).
  package var awarded: Int?

  /// Checks nothing: `check(signedBy:)` does before signing.
  package init(
    id: String, subject: String, achievement: Achievement, issuer: Issuer, recipient: Recipient,
    evidence: [Evidence], validFrom: Int, validUntil: Int?
  ) {
    self.id = id
    self.subject = subject
    self.achievement = achievement
    self.issuer = issuer
    self.recipient = recipient
    self.evidence = evidence
    self.validFrom = validFrom
    self.validUntil = validUntil
  }
}

/// A sentence on what was done; never a score nor an answer.
package struct Evidence: Sendable, Hashable {
  /// In Markdown.
  package var narrative: String

  /// One sentence.
  package init(narrative: String) { self.narrative = narrative }
}
