import JSON
import Ledger
import OpenBadges

extension PublishedKeys {
  /// Keys that sign or have signed and may be believed, in the order of the ledger.
  init(_ issuer: IssuerFolder, _ state: LedgerState) throws(Complaint) {
    let files = try KeyFiles(issuer.folder)
    var keys: [PublishedKey] = []
    for key in state.keys where key.kind != .x25519 {
      if case .compromised = key.state { continue }
      keys.append(PublishedKey(key.fragment, try files.publicKey(key.fragment)))
    }
    do throws(KeyError) { try self.init(did: issuer.settings.did, keys: keys) } catch {
      throw Complaint(error.sentence, .refused)
    }
  }
}

extension SiteKey {
  /// Every key that ever signed, also those in other hands: the verification page must know them.
  static func all(of issuer: IssuerFolder, _ state: LedgerState) throws(Complaint) -> [SiteKey] {
    let files = try KeyFiles(issuer.folder)
    var all: [SiteKey] = []
    for key in state.keys where key.kind != .x25519 {
      var members = try files.publicKey(key.fragment).jwk.object ?? JSONObject()
      members["kid"] = .string("\(issuer.settings.did)#\(key.fragment)")
      all.append(SiteKey(jwk: .object(members), state: State(key.state)))
    }
    return all
  }
}

extension SiteKey.State {
  init(_ state: LedgerKey.State) {
    switch state {
    case .active: self = .active
    case .retired: self = .retired
    case .compromised(let since): self = .compromised(since: since.seconds)
    }
  }
}
