/// The content security policy of a page: what it may load and run, which is next to nothing.
struct SitePolicy {
  /// For a page without a script.
  let plain: String
  /// For the page that runs `SiteScript`.
  let scripted: String

  /// Content Security Policy Level 3: the style and the script by their hashes, pictures of this
  /// site, and no connection at all.
  init() {
    func hash(_ text: String) -> String {
      "'sha256-\(SitePolicy.base64(sha256(Array(text.utf8))))'"
    }
    let style = "default-src 'none'; style-src \(hash(SiteStyle.text))"
    let rest = "connect-src 'none'; base-uri 'none'; form-action 'none'"
    // `data:` is for the empty icon, without which a browser asks the site for one.
    plain = "\(style); img-src 'self' data:; \(rest)"
    scripted = "\(style); script-src \(hash(SiteScript.text)); img-src data:; \(rest)"
  }

  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// RFC 4648 §4, padded.
  static func base64(_ bytes: [UInt8]) -> String {
    var letters: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let value = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        let letter = alphabet[value >> (18 - 6 * place) & 63]
        letters.append(place <= group.count ? letter : UInt8(ascii: "="))
      }
    }
    return String(decoding: letters, as: UTF8.self)
  }
}
