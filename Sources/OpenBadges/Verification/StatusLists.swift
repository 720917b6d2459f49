import JSON

/// The status lists that may be believed: given beforehand, and signed by the issuer of the badge.
struct StatusLists {
  var store: TrustStore
  /// Seconds since 1970.
  var now: Int

  /// The status policy of a credential.
  func outcome(_ credential: PresentedCredential) -> Outcome {
    StatusCheck.outcome(
      of: credential.status, issuer: credential.issuer, lists: lists(of: credential), now: now)
  }

  /// The lists that the badge names, once verified; the others are left unread.
  private func lists(of credential: PresentedCredential) -> [String: StatusListCredential] {
    guard let status = credential.status else { return [:] }
    var lists: [String: StatusListCredential] = [:]
    for entry in status.array ?? [status] {
      guard let address = entry["statusListCredential"]?.string, let bytes = store.lists[address],
        let list = try? verified(bytes), list.issuer.isSame(as: credential.issuer)
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
    try TokenProof.checkHeader(token.header)
    let list = try StatusListCredential(reading: .object(token.payload))
    guard case .key(let key) = try keys.key(of: token.header, by: list.issuer),
      token.header["alg"]?.string == key.algorithm.rawValue,
      key.accepts(token.signature, of: token.signed)
    else { return nil }
    return list
  }
}
