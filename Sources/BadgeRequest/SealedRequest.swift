import JSON

/// A sealed demande as it stands in a file: for whom it is, and bytes that only its key opens.
///
/// The file is one line of JSON with a final newline, its members in this order:
/// `{"v":1,"emetteur":DID,"cle":key id,"enc":base64url,"chiffre":base64url}`.
package struct SealedRequest: Sendable, Hashable {
  /// The DID of the issuer for whom it was sealed, as the file says.
  package let issuer: String
  /// The key id of the issuer's card, as the file says: which private key to try.
  package let keyID: String
  /// The encapsulated key: an X25519 public key of 32 bytes (RFC 9180 §4.1).
  let encapsulated: [UInt8]
  /// The padded request and 16 bytes of tag.
  let ciphertext: [UInt8]

  init(issuer: String, keyID: String, encapsulated: [UInt8], ciphertext: [UInt8]) {
    self.issuer = issuer
    self.keyID = keyID
    self.encapsulated = encapsulated
    self.ciphertext = ciphertext
  }

  /// The most bytes that the file may hold: a request of the greatest size, in base64.
  package static let largest = 98_304

  /// The version of the protocol, which `v` states.
  package static let format = 1

  /// Bytes that the tag of ChaCha20-Poly1305 takes.
  static let tag = 16

  /// Reads the form and opens nothing; a second spelling of the same value is refused.
  package init(reading bytes: [UInt8]) throws(FormFault) {
    var members = try Members(
      file: bytes, largest: SealedRequest.largest, depth: 2, format: SealedRequest.format)
    self.init(
      issuer: try members.text("emetteur"), keyID: try members.text("cle"),
      encapsulated: try members.letters("enc"), ciphertext: try members.letters("chiffre"))
    try members.end()
    try require(Spelling.isDID(issuer), "emetteur")
    try require(Spelling.isKeyID(keyID), "cle")
    try require(encapsulated.count == 32, "enc")
    let padded = ciphertext.count - SealedRequest.tag
    try require(padded > 0 && padded % Padding.block == 0, "chiffre")
    guard written == bytes else { throw .notCanonical }
  }

  /// The bytes of the file.
  package var written: [UInt8] {
    let file: JSON = [
      "v": .integer(SealedRequest.format), "emetteur": .string(issuer), "cle": .string(keyID),
      "enc": .string(Base64.urlSafe(encapsulated)),
      "chiffre": .string(Base64.urlSafe(ciphertext)),
    ]
    return file.bytes + [0x0A]
  }
}

extension Members {
  fileprivate mutating func letters(_ key: String) throws(FormFault) -> [UInt8] {
    guard let bytes = Base64.bytes(urlSafe: try text(key)) else { throw .malformed(name(key)) }
    return bytes
  }
}

/// Zeros after the request, so that the size of a sealed file says nothing of what is in it.
enum Padding {
  /// Every plaintext is a multiple of this many bytes.
  static let block = 4096

  static func added(to bytes: [UInt8]) -> [UInt8] {
    let rest = bytes.count % block
    return rest == 0 ? bytes : bytes + [UInt8](repeating: 0, count: block - rest)
  }

  /// The bytes before the zeros; nil when more were added than `added(to:)` does.
  ///
  /// A JSON text ends with no zero: nothing of it can be taken for padding.
  static func removed(from bytes: [UInt8]) -> [UInt8]? {
    guard let last = bytes.lastIndex(where: { $0 != 0 }) else { return nil }
    return bytes.count - last - 1 < block ? Array(bytes[...last]) : nil
  }
}
