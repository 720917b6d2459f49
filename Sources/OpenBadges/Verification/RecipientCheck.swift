/// The recipient policy: whether a badge is the one of an address.
///
/// Open Badges 3.0, "Verification", the optional step on the recipient.
enum RecipientCheck {
  /// Throws unless one identity of the badge is the address, hashed with SHA-256 or in clear.
  static func check(_ email: String, in credential: PresentedCredential) throws(Flaw) {
    var emails = credential.identities.filter { $0.kind == "emailAddress" }
    // Some issuers name the holder by the address itself.
    if let subject = credential.subject, subject.utf8.starts(with: "mailto:".utf8) {
      emails.append(
        .init(
          kind: "emailAddress", isHashed: false, value: String(subject.dropFirst(7)), salt: ""))
    }
    try check(email, among: emails)
  }

  /// The same, among identities that are all addresses.
  static func check(
    _ email: String, among emails: [PresentedCredential.Identity]
  ) throws(Flaw) {
    guard !emails.isEmpty else { throw .recipientUnnamed }
    // Other issuers may hash the address as it was typed.
    let spellings = [IdentityHash.normalised(email), email]
    guard emails.contains(where: { identity in spellings.contains { matches($0, identity) } })
    else { throw emails.allSatisfy(isReadable) ? .recipientOther : .recipientUnreadable }
  }

  /// Open Badges 2.0 allows `md5$`, and makers write hashes without their name: nothing is said then
  /// of whose badge it is.
  private static func isReadable(_ identity: PresentedCredential.Identity) -> Bool {
    !identity.isHashed || IdentityHash.isWritten(asciiLowercased(identity.value))
  }

  private static func matches(_ email: String, _ identity: PresentedCredential.Identity) -> Bool {
    guard identity.isHashed else {
      // Longer than any address (RFC 5321 §4.5.3.1): composing it would cost, and tell nothing.
      guard identity.value.utf8.count <= 320 else { return false }
      return email.isSame(as: IdentityHash.normalised(identity.value))
    }
    return IdentityHash.sha256(email, salt: identity.salt)
      .isSame(as: asciiLowercased(identity.value))
  }

  /// The standard allows both cases for hexadecimal digits.
  private static func asciiLowercased(_ text: String) -> String {
    String(decoding: text.utf8.map { (65...90).contains($0) ? $0 + 32 : $0 }, as: UTF8.self)
  }
}
