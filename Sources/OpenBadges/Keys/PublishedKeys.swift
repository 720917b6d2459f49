public import JSON

/// A public key, under the fragment that it is published by.
public struct PublishedKey: Sendable, Hashable {
  /// What stands after `#` in its DID URL: letters, digits, `-`, `.` and `_`; never used for another key.
  public let fragment: String
  /// The key.
  public let key: VerificationKey

  /// Checks nothing: `PublishedKeys` does.
  public init(_ fragment: String, _ key: VerificationKey) {
    self.fragment = fragment
    self.key = key
  }
}

/// The public keys of an issuer with an address: what its `did.json` and its key set say.
public struct PublishedKeys: Sendable, Hashable {
  /// The issuer, `did:web`.
  public let did: String
  /// Those that sign, and those that signed badges that are still believed, as they are published.
  public let keys: [PublishedKey]

  /// Throws for an identifier that is no `did:web`, a fragment that is not fit or stands twice.
  public init(did: String, keys: [PublishedKey]) throws(KeyError) {
    guard did.utf8.starts(with: "did:web:".utf8), Address.isURI(did), !did.contains("#")
    else { throw .notDIDWeb }
    let fragments = keys.map(\.fragment)
    guard Set(fragments).count == keys.count, fragments.allSatisfy(PublishedKeys.isFit)
    else { throw .fragment }
    self.did = did
    self.keys = keys
  }

  private static func isFit(_ fragment: String) -> Bool {
    !fragment.isEmpty
      && fragment.utf8.allSatisfy { byte in
        switch byte {
        case 48...57, 65...90, 97...122, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
          true
        default: false
        }
      }
  }

  /// The DID URL that leads to a key; nil when it is not published.
  public func id(of key: VerificationKey) -> String? {
    keys.first { $0.key == key }.map { id($0.fragment) }
  }

  private func id(_ fragment: String) -> String { "\(did)#\(fragment)" }

  func method(of key: VerificationKey) throws(IssuingError) -> String {
    guard let method = id(of: key) else { throw .unpublished }
    return method
  }

  /// What somebody who has the published document and no other believes.
  var trust: TrustStore {
    var trust = TrustStore(trusting: did, label: "")
    trust.controllers[did] = controllerDocument.object.flatMap(ControllerDocument.init)
    return trust
  }

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
  private func method(_ published: PublishedKey) -> JSON {
    let (fragment, key) = (published.fragment, published.key)
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

  private func entry(_ published: PublishedKey) -> JSON? {
    guard var members = published.key.jwk.object else { return nil }
    members["kid"] = .string(id(published.fragment))
    members["iss"] = .string(did)
    members["use"] = "sig"
    members["alg"] = .string(published.key.algorithm.rawValue)
    return .object(members)
  }
}
