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
    var lists: [StatusCheck.Name: StatusListCredential] = [:]
    var refusal: Omission?
    // Each once: a badge may name the same list ten thousand times.
    for name in Set(names(in: credential)) {
      // A list that was given and is not believed is not a list that is missing.
      guard let bytes = store.lists[name.list] else { continue }
      do {
        let list = try verified(bytes, for: name.purpose)
        if list?.issuer.isSame(as: credential.issuer) == true {
          lists[name] = list
        } else {
          refusal = .statusForeign
        }
      } catch { refusal = StatusLists.refusal(error) }
    }
    let outcome = StatusCheck.outcome(
      of: credential.status, issuer: credential.issuer, lists: lists, now: now)
    guard outcome == .notChecked(.statusMissing), let refusal else { return outcome }
    return .notChecked(refusal)
  }

  /// Why a list that was given is not believed.
  private static func refusal(_ error: any Error) -> Omission {
    switch error as? Flaw {
    case .signature, .keyOfAnother, .proofMissing, .headerEmbeddedKey, .claims: .statusForeign
    case .keyExpired, .proofExpired: .statusStale
    default: .statusUnreadable
    }
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

  /// The lists that the badge names.
  private func names(in credential: PresentedCredential) -> [StatusCheck.Name] {
    guard let status = credential.status else { return [] }
    return (status.array ?? [status]).compactMap { entry in
      guard let entry = try? StatusEntry(reading: entry) else { return nil }
      return StatusCheck.Name(list: entry.list, purpose: entry.purpose)
    }
  }

  /// Nil when the proof does not hold; throws `StatusRefusal` for a list that cannot be read.
  private func verified(
    _ bytes: [UInt8], for purpose: StatusList.Purpose
  ) throws -> StatusListCredential? {
    let keys = IssuerKeys(store: store, now: now)
    guard bytes.first == UInt8(ascii: "e") else {
      let document = try DocumentProof.parsed(bytes)
      guard try DocumentProof.check(document, by: keys).isHeld else { return nil }
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
