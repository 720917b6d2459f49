/// What the badge says of its holder, as the holder chose.
///
/// The subject itself is always a random `urn:uuid`, whatever is chosen here.
public enum Recipient: Sendable, Hashable {
  /// Nothing at all.
  case anonymous
  /// A name anyone can read.
  case displayedName(String)
  /// An address in clear here, hashed in the badge, with at least 16 random bytes of salt.
  case hashedEmail(String, salt: [UInt8])
  /// The hash of an address that is no longer known, with its salt, as an earlier badge bore them.
  case identityHash(String, salt: String)
}
