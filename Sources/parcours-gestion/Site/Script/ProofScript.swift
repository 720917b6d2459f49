extension SiteScript {
  /// The VC-JWT proof of Open Badges 3.0: header, key, signature, claims, in that order.
  static let tokenProof = #"""
    const HEADER_MEMBERS = ["alg", "kid", "typ"];

    async function checkToken(token, credential) {
      checkHeader(token.header);
      const key = keyNamed(token.header.get("kid"));
      const method = METHODS[token.header.get("alg")];
      await demandSignature(key, method, token.signature, token.signed);
      checkClaims(token.document, credential);
      demandBelieved(key, credential.validFrom);
    }

    /** "Additional JOSE Headers are NOT allowed"; `none` and shared secrets are no method. */
    function checkHeader(header) {
      demand(["ES256", "RS256"].includes(header.get("alg")), "algorithme");
      demand(!header.has("jwk"), "entete-cle");
      demand(!header.has("crit"), "entete-crit");
      demand([...header.keys()].every((key) => HEADER_MEMBERS.includes(key)), "entete-membre");
      demand(!header.has("typ") || header.get("typ") === "JWT", "entete-type");
    }

    /** RFC 7519 claims repeat the credential; `exp` is there if and only if `validUntil` is. */
    function checkClaims(claims, credential) {
      demand(claims.get("iss") === credential.issuer, "declarations");
      demand(claims.get("jti") === credential.id, "declarations");
      demand(isText(credential.subject), "declarations");
      demand(claims.get("sub") === credential.subject, "declarations");
      demand(claims.get("nbf") === credential.validFrom, "declarations");
      demand(claims.get("exp") === credential.validUntil, "declarations");
    }

    """#

  /// The Data Integrity proof eddsa-jcs-2022 (W3C, §3.3).
  ///
  /// Of the two proofs of a document, it is the one that a page can check without RDF; the
  /// contexts must be the proof's own, where the standard would let others be added after them.
  static let documentProof = #"""
    const PROOF_MEMBERS = [
      "@context", "id", "type", "cryptosuite", "created", "expires", "verificationMethod",
      "proofPurpose", "proofValue",
    ];

    async function checkDocument(document, credential, now) {
      const proof = jcsProof(document);
      checkProofForm(proof, document);
      const created = seconds(proof.get("created"), "preuve-ambigue");
      const expires = proof.has("expires") ? seconds(proof.get("expires"), "preuve-ambigue") : now;
      demand(now <= expires, "preuve-expiree");
      const key = keyNamed(proof.get("verificationMethod"));
      const signature = base58Signature(proof.get("proofValue").slice(1), "preuve-ambigue");
      const signed = await signedHashes(proof, document);
      await demandSignature(key, METHODS.Ed25519, signature, signed);
      demandBelieved(key, credential.validFrom, created);
    }

    function proofs(document) {
      return [document.get("proof") ?? []].flat();
    }

    /** The only proof of the suite; a document with others alone cannot be checked here. */
    function jcsProof(document) {
      const all = proofs(document);
      demand(all.length > 0, "preuve-absente");
      demand(all.every((proof) => proof instanceof Map), "preuve-ambigue");
      const found = all.filter((proof) => proof.get("cryptosuite") === "eddsa-jcs-2022");
      if (found.length === 0) throw new Omission("procede-non-controle");
      demand(found.length === 1, "preuve-ambigue");
      return found[0];
    }

    function checkProofForm(proof, document) {
      const isKnown = [...proof.keys()].every((key) => PROOF_MEMBERS.includes(key));
      demand(isKnown && proof.get("type") === "DataIntegrityProof", "preuve-ambigue");
      demand(proof.get("proofPurpose") === "assertionMethod", "preuve-ambigue");
      const value = proof.get("proofValue");
      demand(isText(value) && value.startsWith("z"), "preuve-ambigue");
      if (!proof.has("@context")) return;
      const [own, whole] = [proof.get("@context"), document.get("@context")].map(canonicalText);
      demand(own === whole, "contextes");
    }

    /** SHA-256 of the options followed by SHA-256 of the document, both by RFC 8785. */
    async function signedHashes(proof, document) {
      const options = new Map(proof);
      options.delete("proofValue");
      const unsecured = new Map(document);
      unsecured.delete("proof");
      return joined(await sha256(canonical(options)), await sha256(canonical(unsecured)));
    }

    """#
}
