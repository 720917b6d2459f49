package import JSON

/// Data Integrity proofs made with Ed25519 (Data Integrity EdDSA Cryptosuites 1.0).
package enum DataIntegrity {
  /// How a document becomes the bytes that are signed.
  package enum Suite: String, Sendable, Hashable, CaseIterable {
    /// The RDF of the document, in canonical N-Quads.
    case rdfc = "eddsa-rdfc-2022"
    /// The JSON of the document, by RFC 8785.
    case jcs = "eddsa-jcs-2022"
  }

  /// The two hashes that a proof signs, SHA-256 each.
  package struct Hashes: Sendable, Hashable {
    /// Of the proof's own members.
    package var proof: [UInt8]
    /// Of the document without proof.
    package var document: [UInt8]

    /// The 64 bytes given to Ed25519 (§3.2.4): the proof's hash comes first.
    package var signed: [UInt8] { proof + document }
  }

  /// The document with one proof more, its last.
  ///
  /// `method` names the key, the `did:key` itself when nil; its part before `#` must be the issuer.
  /// `created` is in seconds since 1970. Throws what verifiers would refuse, undefined words too.
  package static func secured(
    _ document: JSON, by key: Ed25519SigningKey, method: String? = nil, created: Int,
    suite: Suite = .rdfc
  ) throws(ProofError) -> JSON {
    guard var members = document.object else { throw .malformed("document") }
    let method = method ?? key.did.keyID
    try checkMethod(method, of: key, issuer: issuer(of: members))
    guard let date = CredentialDate.text(created) else { throw .malformed("created") }
    let former = members["proof"]
    members["proof"] = nil
    if suite == .jcs { try checkWords(members) }
    var proof = options(suite, date, method, context: members["@context"])
    let hashes = try hashes(of: members, proof, suite)
    do {
      proof["proofValue"] = .string("z" + Base58.encoded(try key.signature(of: hashes.signed)))
    } catch { throw .key(error) }
    members["proof"] =
      former.map { .array(($0.array ?? [$0]) + [.object(proof)]) } ?? .object(proof)
    return .object(members)
  }

  /// What JCS signs whatever it means must mean something to readers too.
  static func checkWords(_ document: JSONObject) throws(ProofError) {
    do { try LinkedData.check(.object(document)) } catch { throw .document(error) }
  }

  /// The method is the issuer's and, where its name says which key it is, this one.
  private static func checkMethod(
    _ method: String, of key: Ed25519SigningKey, issuer: String
  ) throws(ProofError) {
    guard let mark = method.utf8.firstIndex(of: UInt8(ascii: "#")),
      String(method[..<mark]).isSame(as: issuer)
    else { throw .issuerIsNotTheController }
    guard !issuer.utf8.starts(with: DIDKey.prefix.utf8) || method.isSame(as: key.did.keyID)
    else { throw .issuerIsNotTheController }
  }
}
