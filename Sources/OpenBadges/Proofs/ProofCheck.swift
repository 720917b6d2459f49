package import JSON

/// A key, and who answers for it (Controlled Identifiers 1.0 §2.2).
package struct VerificationMethod: Sendable, Hashable {
  /// The identifier that a document's issuer must have.
  package var controller: String
  /// The public key.
  package var key: VerificationKey

  /// What a controller's document says of one of its `assertionMethod`s.
  package init(controller: String, key: VerificationKey) {
    self.controller = controller
    self.key = key
  }
}

/// A proof that has held.
package struct HeldProof: Sendable, Hashable {
  /// How it was made.
  package var suite: DataIntegrity.Suite
  /// Its verification method, a URL.
  package var method: String
  /// The issuer, who answers for the key.
  package var controller: String
}

extension DataIntegrity {
  /// Issuers make one or two.
  private static let mostProofs = 8

  /// Checks every assertion by a known suite that names a key of the issuer.
  ///
  /// All of them must hold, for a holder could rewrite what one of them does not cover. Without any,
  /// the first that is known is checked. Proofs of others are left alone (Data Integrity 1.0 §2.1.1, proof sets have no order).
  ///
  /// `now` is in seconds since 1970. `resolve` gives what is known of a verification method, whose
  /// fragment proves nothing; it is not asked about `did:key`, where the DID is the key.
  package static func check(
    _ document: JSON, now: Int, resolve: (String) -> VerificationMethod?
  ) throws(ProofError) -> HeldProof {
    guard var members = document.object else { throw .malformed("document") }
    guard let value = members["proof"], value != .null else { throw .noProof }
    members["proof"] = nil
    let issuer = try issuer(of: members)
    let all = value.array ?? [value]
    // Each costs a hash of the whole document: a holder may repeat one ten thousand times.
    guard all.count <= mostProofs else { throw .tooMany }
    let proofs = all.compactMap(known)
    let own = proofs.filter { isOf(issuer, $0.1) }
    var held: HeldProof?
    for (suite, proof) in own.isEmpty ? Array(proofs.prefix(1)) : own {
      let method = try check(proof, suite, members, issuer, now, resolve)
      // JCS signs words whatever they mean: those that mean nothing are refused here too.
      if suite == .jcs { try checkWords(members) }
      held = held ?? HeldProof(suite: suite, method: method.name, controller: method.controller)
    }
    guard let held else { throw proofs.isEmpty && value.array == [] ? .noProof : .noKnownSuite }
    return held
  }

  /// One proof of the document; gives who answers for its key.
  private static func check(
    _ proof: JSONObject, _ suite: Suite, _ document: JSONObject, _ issuer: String, _ now: Int,
    _ resolve: (String) -> VerificationMethod?
  ) throws(ProofError) -> (name: String, controller: String) {
    var document = document
    try checkMembers(of: proof, now)
    guard let name = proof["verificationMethod"]?.string
    else { throw .malformed("verificationMethod") }
    let method = try method(name, of: issuer, resolve)
    try checkContexts(proof, &document, suite)
    try checkSignature(proof, suite, document, method.key)
    return (name, method.controller)
  }

  private static func known(_ proof: JSON) -> (Suite, JSONObject)? {
    guard let members = proof.object, members["type"] == "DataIntegrityProof",
      let suite = members["cryptosuite"]?.string.flatMap(Suite.init(rawValue:))
    else { return nil }
    return (suite, members)
  }

  private static func isOf(_ issuer: String, _ proof: JSONObject) -> Bool {
    (proof["proofPurpose"] ?? "assertionMethod") == "assertionMethod"
      && proof["verificationMethod"]?.string?.utf8.starts(with: Array("\(issuer)#".utf8)) ?? false
  }

  /// What does not need the key (Data Integrity 1.0 §4.4).
  private static func checkMembers(of proof: JSONObject, _ now: Int) throws(ProofError) {
    guard proof["proofPurpose"] == "assertionMethod" else { throw .otherPurpose }
    guard proof["previousProof"] == nil else { throw .chained }
    if let created = proof["created"], date(created) == nil { throw .malformed("created") }
    guard let expires = proof["expires"] else { return }
    guard let end = date(expires) else { throw .malformed("expires") }
    guard now <= end else { throw .expired }
  }

  private static func date(_ value: JSON) -> Int? { value.string.flatMap(CredentialDate.instant) }

  /// The key that a proof names, which must be the issuer's own.
  private static func method(
    _ name: String, of issuer: String, _ resolve: (String) -> VerificationMethod?
  ) throws(ProofError) -> VerificationMethod {
    let method: VerificationMethod
    if name.utf8.starts(with: DIDKey.prefix.utf8) {
      let text = name.prefix { $0 != "#" }
      let did: DIDKey
      do { did = try DIDKey(String(text)) } catch { throw .key(error) }
      guard name.isSame(as: did.keyID) else { throw .malformed("verificationMethod") }
      method = VerificationMethod(controller: did.text, key: did.key)
    } else {
      guard let found = resolve(name) else { throw .keyNotFound(name) }
      method = found
    }
    guard method.controller.isSame(as: issuer) else { throw .issuerIsNotTheController }
    guard method.key.algorithm == .edDSA else { throw .keyKind }
    return method
  }

  /// JCS signs the contexts with the proof: those of the document may only go on from them (§3.3.2).
  private static func checkContexts(
    _ proof: JSONObject, _ document: inout JSONObject, _ suite: Suite
  ) throws(ProofError) {
    guard let own = proof["@context"] else { return }
    guard let contexts = document["@context"] else { throw .contexts }
    // Compared as bytes: two texts can be equal for Swift and be hashed differently.
    let ours = (own.array ?? [own]).map(\.canonical)
    let theirs = (contexts.array ?? [contexts]).map(\.canonical)
    guard suite == .jcs ? theirs.starts(with: ours) : ours == theirs else { throw .contexts }
    document["@context"] = own
  }

  private static func checkSignature(
    _ proof: JSONObject, _ suite: Suite, _ document: JSONObject, _ key: VerificationKey
  ) throws(ProofError) {
    guard let value = proof["proofValue"]?.string, value.utf8.first == UInt8(ascii: "z"),
      let signature = Base58.decoded(value.dropFirst()), signature.count == 64
    else { throw .malformed("proofValue") }
    var options = proof
    options["proofValue"] = nil
    let hashes = try hashes(of: document, options, suite)
    guard key.accepts(signature, of: hashes.signed) else { throw .signature }
  }
}
