/// What a key of the issuer is made for.
package enum KeyKind: String, Sendable, Hashable, CaseIterable {
  /// Signs the JSON, SVG and PNG badges.
  case ed25519
  /// Signs the JWT badges.
  case p256
  /// Signs the Open Badges 2.0.
  case rsa
  /// Opens the agents' requests; signs nothing.
  case x25519
}

/// The keys that signed the files of one badge, by their fragment in the issuer's `did.json`.
package struct SigningKeys: Sendable, Hashable {
  /// Of the JSON, SVG and PNG badges.
  package var ed25519: String
  /// Nil when no JWT badge was made, for an issuer without an address; then no Open Badges 2.0 either.
  package var p256: String?
  /// Nil when no Open Badges 2.0 was made.
  package var rsa: String?

  /// Made of these values, none of which is checked.
  package init(ed25519: String, p256: String? = nil, rsa: String? = nil) {
    self.ed25519 = ed25519
    self.p256 = p256
    self.rsa = rsa
  }

  /// Whether one of them has that fragment.
  package func contains(_ fragment: String) -> Bool {
    ed25519 == fragment || p256 == fragment || rsa == fragment
  }

  /// Each fragment with the kind its key must have.
  var kinds: [(fragment: String, kind: KeyKind)] {
    [(ed25519, .ed25519), (p256, .p256), (rsa, .rsa)]
      .compactMap { fragment, kind in fragment.map { ($0, kind) } }
  }
}

/// What the ledger knows of a key: never its bytes, only which one it is.
package struct LedgerKey: Sendable, Hashable {
  /// Its name in `did.json` after `#`; never given to another key.
  package var fragment: String
  /// What it is made for.
  package var kind: KeyKind
  /// The hash of the issuer's identifier and the public key, in hexadecimal.
  package var print: String
  /// When it entered the ledger.
  package var added: Instant
  /// Changes once or twice, never back.
  package var state = State.active

  /// What the key may still do.
  package enum State: Sendable, Hashable {
    /// Signs, or opens requests.
    case active
    /// Signs no more; what it signed holds.
    case retired(Instant)
    /// Someone else may hold it since that instant: what it signed must be signed again.
    case compromised(since: Instant)
  }
}
