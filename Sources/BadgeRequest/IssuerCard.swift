import Crypto
import JSON

/// What an issuer publishes so that demandes may be sealed for it: the file `emetteur.json`.
package struct IssuerCard: Sendable, Hashable {
  /// As people know the issuer: 1 to 100 characters.
  package var name: String
  /// The DID under which its badges are issued.
  package var did: String
  /// An `https` address, when the issuer has one.
  package var url: String?
  /// Names the key below among those the issuer has had: 1 to 200 visible ASCII characters.
  package var keyID: String
  /// The 32 bytes of the X25519 key that receives demandes (RFC 7748 §5).
  package var publicKey: [UInt8]

  /// Checks nothing: `written()` and `RequestSeal.seal` do.
  package init(name: String, did: String, url: String? = nil, keyID: String, publicKey: [UInt8]) {
    self.name = name
    self.did = did
    self.url = url
    self.keyID = keyID
    self.publicKey = publicKey
  }

  /// The most bytes that a card may hold.
  package static let largest = 16_384

  /// The version of the format, which `v` states.
  package static let format = 1

  /// Reads a card: one JSON object with exactly its members, in any order and with any blanks.
  package init(reading bytes: [UInt8]) throws(FormFault) {
    var members = try Members(
      file: bytes, largest: IssuerCard.largest, depth: 3, format: IssuerCard.format)
    let url = members.optional("url")
    var key = try Members(try members.value("cle"), at: "cle")
    guard key.optional("d") == nil else { throw .privateKey }
    try require(try key.text("kty") == "OKP", key.name("kty"))
    try require(try key.text("crv") == "X25519", key.name("crv"))
    guard let x = Base64.bytes(urlSafe: try key.text("x")) else { throw .malformed(key.name("x")) }
    try require(url == nil || url?.string != nil, "url")
    self.init(
      name: try members.text("nom"), did: try members.text("did"), url: url?.string,
      keyID: try key.text("kid"), publicKey: x)
    try key.end()
    try members.end()
    try check()
  }

  /// The bytes of the file: JSON on several lines for people to read, with a final newline.
  ///
  /// The key is a JSON Web Key of type OKP (RFC 8037 §2). Throws what `init(reading:)` would refuse.
  package func written() throws(FormFault) -> [UInt8] {
    try check()
    var card = JSONObject([
      ("v", .integer(IssuerCard.format)), ("nom", .string(name)), ("did", .string(did)),
    ])
    card["url"] = url.map(JSON.string)
    card["cle"] = [
      "crv": "X25519", "kid": .string(keyID), "kty": "OKP",
      "x": .string(Base64.urlSafe(publicKey)),
    ]
    return Array((JSON.object(card).pretty + "\n").utf8)
  }

  /// Refuses a card to which nothing should be sealed.
  func check() throws(FormFault) {
    try require(Spelling.isName(name), "nom")
    try require(Spelling.isDID(did), "did")
    try require(url.map(Spelling.isHTTPS) ?? true, "url")
    try require(Spelling.isKeyID(keyID), "cle : kid")
    try require(publicKey.count == 32, "cle : x")
    guard isContributory else { throw .weakKey }
  }

  /// Whether the key leads to another secret than zero (RFC 7748 §6.1).
  ///
  /// A point of small order leads to zero with every private key, so that any one tells.
  private var isContributory: Bool {
    let probe = [UInt8](repeating: 0x55, count: 32)
    guard let mine = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: probe),
      let theirs = try? Curve25519.KeyAgreement.PublicKey(rawRepresentation: publicKey),
      let secret = try? mine.sharedSecretFromKeyAgreement(with: theirs)
    else { return false }
    return secret.withUnsafeBytes { $0.contains { $0 != 0 } }
  }
}
