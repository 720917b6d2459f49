import JSON

/// The status lists that may be believed: given beforehand, and signed by the issuer of the badge.
struct StatusLists {
  var store: TrustStore
  /// Seconds since 1970.
  var now: Int

  /// The status policy of a credential.
  func outcome(_ credential: PresentedCredential) -> Outcome {
    let lists = lists(of: credential)
    let outcome = StatusCheck.outcome(
      of: credential.status, issuer: credential.issuer, lists: lists, now: now)
    // A list that was given and is not believed is not a list that is missing.
    let refused = addresses(in: credential).contains { lists[$0] == nil && store.lists[$0] != nil }
    return outcome == .notChecked(.statusMissing) && refused
      ? .notChecked(.statusForeign) : outcome
  }

  private func addresses(in credential: PresentedCredential) -> [String] {
    guard let status = credential.status else { return [] }
    return (status.array ?? [status]).compactMap { $0["statusListCredential"]?.string }
  }

  /// The lists that the badge names, once verified; the others are left unread.
  private func lists(of credential: PresentedCredential) -> [String: StatusListCredential] {
    var lists: [String: StatusListCredential] = [:]
    for address in Set(addresses(in: credential)) {
      guard let bytes = store.lists[address], let list = try? verified(bytes),
        list.issuer.isSame(as: credential.issuer)
      else { continue }
      lists[address] = list
    }
    return lists
  }

  private func verified(_ bytes: [UInt8]) throws -> StatusListCredential? {
    let keys = IssuerKeys(store: store)
    guard bytes.first == UInt8(ascii: "e") else {
      let document = try DocumentProof.parsed(bytes)
      guard try DocumentProof.check(document, now: now, by: keys).isHeld else { return nil }
      return try StatusListCredential(reading: .object(document))
    }
    let token = try PresentedToken(bytes)
    var list = try StatusListCredential(reading: .object(token.payload))
    guard try TokenProof.checkSignature(token, of: list.issuer, by: keys).isHeld
    else { return nil }
    // The claim may be the only place where a token says its end.
    if let claim = token.payload["exp"] {
      guard let end = claim.integer else { return nil }
      list.validUntil = min(end, list.validUntil ?? end)
    }
    return list
  }
}
