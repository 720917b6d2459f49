import Ledger

/// What one badge is made from, whatever asked for it.
struct BadgeOrder {
  /// The key of the statement.
  var statement: String
  var recipient: PublishedRecipient
  /// When it was earned, and from when it holds.
  var awarded: Instant
  /// How it was earned, as the badge says it.
  var modality: String
  /// The sentence of evidence.
  var evidence: String
  /// Hexadecimal: the same gives no second badge.
  var source: String
  /// Hexadecimal, for a demande.
  var draw: String?
}
