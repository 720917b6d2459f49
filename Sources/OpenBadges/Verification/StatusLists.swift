import JSON

/// The status lists that may be believed: given beforehand, and signed by the issuer of the badge.
struct StatusLists {
  var store: TrustStore
  /// Seconds since 1970.
  var now: Int

  /// The status policy of a credential.
  func outcome(_ credential: PresentedCredential) -> Outcome {
    let older = older(credential)
    let announced = credential.status.map { $0.array ?? [$0] } ?? []
    if let older, announced.allSatisfy(StatusLists.isOlder) || older == .failed(.revoked) {
      return older
    }
    var lists: [String: StatusListCredential] = [:]
    var refusal: Omission?
    for (address, purpose) in entries(of: credential) {
      // A list that was given and is not believed is not a list that is missing.
      guard lists[address] == nil, let bytes = store.lists[address] else { continue }
      do {
        let list = try verified(bytes, for: purpose)
        if list?.issuer.isSame(as: credential.issuer) == true {
          lists[address] = list
        } else {
          refusal = .statusForeign
        }
      } catch is StatusRefusal { refusal = .statusUnreadable } catch { refusal = .statusForeign }
    }
    let outcome = StatusCheck.outcome(
      of: credential.status, issuer: credential.issuer, lists: lists, now: now)
    guard outcome == .notChecked(.statusMissing), let refusal else { return outcome }
    return .notChecked(refusal)
  }

  /// What the older lists say; nil when the badge announces none.
  private func older(_ credential: PresentedCredential) -> Outcome? {
    let entries = credential.status.map { $0.array ?? [$0] } ?? []
    let outcomes = entries.filter(StatusLists.isOlder).map { entry -> Outcome in
      guard let list = entry["id"]?.string.flatMap({ store.revocations[$0] })
      else { return .notChecked(.statusOfOlderKind) }
      return list.holds(credential.id) ? .failed(.revoked) : .held
    }
    return outcomes.first { $0 == .failed(.revoked) } ?? outcomes.first { $0 != .held }
      ?? outcomes.first
  }

  private static func isOlder(_ entry: JSON) -> Bool {
    entry["type"]?.string == RevokedCredentials.kind
  }

  /// The lists that the badge names, each with its first purpose.
  private func entries(
    of credential: PresentedCredential
  ) -> [(address: String, purpose: StatusList.Purpose?)] {
    guard let status = credential.status else { return [] }
    return (status.array ?? [status]).compactMap { entry in
      entry["statusListCredential"]?.string.map {
        ($0, entry["statusPurpose"]?.string.flatMap(StatusList.Purpose.init(rawValue:)))
      }
    }
  }

  /// Nil when the proof does not hold; throws `StatusRefusal` for a list that is signed and unreadable.
  private func verified(
    _ bytes: [UInt8], for purpose: StatusList.Purpose?
  ) throws -> StatusListCredential? {
    let keys = IssuerKeys(store: store, now: now)
    guard bytes.first == UInt8(ascii: "e") else {
      let document = try DocumentProof.parsed(bytes)
      guard try DocumentProof.check(document, now: now, by: keys).isHeld else { return nil }
      return try StatusListCredential(reading: .object(document), for: purpose)
    }
    let token = try PresentedToken(bytes)
    var list = try StatusListCredential(reading: .object(token.payload), for: purpose)
    guard
      try TokenProof.checkSignature(token, of: list.issuer, by: keys, types: ["JWT", "vc+jwt"])
        .isHeld
    else { return nil }
    // The claim may be the only place where a token says its end.
    if let claim = token.payload["exp"] {
      guard let end = claim.integer else { return nil }
      list.validUntil = min(end, list.validUntil ?? end)
    }
    return list
  }
}
