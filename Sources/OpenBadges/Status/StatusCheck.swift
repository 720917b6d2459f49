package import JSON

/// The status policy: whether a badge was revoked or suspended, by lists given beforehand.
package enum StatusCheck {
  /// A list, read for one of the purposes that it may serve (Bitstring Status List v1.0 §2.2).
  package struct Name: Sendable, Hashable {
    /// The address that it was given under.
    package var list: String
    /// What the badge asks of it.
    package var purpose: StatusList.Purpose

    /// The place of a list among those that were verified.
    package init(list: String, purpose: StatusList.Purpose) {
      self.list = list
      self.purpose = purpose
    }
  }

  /// What the member `credentialStatus` of a badge comes to; nil stands for a badge without one.
  ///
  /// `lists` have been verified, and stand under the address each came from and what it is read for. A bit that is set is
  /// told even when another list is missing; nothing missing is ever taken for good.
  package static func outcome(
    of status: JSON?, issuer: String, lists: [Name: StatusListCredential], now: Int
  ) -> Outcome {
    guard let status else { return .notChecked(.noStatusInBadge) }
    let entries = status.array ?? [status]
    // A signature over RDF does not hold the shape of the JSON: a holder could write an entry in another
    // way, or in two, so that no bit is read. Whatever is not in the one shape that issuers write is a
    // failure, and not a list that is missing.
    guard !entries.isEmpty else { return .failed(.statusForm) }
    let outcomes = entries.map { self.outcome(of: $0, issuer: issuer, lists: lists, now: now) }
    let failures: [Outcome] = [.failed(.revoked), .failed(.suspended), .failed(.statusForm)]
    return failures.first(where: outcomes.contains) ?? outcomes.first { $0 != .held } ?? .held
  }

  /// A list of another standard, or of a purpose that says nothing of withdrawal.
  private static func isOfAnotherKind(_ entry: JSON) -> Bool {
    guard let type = entry["type"]?.string else { return false }
    guard type == "BitstringStatusListEntry" else { return true }
    return entry["statusPurpose"]?.string.map { StatusList.Purpose(rawValue: $0) == nil } ?? false
  }

  private static func outcome(
    of entry: JSON, issuer: String, lists: [Name: StatusListCredential], now: Int
  ) -> Outcome {
    if isOfAnotherKind(entry) { return .notChecked(.statusUnreadable) }
    guard let entry = try? StatusEntry(reading: entry) else { return .failed(.statusForm) }
    guard let found = lists[Name(list: entry.list, purpose: entry.purpose)] else {
      return .notChecked(.statusMissing)
    }
    guard found.id.isSame(as: entry.list), found.issuer.isSame(as: issuer),
      found.list.purpose == entry.purpose, let isSet = try? found.list.holds(entry.index)
    else { return .notChecked(.statusUnreadable) }
    if isSet { return .failed(entry.purpose == .revocation ? .revoked : .suspended) }
    guard now >= found.validFrom ?? .min, now <= found.validUntil ?? .max
    else { return .notChecked(.statusStale) }
    return .held
  }
}
