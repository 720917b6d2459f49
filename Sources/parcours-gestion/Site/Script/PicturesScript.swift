extension SiteScript {
  /// Badges taken out of pictures; the pictures themselves are never shown.
  static let pictures = #"""
    const SVG = "http://www.w3.org/2000/svg";
    const BADGES = "https://purl.imsglobal.org/ob/v3p0";
    const OLDER_BADGES = "http://openbadges.org";
    const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
    const MOST_CHUNKS = 2048;

    function startsWith(bytes, mark) {
      return mark.every((byte, place) => bytes[place] === byte);
    }

    /** The one declaration let through, in this spelling: drawing programs write it on their own. */
    const DRAWING = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" '
      + '"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">';

    /** The text without that declaration, which says nothing here; no other is read, nor any entity. */
    function withoutDrawing(text) {
      // In brackets: in a page, a script must not hold the start of a comment.
      const before = /^(?:\s+|<[!]--[^]*?-->|<\?[^]*?\?>)*/.exec(text)[0];
      const rest = text.slice(before.length);
      if (rest.startsWith(DRAWING)) return before + rest.slice(DRAWING.length);
      demand(!rest.startsWith("<!DOCTYPE"), "svg-doctype");
      return text;
    }

    /** The document of a picture in UTF-8 or ASCII, well formed. */
    function svgDocument(bytes) {
      const text = utf8Text(bytes, "pas-du-texte").replace(/^\ufeff/, "");
      const declaration = /^<\?xml\s[^]*?\?>/.exec(text)?.[0] ?? "";
      const encoding = /\sencoding\s*=\s*["']([^"']*)["']/.exec(declaration)?.[1] ?? "utf-8";
      const isASCII = /^(us-)?ascii$/i.test(encoding) && bytes.every((byte) => byte < 0x80);
      demand(encoding.toLowerCase() === "utf-8" || isASCII, "pas-du-texte");
      const read = new DOMParser().parseFromString(withoutDrawing(text), "image/svg+xml");
      demand(!read.doctype, "svg-doctype");
      const faults = read.getElementsByTagNameNS("*", "parsererror");
      demand(faults.length === 0 && read.documentElement, "svg-mal-forme");
      return read;
    }

    /** Open Badges 3.0, "Baked Badges": one element, child of the root. */
    function svgPayload(bytes) {
      const read = svgDocument(bytes);
      const root = read.documentElement;
      demand(root.namespaceURI === SVG && root.localName === "svg", "svg-autre-racine");
      const walk = read.createTreeWalker(read);
      const badges = [];
      let isOlder = false;
      while (walk.nextNode()) {
        const node = walk.currentNode;
        if (node.namespaceURI === OLDER_BADGES) isOlder = true;
        if (node.namespaceURI === BADGES && node.localName === "credential") badges.push(node);
        if (node.namespaceURI === OLDER_BADGES && node.localName === "assertion") badges.push(node);
      }
      demand(badges.length <= 1, "svg-plusieurs-badges");
      demand(badges[0]?.namespaceURI === BADGES || !isOlder, "badge-ancien");
      demand(badges.length === 1, "svg-sans-badge");
      demand(badges[0].parentNode === root, "svg-badge-mal-place");
      return badgeElement(badges[0]);
    }

    /** A token in `verify`, or JSON inside; both, or neither, could be read in two ways. */
    function badgeElement(badge) {
      const texts = [Node.TEXT_NODE, Node.CDATA_SECTION_NODE];
      const isPlain = [...badge.childNodes].every((node) => texts.includes(node.nodeType));
      const body = badge.textContent.trim();
      const token = badge.getAttribute("verify");
      demand(isPlain && (token !== null) !== (body !== ""), "svg-badge-ambigu");
      if (token === null) demand(body.startsWith("{"), "svg-badge-ambigu");
      return payload(utf8Bytes(token ?? body));
    }

    /** The chunks of a PNG, each with the right length and checksum. */
    function* pngChunks(bytes) {
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      let at = PNG.length;
      for (let count = 1; at < bytes.length; count++) {
        demand(count <= MOST_CHUNKS, "png-trop-de-blocs");
        demand(bytes.length - at >= 12, "png-mal-forme");
        const length = view.getUint32(at);
        demand(length <= bytes.length - at - 12, "png-mal-forme");
        const named = bytes.subarray(at + 4, at + 8 + length);
        demand(view.getUint32(at + 8 + length) === crc32(named), "png-mal-forme");
        const kind = String.fromCharCode(...named.subarray(0, 4));
        demand(/^[A-Za-z]{4}$/.test(kind), "png-mal-forme");
        at += 12 + length;
        yield { kind, data: named.subarray(4), end: at };
      }
    }

    /** PNG, second edition, §5.6: `IHDR` first, pixels, `IEND` last; then the only badge. */
    function pngPayload(bytes) {
      demand(startsWith(bytes, PNG), "png-mal-forme");
      const chunks = [...pngChunks(bytes)];
      const kinds = chunks.map((chunk) => chunk.kind);
      const last = chunks.at(-1);
      demand(kinds[0] === "IHDR" && chunks[0].data.length === 13, "png-mal-forme");
      demand(kinds.indexOf("IHDR", 1) < 0 && kinds.includes("IDAT"), "png-mal-forme");
      demand(last.kind === "IEND" && last.data.length === 0, "png-mal-forme");
      demand(kinds.indexOf("IEND") === kinds.length - 1, "png-mal-forme");
      const texts = chunks.filter(({ kind }) => ["tEXt", "zTXt", "iTXt"].includes(kind));
      const badges = texts.filter(({ data }) => keyword(data) === "openbadgecredential");
      const isOlder = texts.some(({ data }) => keyword(data) === "openbadges");
      demand(badges.length <= 1, "png-plusieurs-badges");
      demand(badges.length === 1 || !isOlder, "badge-ancien");
      demand(badges.length === 1, "png-sans-badge");
      return payload(badgeText(badges[0]));
    }

    /** The keyword of a text chunk, up to its first null. */
    function keyword(data) {
      const end = data.subarray(0, 80).indexOf(0);
      return end < 0 ? "" : String.fromCharCode(...data.subarray(0, end));
    }

    /** "Baked Badges": `iTXt`, not compressed, no language, no translated keyword. */
    function badgeText({ kind, data }) {
      demand(kind !== "zTXt", "png-comprime");
      demand(kind === "iTXt", "png-badge-ambigu");
      const rest = data.subarray("openbadgecredential".length + 1);
      demand(rest[0] !== 1, "png-comprime");
      demand(rest.length > 4 && startsWith(rest, [0, 0, 0, 0]), "png-badge-ambigu");
      return rest.subarray(4);
    }

    """#
}
