import JSON

/// The status policy for an assertion: whether its issuer's RevocationList names it.
enum OlderStatus {
  /// Nothing missing or unreadable is ever taken for good.
  static func outcome(
    of assertion: PresentedAssertion, by issuer: PublishedDocuments.Issuer,
    in documents: PublishedDocuments
  ) -> Outcome {
    if assertion.isRevoked { return .failed(.revoked) }
    guard let address = issuer.revocations else { return .notChecked(.noStatusInBadge) }
    do throws(Flaw) {
      guard let list = try documents.document(["RevocationList"], at: address)
      else { return .notChecked(.statusMissing) }
      return try names(assertion, in: list, of: issuer) ? .failed(.revoked) : .held
    } catch { return .notChecked(.statusUnreadable) }
  }

  private static func names(
    _ assertion: PresentedAssertion, in list: JSONObject, of issuer: PublishedDocuments.Issuer
  ) throws(Flaw) -> Bool {
    guard list["issuer"] == nil || list["issuer"]?.string?.isSame(as: issuer.id) ?? false,
      let revoked = list["revokedAssertions"]
    else { throw .hostedForm }
    for entry in revoked.array ?? [revoked] {
      // An entry that cannot be read might be this badge's.
      guard let id = entry.string ?? entry["id"]?.string ?? entry["uid"]?.string
      else { throw .hostedForm }
      if id.isSame(as: assertion.id) || assertion.uid?.isSame(as: id) ?? false { return true }
    }
    return false
  }
}
