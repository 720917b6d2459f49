public import JSON

/// The public keys of an issuer with an address, each under the fragment that it is published by.
public struct PublishedKeys: Sendable {
  /// The issuer: `did:web`, whose document and key set these keys make.
  public let did: String
  /// Keys that sign, and those that signed badges that are still believed; a fragment is never used again.
  public let keys: [(fragment: String, key: VerificationKey)]

  /// In the order in which they are published.
  public init(did: String, keys: [(fragment: String, key: VerificationKey)]) {
    self.did = did
    self.keys = keys
  }

  /// The DID URL that leads to a key; nil when it is not published.
  public func id(of key: VerificationKey) -> String? {
    keys.first { $0.key == key }.map { id($0.fragment) }
  }

  private func id(_ fragment: String) -> String { "\(did)#\(fragment)" }

  /// What stands in `did.json`: absolute ids, methods named as strings (Controlled Identifiers 1.0 §2).
  public var controllerDocument: JSON {
    [
      "@context": [
        "https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1",
        "https://w3id.org/security/jwk/v1",
      ],
      "id": .string(did), "verificationMethod": .array(keys.map(method)),
      "assertionMethod": .array(keys.map { .string(id($0.fragment)) }),
    ]
  }

  /// What stands in `jwks.json` (RFC 7517 §5).
  public var keySet: JSON {
    ["keys": .array(keys.compactMap(entry))]
  }

  /// Multikey for Ed25519, a JWK for the keys of tokens.
  private func method(_ fragment: String, _ key: VerificationKey) -> JSON {
    guard key.algorithm == .edDSA else {
      return [
        "id": .string(id(fragment)), "type": "JsonWebKey", "controller": .string(did),
        "publicKeyJwk": key.jwk,
      ]
    }
    return [
      "id": .string(id(fragment)), "type": "Multikey", "controller": .string(did),
      "publicKeyMultibase": .string(key.multikey),
    ]
  }

  private func entry(_ fragment: String, _ key: VerificationKey) -> JSON? {
    guard var members = key.jwk.object else { return nil }
    members["kid"] = .string(id(fragment))
    members["iss"] = .string(did)
    members["use"] = "sig"
    members["alg"] = .string(key.algorithm.rawValue)
    return .object(members)
  }
}
