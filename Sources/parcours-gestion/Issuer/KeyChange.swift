import Ledger

/// A new key in the place of the active one of its kind.
struct KeyChange {
  let issuer: IssuerFolder
  let now: Instant

  /// Writes the key, then enters it in the ledger; gives its fragment.
  func add(
    _ kind: KeyKind, _ ledger: inout Ledger, _ passphrase: inout AskedPassphrase
  ) throws(Complaint) -> String {
    let files = try KeyFiles(issuer.folder)
    if kind == .ed25519 || kind == .rsa {
      _ = try issuer.requiredAddress("son identifiant est sa clé, qui ne peut pas changer")
    }
    let fragment = try freshFragment(kind, ledger.state, files)
    var phrase: [UInt8]?
    if let sealed = try files.firstSealed(ledger.state) {
      // A new key is never sealed by another passphrase than the others.
      _ = try files.secret(sealed.fragment, sealed.kind, &passphrase)
      phrase = try passphrase.value()
    }
    let key = try IssuerSecret.generate(kind)
    try files.write(key, fragment, settings: issuer.settings, passphrase: phrase)
    try ledger.enter(
      .keyAdded(fragment: fragment, kind: kind, print: key.print(of: issuer.settings)), at: now)
    return fragment
  }

  /// A name that neither the ledger nor a file has: a key that an older ledger forgot is never replaced.
  private func freshFragment(
    _ kind: KeyKind, _ state: LedgerState, _ files: KeyFiles
  ) throws(Complaint) -> String {
    for number in 1...9_999 {
      let name = "\(kind.rawValue)-\(number)"
      if state.key(name) == nil, !files.has(name) { return name }
    }
    throw Complaint("Il y a trop de clés de cette sorte. Prévenez l’assistance.")
  }
}
