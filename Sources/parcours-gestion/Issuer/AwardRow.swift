package import Course

/// What the badge will show of its holder.
package enum AwardRecipient: Sendable, Hashable {
  case anonymous
  case displayedName(String)
  /// In lower case and composed, as it will be hashed.
  case email(String)

  /// What tells it from others: a word, then the text.
  var identity: [String] {
    switch self {
    case .anonymous: ["anonyme", ""]
    case .displayedName(let name): ["nom", name]
    case .email(let address): ["courriel", address]
    }
  }
}

/// One badge that HR asks for.
package struct AwardRow: Sendable, Hashable {
  /// The physical line, from 1.
  package var line: Int
  /// What the badge shows of its holder.
  package var recipient: AwardRecipient
  /// When the course was completed.
  package var day: Day
  /// How the course was followed.
  package var how: Modality
  /// Of the course; empty when the list does not say it.
  package var version: String
  /// HR's own, never published; empty when the list does not say it.
  package var reference: String
  /// Hexadecimal hash of all that tells this row from others: the same gives no second badge.
  package var source: String
}

extension AwardRow {
  /// The source of a row for the badge of that name.
  ///
  /// One person has one badge for one day, whatever the version of the course and HR's reference: a list
  /// that is kept and grown gives nothing twice. Only a reference tells apart people without an
  /// address. No text of a row holds U+001F, so that no two rows give the same bytes.
  static func source(
    badge: String, _ recipient: AwardRecipient, _ day: Day, reference: String
  ) -> String {
    let own = if case .email = recipient { "" } else { reference }
    let parts = [badge] + recipient.identity + [day.description, own]
    return sha256(Array(parts.joined(separator: "\u{1F}").utf8)).hexadecimal
  }
}
