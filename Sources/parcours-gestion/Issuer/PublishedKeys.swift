import JSON
import Ledger
import OpenBadges

/// The issuer's published keys: what `did.json` and `jwks.json` say.
struct PublishedKeys {
  let did: String
  /// Keys that sign or have signed and may be believed, in the order of the ledger.
  let trusted: [(fragment: String, key: VerificationKey)]
  /// Those of the first list, then those in other hands: for the verification page.
  let all: [SiteKey]

  init(_ issuer: IssuerFolder, _ state: LedgerState) throws(Complaint) {
    did = issuer.settings.did
    let files = try KeyFiles(issuer.folder)
    var trusted: [(fragment: String, key: VerificationKey)] = []
    var all: [SiteKey] = []
    for key in state.keys where key.kind != .x25519 {
      let known = try files.publicKey(key.fragment)
      var members = known.jwk.object ?? JSONObject()
      members["kid"] = .string("\(did)#\(key.fragment)")
      all.append(SiteKey(jwk: .object(members), state: SiteKey.State(key.state)))
      if case .compromised = key.state { continue }
      trusted.append((key.fragment, known))
    }
    self.trusted = trusted
    self.all = all
  }

  /// The DID document: absolute ids, methods named as strings (digest §3.5).
  var document: JSON {
    [
      "@context": [
        "https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1",
        "https://w3id.org/security/jwk/v1",
      ],
      "id": .string(did), "verificationMethod": .array(trusted.map(method)),
      "assertionMethod": .array(trusted.map { .string("\(did)#\($0.fragment)") }),
    ]
  }

  /// RFC 7517 §5.
  var keySet: JSON {
    .object(
      JSONObject([
        (
          "keys",
          .array(
            trusted.compactMap { fragment, key in
              guard var members = key.jwk.object else { return nil }
              members["kid"] = .string("\(did)#\(fragment)")
              members["iss"] = .string(did)
              members["use"] = "sig"
              members["alg"] = .string(key.algorithm.rawValue)
              return .object(members)
            })
        )
      ]))
  }

  /// Multikey for Ed25519, a JWK for the keys of tokens.
  private func method(_ fragment: String, _ key: VerificationKey) -> JSON {
    let id = "\(did)#\(fragment)"
    guard key.algorithm == .edDSA else {
      return [
        "id": .string(id), "type": "JsonWebKey", "controller": .string(did),
        "publicKeyJwk": key.jwk,
      ]
    }
    return [
      "id": .string(id), "type": "Multikey", "controller": .string(did),
      "publicKeyMultibase": .string(key.multikey),
    ]
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
