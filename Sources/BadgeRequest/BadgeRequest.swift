package import Course

/// What an agent hands to an issuer to be given a badge: the facts of an exam, to be graded again.
///
/// No score and no verdict: the issuer finds them by itself. It travels sealed (`RequestSeal`).
package struct BadgeRequest: Sendable, Hashable {
  /// `urn:uuid:` and a UUID in lower case (RFC 9562 §4), drawn by the caller.
  package var id: String
  /// The course's identifier, as its fiche writes it.
  package var course: String
  /// The course's version, as its fiche writes it.
  package var version: String
  /// Hex SHA-256 of the content that was followed: `Course.contentDigest`.
  package var digest: String
  /// The folder of the badge asked for, below `Badges`: never a path.
  package var badge: String
  /// When the exam was passed on the agent's machine.
  package var completed: Timestamp
  /// How it was passed.
  package var how: Modality
  /// What the badge will say of its holder.
  package var recipient: RecipientChoice
  /// The numeric account (uid) of who asks, when the demande goes through a depot.
  package var account: Int?
  /// The questions drawn, in the order shown, and the answers in source order.
  package var attempt: Progress.Attempt

  /// Checks nothing: `written()` does.
  package init(
    id: String, course: String, version: String, digest: String, badge: String,
    completed: Timestamp, how: Modality, recipient: RecipientChoice, account: Int? = nil,
    attempt: Progress.Attempt
  ) {
    self.id = id
    self.course = course
    self.version = version
    self.digest = digest
    self.badge = badge
    self.completed = completed
    self.how = how
    self.recipient = recipient
    self.account = account
    self.attempt = attempt
  }
}

/// What the agent chose to let the badge say of them.
package enum RecipientChoice: Sendable, Hashable {
  /// Nothing at all.
  case nothing
  /// A name that anyone may read in the badge.
  case displayedName(String)
  /// An e-mail address, in clear here, which the issuer writes hashed.
  case email(String)
}
