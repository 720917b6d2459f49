extension SiteScript {
  /// A strict JSON reader and the writer of RFC 8785.
  ///
  /// Objects are `Map`s: no key of a badge can meet a property of the language.
  static let strictJSON = #"""
    const DEEPEST = 24;

    /** RFC 8259 with what RFC 7493 warns of refused, as `JSON(parsing:)` does on the other side. */
    class StrictReader {
      constructor(text) {
        this.text = text;
        this.at = 0;
        this.depth = 0;
      }

      whole() {
        const value = this.value();
        this.skipBlanks();
        demand(this.at === this.text.length, "jeton-json");
        return value;
      }

      skipBlanks() {
        while (" \n\r\t".includes(this.text[this.at] ?? "x")) this.at++;
      }

      takes(mark) {
        if (!this.text.startsWith(mark, this.at)) return false;
        this.at += mark.length;
        return true;
      }

      match(pattern) {
        pattern.lastIndex = this.at;
        const found = pattern.exec(this.text)?.[0];
        demand(found !== undefined, "jeton-json");
        this.at += found.length;
        return found;
      }

      value() {
        this.skipBlanks();
        switch (this.text[this.at]) {
          case "{": return this.nested(() => this.object());
          case "[": return this.nested(() => this.array());
          case '"': return this.string();
          default: return this.word();
        }
      }

      word() {
        if (this.takes("true")) return true;
        if (this.takes("false")) return false;
        if (this.takes("null")) return null;
        return this.number();
      }

      nested(body) {
        demand(this.depth < DEEPEST, "jeton-trop-profond");
        this.depth++;
        this.at++;
        const value = body();
        this.depth--;
        return value;
      }

      array() {
        const elements = [];
        this.skipBlanks();
        if (this.takes("]")) return elements;
        for (;;) {
          elements.push(this.value());
          this.skipBlanks();
          if (this.takes("]")) return elements;
          demand(this.takes(","), "jeton-json");
        }
      }

      object() {
        const members = new Map();
        const seen = new Set();
        this.skipBlanks();
        if (this.takes("}")) return members;
        for (;;) {
          this.skipBlanks();
          this.member(members, seen);
          this.skipBlanks();
          if (this.takes("}")) return members;
          demand(this.takes(","), "jeton-json");
        }
      }

      /** Two keys that differ only by Unicode composition are the same key. */
      member(members, seen) {
        demand(this.text[this.at] === '"', "jeton-json");
        const key = this.string();
        demand(!seen.has(key.normalize("NFC")), "jeton-cle-double");
        seen.add(key.normalize("NFC"));
        this.skipBlanks();
        demand(this.takes(":"), "jeton-json");
        members.set(key, this.value());
      }

      string() {
        let text = "";
        this.at++;
        for (;;) {
          text += this.match(/[^"\\\u0000-\u001f]*/y);
          if (this.takes('"')) return text;
          text += this.escape();
        }
      }

      escape() {
        const short = { '"': '"', "\\": "\\", "/": "/", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };
        const mark = this.match(/\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})/y);
        if (mark[1] !== "u") return short[mark[1]];
        const unit = parseInt(mark.slice(2), 16);
        if (unit < 0xd800 || unit > 0xdfff) return String.fromCharCode(unit);
        demand(unit < 0xdc00, "jeton-json");
        const low = parseInt(this.match(/\\u[Dd][C-Fc-f][0-9A-Fa-f]{2}/y).slice(2), 16);
        return String.fromCharCode(unit, low);
      }

      /** A number that a double does not hold is refused: another reader might see another one. */
      number() {
        const written = this.match(/-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y);
        const value = Number(written);
        const digits = written.split(/[eE]/)[0];
        demand(Number.isFinite(value) && (value !== 0 || !/[1-9]/.test(digits)), "jeton-json");
        if (/^-?[0-9]+$/.test(written) && !Number.isSafeInteger(value)) {
          demand(String(value) === written, "jeton-json");
        }
        return value;
      }
    }

    function strictObject(bytes) {
      const text = utf8Text(bytes, "jeton-json");
      const value = new StrictReader(text).whole();
      demand(value instanceof Map, "jeton-json");
      return value;
    }

    /** RFC 8785: keys in the order of their UTF-16 units, numbers and strings as ECMA-262 writes. */
    function canonicalText(value) {
      if (Array.isArray(value)) return `[${value.map(canonicalText).join(",")}]`;
      if (!(value instanceof Map)) return JSON.stringify(value);
      const members = [...value.keys()].sort().map((key) => {
        return `${JSON.stringify(key)}:${canonicalText(value.get(key))}`;
      });
      return `{${members.join(",")}}`;
    }

    function canonical(value) {
      return utf8Bytes(canonicalText(value));
    }

    """#
}
