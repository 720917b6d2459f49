/// What leaves the learner's files towards HR: six facts, never an answer or a score.
package struct CompletionRecord: Sendable, Hashable {
  /// The identifier HR knows, as the agent gave and confirmed it.
  package var identifier: String
  package var course: String
  package var version: String
  package var day: Day
  package var how: Modality
  /// `E-` and 16 hex digits: the first 8 bytes of the SHA-256 of the canonical record without it.
  package var fingerprint: String

  package init(
    identifier: String, course: String, version: String, day: Day, how: Modality,
    fingerprint: String
  ) {
    self.identifier = identifier
    self.course = course
    self.version = version
    self.day = day
    self.how = how
    self.fingerprint = fingerprint
  }

  /// The six keys of the file, in order: `rgpd.md` §5 allows no other, ever.
  package static let keys = [
    "identifiant", "parcours", "version", "date", "modalite", "empreinte",
  ]
}
