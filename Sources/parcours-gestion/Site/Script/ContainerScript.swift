extension SiteScript {
  /// The files a badge travels in, told apart by their first bytes: a name can lie.
  static let container = #"""
    /** The token or the document that a file holds. */
    function opened(bytes) {
      demand(bytes.length > 0, "vide");
      demand(bytes.length <= MOST_BYTES, "trop-gros");
      if (startsWith(bytes, PNG.slice(0, 4))) return pngPayload(bytes);
      const first = bytes.find((byte) => ![0x20, 9, 10, 13, 0xef, 0xbb, 0xbf].includes(byte));
      if (first === 0x3c) {
        demand(!isPage(bytes), "format-inconnu");
        return svgPayload(bytes);
      }
      return payload(bytes);
    }

    /** A Web page, given in place of the picture: an attestation, most often. */
    function isPage(bytes) {
      const start = new TextDecoder().decode(bytes.slice(0, 200)).trimStart().toLowerCase();
      return start.startsWith("<!doctype html") || start.startsWith("<html");
    }

    /** JSON starts with a brace, a token never does. */
    function payload(bytes) {
      const first = bytes.find((byte) => ![0x20, 9, 10, 13].includes(byte));
      if (first === 0x7b) return credentialDocument(strictObject(bytes));
      demand(first === 0x65 && bytes.every((byte) => byte < 0x80), "format-inconnu");
      const text = utf8Text(bytes, "format-inconnu");
      demand(text.includes("."), "format-inconnu");
      return token(text.replace(/\r?\n$/, ""));
    }

    /** A compact JWS (RFC 7515 §7.1) taken apart, nothing verified. */
    function token(text) {
      const parts = text.split(".");
      demand(parts.length === 3, "jeton-parties");
      const [header, body, signature] = parts.map((part) => base64URL(part, "jeton-base64"));
      const credential = strictObject(body);
      demandRecent(credential);
      return {
        header: strictObject(header),
        document: credential,
        signature,
        signed: utf8Bytes(`${parts[0]}.${parts[1]}`),
      };
    }

    function credentialDocument(credential) {
      demandRecent(credential);
      demand(credential.has("@context"), "json-sans-badge");
      return { document: credential };
    }

    /** Open Badges 2.0 is told by its context, so that its holder knows what to ask for. */
    function demandRecent(credential) {
      const contexts = [credential.get("@context")].flat();
      demand(!contexts.includes("https://w3id.org/openbadges/v2"), "badge-ancien");
    }

    """#
}
