extension SiteScript {
  /// The issuer's keys, written in the page when it was published: no other key is believed.
  static let keys = #"""
    const site = JSON.parse(document.getElementById("donnees").textContent);

    const METHODS = {
      ES256: {
        isFor: (jwk) => jwk.kty === "EC" && jwk.crv === "P-256",
        key: { name: "ECDSA", namedCurve: "P-256" },
        signature: { name: "ECDSA", hash: "SHA-256" },
      },
      RS256: {
        isFor: (jwk) => jwk.kty === "RSA",
        key: { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" },
        signature: { name: "RSASSA-PKCS1-v1_5" },
      },
      Ed25519: {
        isFor: (jwk) => jwk.kty === "OKP" && jwk.crv === "Ed25519",
        key: { name: "Ed25519" },
        signature: { name: "Ed25519" },
      },
    };

    /** The key of that exact address; the text after its `#` is never taken for a key. */
    function keyNamed(kid) {
      demand(isText(kid), "cle-absente");
      const key = site.keys.find((key) => key.kid === kid);
      demand(key, "cle-d-un-autre");
      return key;
    }

    /** Throws unless the key signed these bytes by its own method. */
    async function demandSignature(key, method, signature, signed) {
      demand(method.isFor(key.jwk), "algorithme");
      const imported = await importedKey(key, method);
      const isRight = await crypto.subtle.verify(method.signature, imported, signature, signed);
      demand(isRight, "signature");
    }

    async function importedKey(key, method) {
      if (!globalThis.crypto?.subtle) throw new Omission("page-non-sure");
      try {
        return await crypto.subtle.importKey("jwk", key.jwk, method.key, false, ["verify"]);
      } catch (error) {
        // Ed25519 came late to browsers; the other methods are everywhere.
        if (error.name === "NotSupportedError") throw new Omission("navigateur");
        throw new Flaw("cle-inutilisable");
      }
    }

    /**
     * A stolen key signs whatever date it likes: what is dated after the theft is refused, and
     * what is dated before it cannot be confirmed by the signature alone.
     */
    function demandBelieved(key, ...dates) {
      if (key.state !== "compromised") return;
      demand(dates.every((date) => date < key.since), "cle-compromise");
      throw new Omission("cle-compromise-depuis");
    }

    """#
}
