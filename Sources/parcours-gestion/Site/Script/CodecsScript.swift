extension SiteScript {
  /// Strict codecs: one spelling for each value, as on the signing side.
  static let codecs = #"""
    const BASE64URL = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    const BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    const MONTHS = [
      "janvier", "février", "mars", "avril", "mai", "juin",
      "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ];

    function utf8Bytes(text) {
      return new TextEncoder().encode(text);
    }

    function utf8Text(bytes, code) {
      try {
        return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
      } catch {
        throw new Flaw(code);
      }
    }

    function hexadecimal(bytes) {
      return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
    }

    function joined(...parts) {
      const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
      let place = 0;
      for (const part of parts) {
        whole.set(part, place);
        place += part.length;
      }
      return whole;
    }

    /** RFC 7515 §2: no padding, no blank, no stray bit at the end. */
    function base64URL(text, code) {
      demand(text.length % 4 !== 1, code);
      const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
      let pending = 0;
      let bits = 0;
      let place = 0;
      for (const letter of text) {
        const value = BASE64URL.indexOf(letter);
        demand(value >= 0, code);
        pending = ((pending << 6) | value) & 0xffff;
        bits += 6;
        if (bits < 8) continue;
        bits -= 8;
        bytes[place++] = (pending >> bits) & 0xff;
      }
      demand((pending & ((1 << bits) - 1)) === 0, code);
      return bytes;
    }

    /** The 64 bytes of a signature in base58btc; anything else is refused. */
    function base58Signature(text, code) {
      demand(text.length >= 64 && text.length <= 88, code);
      const bytes = new Uint8Array(64);
      for (const letter of text) {
        let carry = BASE58.indexOf(letter);
        demand(carry >= 0, code);
        for (let place = 63; place >= 0; place--) {
          carry += bytes[place] * 58;
          bytes[place] = carry & 0xff;
          carry >>= 8;
        }
        demand(carry === 0, code);
      }
      const zeros = bytes.findIndex((byte) => byte !== 0);
      const ones = text.match(/^1*/)[0].length;
      demand(zeros === ones, code);
      return bytes;
    }

    const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, value) => {
      for (let bit = 0; bit < 8; bit++) {
        value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
      }
      return value;
    });

    function crc32(bytes) {
      let crc = 0xffffffff;
      for (const byte of bytes) crc = CRC_TABLE[(crc ^ byte) & 0xff] ^ (crc >>> 8);
      return (crc ^ 0xffffffff) >>> 0;
    }

    async function sha256(bytes) {
      if (!globalThis.crypto?.subtle) throw new Omission("page-non-sure");
      return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    }

    /** Whole seconds since 1970 of an RFC 3339 date, with `Z` or an offset; a fraction is left out. */
    function seconds(text, code) {
      const form = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d{1,9})?(?:Z|([+-])(\d\d):(\d\d))$/;
      const parts = typeof text === "string" ? form.exec(text) : null;
      demand(parts, code);
      const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(Number);
      const [hours, minutes] = [Number(parts[8] ?? 0), Number(parts[9] ?? 0)];
      demand(year >= 1969 && hour <= 23 && minute <= 59 && second <= 59, code);
      demand(hours <= 23 && minutes <= 59, code);
      const date = new Date(Date.UTC(year, month - 1, day));
      demand(date.getUTCMonth() === month - 1 && date.getUTCDate() === day, code);
      const offset = (hours * 3600 + minutes * 60) * (parts[7] === "-" ? -1 : 1);
      const value = date.getTime() / 1000 + hour * 3600 + minute * 60 + second - offset;
      demand(value >= 0 && value < 253402300800, code);
      return value;
    }

    function ordinal(day) {
      return day === 1 ? "1er" : String(day);
    }

    /** `21 novembre 2026`, in universal time. */
    function frenchDay(time) {
      const date = new Date(time * 1000);
      const day = ordinal(date.getUTCDate());
      return `${day} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
    }

    /** `21 novembre 2026 à 09:12`, by the clock of this computer. */
    function frenchInstant(time) {
      const date = new Date(time * 1000);
      const clock = [date.getHours(), date.getMinutes()].map((n) => String(n).padStart(2, "0"));
      const day = `${ordinal(date.getDate())} ${MONTHS[date.getMonth()]} ${date.getFullYear()}`;
      return `${day} à ${clock.join(":")}`;
    }

    """#
}
