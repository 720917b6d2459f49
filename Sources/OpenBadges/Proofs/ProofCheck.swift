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
  /// Checks the first proof of a known suite; the others are left alone, as the standard allows.
  ///
  /// `now` is in seconds since 1970. `resolve` gives what is known of a verification method, whose
  /// fragment proves nothing; it is not asked about `did:key`, where the DID is the key.
  package static func check(
    _ document: JSON, now: Int, vocabulary: Vocabulary = .pinned,
    resolve: (String) -> VerificationMethod?
  ) throws(ProofError) -> HeldProof {
    guard var members = document.object else { throw .malformed("document") }
    guard let value = members["proof"] else { throw .noProof }
    members["proof"] = nil
    guard let (suite, proof) = (value.array ?? [value]).lazy.compactMap(known).first
    else { throw .noKnownSuite }
    try checkMembers(of: proof, now)
    guard let name = proof["verificationMethod"]?.string
    else { throw .malformed("verificationMethod") }
    let method = try method(name, of: issuer(of: members), resolve)
    try checkContexts(proof, &members, suite)
    try checkSignature(proof, suite, members, method.key, vocabulary)
    return HeldProof(suite: suite, method: name, controller: method.controller)
  }

  private static func known(_ proof: JSON) -> (Suite, JSONObject)? {
    guard let members = proof.object, members["type"] == "DataIntegrityProof",
      let suite = members["cryptosuite"]?.string.flatMap(Suite.init(rawValue:))
    else { return nil }
    return (suite, members)
  }

  /// What does not need the key (Data Integrity 1.0 §4.4).
  private static func checkMembers(of proof: JSONObject, _ now: Int) throws(ProofError) {
    guard proof["proofPurpose"] == "assertionMethod" else { throw .otherPurpose }
    guard proof["previousProof"] == nil else { throw .chained }
    if let created = proof["created"], instant(created) == nil { throw .malformed("created") }
    guard let expires = proof["expires"] else { return }
    guard let end = instant(expires) else { throw .malformed("expires") }
    guard now <= end else { throw .expired }
  }

  /// Whole seconds since 1970 of an XML Schema dateTimeStamp, whose fraction is left out.
  private static func instant(_ value: JSON) -> Int? {
    guard let text = value.string else { return nil }
    guard let point = text.utf8.firstIndex(of: UInt8(ascii: ".")) else {
      return CredentialDate.seconds(text)
    }
    let rest = text.utf8[text.utf8.index(after: point)...]
    let digits = rest.prefix { (48...57).contains($0) }
    guard (1...9).contains(digits.count) else { return nil }
    return CredentialDate.seconds("\(text[..<point])\(text[digits.endIndex...])")
  }

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
    _ proof: JSONObject, _ suite: Suite, _ document: JSONObject, _ key: VerificationKey,
    _ vocabulary: Vocabulary
  ) throws(ProofError) {
    guard let value = proof["proofValue"]?.string, value.utf8.first == UInt8(ascii: "z"),
      let signature = Base58.decoded(value.dropFirst()), signature.count == 64
    else { throw .malformed("proofValue") }
    var options = proof
    options["proofValue"] = nil
    let hashes = try hashes(of: document, options, suite, vocabulary)
    guard key.accepts(signature, of: hashes.signed) else { throw .signature }
  }
}
