/// One achievement given to one person: all that a credential states.
public struct Award: Sendable, Hashable {
  /// Of the credential, `urn:uuid:…`, drawn by the caller.
  public var id: String
  /// Of the holder, `urn:uuid:…`, drawn by the caller for this badge alone.
  public var subject: String
  /// What is recognised.
  public var achievement: Achievement
  /// Who recognises it.
  public var issuer: Issuer
  /// What is said of the holder.
  public var recipient: Recipient
  /// How it was earned.
  public var evidence: [Evidence]
  /// Seconds since 1970.
  public var validFrom: Int
  /// Seconds since 1970; nil for a badge that does not expire.
  public var validUntil: Int?
  /// Its places in status lists; with more than one, 1EdTech's schema no longer holds.
  public var status: [StatusEntry]
  /// Seconds since 1970, for a badge signed again: when it was first awarded (`awardedDate`).
  public var awarded: Int?

  /// Checks nothing: `Issuing` does before signing.
  public init(
    id: String, subject: String, achievement: Achievement, issuer: Issuer, recipient: Recipient,
    evidence: [Evidence] = [], validFrom: Int, validUntil: Int? = nil, status: [StatusEntry] = [],
    awarded: Int? = nil
  ) {
    self.id = id
    self.subject = subject
    self.achievement = achievement
    self.issuer = issuer
    self.recipient = recipient
    self.evidence = evidence
    self.validFrom = validFrom
    self.validUntil = validUntil
    self.status = status
    self.awarded = awarded
  }
}

/// A sentence on what was done; never a score nor an answer.
public struct Evidence: Sendable, Hashable {
  /// In Markdown.
  public var narrative: String

  /// One sentence.
  public init(narrative: String) { self.narrative = narrative }
}
