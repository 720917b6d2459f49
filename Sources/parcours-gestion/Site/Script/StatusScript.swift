extension SiteScript {
  /// Status lists (W3C Bitstring Status List v1.0), written in the page when it was published.
  static let status = #"""
    const FEWEST_BYTES = 16384;
    const MOST_LIST_BYTES = 1 << 20;

    /** Throws unless each list that a badge names is here, in date, and has its bit clear. */
    async function checkStatus(status, now) {
      if (status === undefined) throw new Omission("sans-statut");
      const entries = [status].flat();
      const answers = await Promise.all(entries.map((entry) => answer(entry, now)));
      const flaw = ["retire", "suspendu"].find((code) => answers.includes(code));
      if (flaw) throw new Flaw(flaw);
      const omission = answers.find((code) => code !== "libre");
      if (omission || answers.length === 0) {
        throw new Omission(omission ?? "liste-de-retraits-illisible");
      }
      const isRevocable = entries.some((entry) => entry.get("statusPurpose") === "revocation");
      if (!isRevocable) throw new Omission("sans-statut");
    }

    /** `libre`, or the code of a flaw or of an omission. */
    async function answer(entry, now) {
      const place = statusPlace(entry);
      if (!place) return "liste-de-retraits-illisible";
      const list = site.lists.find((list) => list.url === place.list);
      if (!list) return "liste-de-retraits-absente";
      if (list.purpose !== place.purpose) return "liste-de-retraits-illisible";
      const bits = await listBits(list);
      if (!bits || place.index >= bits.length * 8) return "liste-de-retraits-illisible";
      const isSet = (bits[Math.floor(place.index / 8)] & (0x80 >> (place.index % 8))) !== 0;
      if (isSet) return place.purpose === "revocation" ? "retire" : "suspendu";
      return now <= (list.validUntil ?? now) ? "libre" : "liste-de-retraits-perimee";
    }

    /** §2.1: the index is a string in base 10. */
    function statusPlace(entry) {
      if (!(entry instanceof Map) || entry.get("type") !== "BitstringStatusListEntry") return null;
      const purpose = entry.get("statusPurpose");
      const index = entry.get("statusListIndex");
      const isPlain = !entry.has("statusSize") || entry.get("statusSize") === 1;
      if (!isPlain || !isText(index) || !/^(0|[1-9][0-9]{0,7})$/.test(index)) return null;
      return { list: entry.get("statusListCredential"), purpose, index: Number(index) };
    }

    /** The bits of a list, nil when it cannot be read; no list expands beyond a limit. */
    async function listBits(list) {
      if (typeof DecompressionStream === "undefined") throw new Omission("navigateur-ancien");
      try {
        demand(list.encoded.startsWith("u"), "liste");
        const packed = base64URL(list.encoded.slice(1), "liste");
        const stream = new Blob([packed]).stream();
        const bits = await expanded(stream.pipeThrough(new DecompressionStream("gzip")));
        return bits.length >= FEWEST_BYTES ? bits : null;
      } catch {
        return null;
      }
    }

    async function expanded(stream) {
      const reader = stream.getReader();
      const parts = [];
      let length = 0;
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return joined(...parts);
        length += value.length;
        if (length > MOST_LIST_BYTES) {
          await reader.cancel();
          throw new Flaw("liste");
        }
        parts.push(value);
      }
    }

    """#
}
