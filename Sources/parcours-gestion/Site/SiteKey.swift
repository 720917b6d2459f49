package import JSON

/// A public key by which the verification page checks badges.
package struct SiteKey: Sendable, Hashable {
  /// What may still be believed of it.
  package enum State: Sendable, Hashable {
    /// Signs today.
    case active
    /// Signs no more; what it signed holds.
    case retired
    /// In other hands since that instant, in seconds since 1970.
    ///
    /// A badge dated from then on is refused; an earlier one is no longer confirmed, for whoever
    /// holds the key writes the date.
    case compromised(since: Int)
  }

  /// A public JWK: P-256, RSA of 2048 bits or more, or Ed25519.
  ///
  /// Its `kid` is what tokens and proofs name: the issuer's DID, `#` and a fragment.
  package var jwk: JSON
  /// What may still be believed of it.
  package var state: State

  /// Checks nothing: `SiteContent.files` does.
  package init(jwk: JSON, state: State) {
    self.jwk = jwk
    self.state = state
  }

  var kid: String { jwk["kid"]?.string ?? "" }

  func check(of did: String) throws(SiteFault) {
    guard kid.utf8.starts(with: "\(did)#".utf8), SiteAddress.isDID(kid) else { throw .key(kid) }
    // RFC 7518 §6: the members that only a private key has.
    guard ["d", "p", "q", "dp", "dq", "qi", "oth", "k"].allSatisfy({ jwk[$0] == nil })
    else { throw .privateKey(kid) }
    guard publicMembers != nil else { throw .key(kid) }
    if case .compromised(let since) = state, since < 0 { throw .key(kid) }
  }

  /// The members that a browser needs, and no other; nil for a key of another kind.
  var publicMembers: JSON? {
    switch (jwk["kty"]?.string, jwk["crv"]?.string) {
    case ("EC", "P-256"): members(["kty", "crv", "x", "y"], letters: 43...43)
    case ("OKP", "Ed25519"): members(["kty", "crv", "x"], letters: 43...43)
    // 2048 bits are 342 letters; 16384 bits are more than any signer bears.
    case ("RSA", nil): members(["kty", "n", "e"], letters: 342...2731)
    default: nil
    }
  }

  private func members(_ names: [String], letters: ClosedRange<Int>) -> JSON? {
    var members = JSONObject()
    for name in names {
      guard let text = jwk[name]?.string, text.utf8.allSatisfy(SiteAddress.isBase64URL)
      else { return nil }
      let isNumber = ["x", "y", "n"].contains(name)
      guard !isNumber || letters.contains(text.utf8.count) else { return nil }
      members[name] = .string(text)
    }
    return .object(members)
  }
}

/// A status list as the verification page needs it.
package struct SiteStatusList: Sendable, Hashable {
  /// What badges name: `https`.
  package var url: String
  /// `revocation` or `suspension`.
  package var purpose: String
  /// `u` and base64url of the gzip of the bits (Bitstring Status List v1.0 §2.2).
  package var encodedList: String
  /// Seconds since 1970, after which the copy in the page is no longer believed; nil for no end.
  package var validUntil: Int?

  /// Checks nothing: `SiteContent.files` does.
  package init(url: String, purpose: String, encodedList: String, validUntil: Int? = nil) {
    self.url = url
    self.purpose = purpose
    self.encodedList = encodedList
    self.validUntil = validUntil
  }

  func check() throws(SiteFault) {
    guard SiteAddress.isHTTPS(url), ["revocation", "suspension"].contains(purpose),
      encodedList.utf8.first == UInt8(ascii: "u"), encodedList.utf8.count > 1,
      encodedList.utf8.allSatisfy(SiteAddress.isBase64URL)
    else { throw .list(url) }
  }
}
