import JSON
import OpenBadges
import Testing

/// How a badge is signed.
enum Signed: String, CaseIterable, Sendable, CustomTestStringConvertible {
  case es256, rs256, edDSA, rdfc, jcs, both

  var testDescription: String { rawValue }
  var isToken: Bool { [.es256, .rs256, .edDSA].contains(self) }

  func publicKey() throws -> VerificationKey {
    switch self {
    case .es256: try Samples.key().publicKey
    case .rs256: try RSASamples.key().publicKey
    default: try Sealed.key().publicKey
    }
  }

  /// The fragment under which controller documents publish the key.
  var fragment: String {
    switch self {
    case .es256: "ec"
    case .rs256: "rsa"
    default: "ed"
    }
  }
}

/// How an issuer says which keys are its own.
enum Naming: String, CaseIterable, Sendable, CustomTestStringConvertible {
  case didKey, didJWK, didWeb, https
  /// An `https` issuer whose keys stand in a text file, in PEM.
  case pinned
  /// An `https` issuer with a `jwks.json`.
  case keySet

  var testDescription: String { rawValue }

  /// There is no RSA key in a `did:key` here, and no Data Integrity proof by a key set.
  func suits(_ signed: Signed) -> Bool {
    self == .didKey && signed != .rs256 || self == .keySet && signed.isToken
      || self != .didKey && self != .keySet
  }
}

/// The sample award, issued by any issuer with any proof, and what its verifier is given.
enum Issued {
  static let web = "did:web:ville.example"
  static let https = "https://ville.example/emetteur"

  static func issuer(_ naming: Naming, _ signed: Signed) throws -> (id: String, method: String) {
    switch naming {
    case .didKey:
      let did = DIDKey(try signed.publicKey())
      return (did.text, did.keyID)
    case .didJWK:
      let did = DIDJWK(try signed.publicKey())
      return (did.text, did.keyID)
    case .didWeb: return (web, "\(web)#\(signed.fragment)")
    default: return (https, "\(https)#\(signed.fragment)")
    }
  }

  static func award(_ id: String, status: [StatusEntry] = []) throws -> Award {
    var award = try Samples.award(.hashedEmail(Samples.email, salt: Samples.salt), did: id)
    award.status = status
    return award
  }

  static func signer(_ signed: Signed, _ id: String, _ method: String) throws -> TokenSigner {
    switch signed {
    case .es256: return .es256(try Samples.key(), keyID: method, controller: id)
    case .rs256: return .rs256(try RSASamples.key(), keyID: method, controller: id)
    default:
      let key = try Sealed.key()
      return TokenSigner(.edDSA, keyID: method, controller: id) { message throws(KeyError) in
        try key.signature(of: message)
      }
    }
  }

  /// The signed badge: a token or a JSON credential.
  static func payload(
    _ naming: Naming, _ signed: Signed, status: [StatusEntry] = []
  ) throws -> BadgePayload {
    let (id, method) = try issuer(naming, signed)
    let award = try award(id, status: status)
    guard !signed.isToken else {
      let token = try CredentialJWT.signed(award, by: signer(signed, id, method))
      return .token(Array(token.utf8))
    }
    return .document(try secured(Credential.document(award), signed, method).bytes)
  }

  static func secured(_ document: JSON, _ signed: Signed, _ method: String) throws -> JSON {
    let suites: [DataIntegrity.Suite] =
      signed == .both ? [.rdfc, .jcs] : [signed == .jcs ? .jcs : .rdfc]
    return try suites.reduce(document) {
      try DataIntegrity.secured(
        $0, by: Sealed.key(), method: method, created: Samples.day, suite: $1)
    }
  }

  /// The same badge in each file that can carry it.
  static func files(_ payload: BadgePayload) throws -> [[UInt8]] {
    let pictures = [
      try Samples.template().baked(payload),
      try PNGTemplate(PNGPictures.picture()).baked(payload),
    ]
    switch payload {
    case .document(let bytes):
      return [bytes, Array(try JSON(parsing: bytes).pretty.utf8)] + pictures
    case .token(let bytes): return [bytes, bytes + [0x0A]] + pictures
    default: return pictures
    }
  }
}

extension Issued {
  /// What an issuer publishes of its three keys, as `did.json`.
  static func controller(_ id: String) throws -> JSON {
    let methods: [JSON] = try [Signed.es256, .rs256, .edDSA].map { signed in
      let key = try signed.publicKey()
      let name: JSON = .string("\(id)#\(signed.fragment)")
      guard signed == .edDSA else {
        return [
          "id": name, "type": "JsonWebKey", "controller": .string(id), "publicKeyJwk": key.jwk,
        ]
      }
      return [
        "id": name, "type": "Multikey", "controller": .string(id),
        "publicKeyMultibase": .string(key.multikey),
      ]
    }
    return [
      "@context": ["https://www.w3.org/ns/did/v1"], "id": .string(id),
      "verificationMethod": .array(methods),
      "assertionMethod": .array(methods.compactMap { $0["id"] }),
    ]
  }

  static func keySet(iss: String?) throws -> JSON {
    let keys: [JSON] = try [Signed.es256, .rs256, .edDSA].map { signed in
      try signed.publicKey().jwk.with("kid", .string("\(https)#\(signed.fragment)"))
        .with("iss", iss.map(JSON.string)).with("use", "sig")
    }
    return ["keys": .array(keys)]
  }

  /// The trust folder of somebody who knows that issuer.
  static func folder(
    _ naming: Naming, _ signed: Signed
  ) throws -> [(name: String, bytes: [UInt8])] {
    let id = try issuer(naming, signed).id
    let text = Array("\(id)\nNotre ville\n".utf8)
    switch naming {
    case .didKey, .didJWK: return [("ville.txt", text)]
    case .didWeb: return [("ville.example/.well-known/did.json", try controller(id).bytes)]
    case .https: return [("ville.example/emetteur", try controller(id).bytes)]
    case .pinned:
      let keys = try [Signed.es256, .rs256, .edDSA].map { try $0.publicKey().pem }
      return [("ville.txt", text + keys.joined().utf8)]
    case .keySet:
      return [
        ("ville.txt", text),
        ("ville.example/.well-known/jwks.json", try keySet(iss: https).bytes),
      ]
    }
  }

  static func verifier(
    _ files: [(name: String, bytes: [UInt8])], now: Int = Samples.day, recipient: String? = nil
  ) throws -> Verifier {
    Verifier(trust: try TrustStore(files: files), now: now, recipient: recipient)
  }
}
