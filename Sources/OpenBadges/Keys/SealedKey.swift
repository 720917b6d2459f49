import Crypto
import CryptoExtras
import FoundationEssentials

/// A private key at rest: a PEM under a passphrase, by scrypt (RFC 7914) and ChaCha20-Poly1305.
///
/// The text is armour, header lines, an empty line, then base64 on lines of 64 letters: 12 bytes of
/// nonce, the encrypted PEM, 16 bytes of tag. The header lines, each with its line feed, are the
/// additional data. One spelling only: what `seal` would not write is not opened.
///
///     -----BEGIN PARCOURS SEALED KEY-----
///     Version: 1
///     Derivation: scrypt N=131072 r=8 p=1
///     Salt: (16 bytes in base64)
///     Cipher: ChaCha20-Poly1305
public enum SealedKey {
  /// scrypt's N for new files: 128 MiB of memory, about half a second of work.
  public static let cost = 1 << 17

  /// The powers of two accepted as N, from 16 to 256 MiB: a file cannot exhaust the machine.
  package static let costs = (14...18).map { 1 << $0 }

  private static let head = "-----BEGIN PARCOURS SEALED KEY-----"
  private static let foot = "-----END PARCOURS SEALED KEY-----"
  private static let largest = 16_384

  /// Whether a text says it is a sealed key; only `open` tells whether it is one.
  public static func isSealed(_ text: String) -> Bool { text.utf8.starts(with: head.utf8) }

  /// The sealed text of a PKCS#8 PEM, with a final newline; `passphrase` is UTF-8 as it was typed.
  ///
  /// Salt and nonce are drawn by Crypto. `cost` is one of `costs`.
  public static func seal(
    pem: String, passphrase: [UInt8], cost: Int = SealedKey.cost
  ) throws(SealedKeyError) -> String {
    guard !passphrase.isEmpty else { throw .emptyPassphrase }
    guard isPKCS8(pem), pem.utf8.count <= largest / 2 else { throw .notPEM }
    let salt = SymmetricKey(size: .bits128).withUnsafeBytes { Array($0) }
    guard let header = Header(cost: cost, salt: salt),
      let key = header.key(passphrase),
      let box = try? ChaChaPoly.seal(
        Array(pem.utf8), using: key, authenticating: header.bytes)
    else { throw .cannotSeal }
    return written(header, Array(box.combined))
  }

  /// The PEM in a sealed text; the wrong passphrase and any damage throw the same `cannotOpen`.
  public static func open(
    _ text: String, passphrase: [UInt8]
  ) throws(SealedKeyError) -> String {
    guard !passphrase.isEmpty else { throw .emptyPassphrase }
    guard let (header, sealed) = read(text), let key = header.key(passphrase),
      let box = try? ChaChaPoly.SealedBox(combined: sealed),
      let pem = try? ChaChaPoly.open(box, using: key, authenticating: header.bytes)
    else { throw .cannotOpen }
    return String(decoding: pem, as: UTF8.self)
  }

  private static func isPKCS8(_ pem: String) -> Bool {
    pem.utf8.starts(with: "-----BEGIN PRIVATE KEY-----\n".utf8)
  }

  private static func written(_ header: Header, _ sealed: [UInt8]) -> String {
    let letters = Array(Data(sealed).base64EncodedString().utf8)
    let lines = stride(from: 0, to: letters.count, by: 64).map {
      String(decoding: letters[$0..<min($0 + 64, letters.count)], as: UTF8.self) + "\n"
    }
    return "\(head)\n\(header.text)\n\(lines.joined())\(foot)\n"
  }

  /// The header and the bytes below it; nil unless `written` gives this very text.
  private static func read(_ text: String) -> (Header, [UInt8])? {
    guard text.utf8.count <= largest, text.utf8.allSatisfy({ $0 == 0x0A || $0 >= 0x20 })
    else { return nil }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.count > 8, let header = Header(lines: Array(lines[1...4])),
      let sealed = Data(base64Encoded: lines[6..<(lines.count - 2)].joined())
    else { return nil }
    let bytes = Array(sealed)
    return written(header, bytes).utf8.elementsEqual(text.utf8) ? (header, bytes) : nil
  }
}

/// What a reader must know to derive the key.
private struct Header {
  private let cost: Int
  private let salt: [UInt8]

  private static let first = "Version: 1"
  private static let derivation = (start: "Derivation: scrypt N=", end: " r=8 p=1")
  private static let salt = "Salt: "
  private static let last = "Cipher: ChaCha20-Poly1305"

  /// Nil for a cost that is not admitted, or a salt that has not 16 bytes.
  init?(cost: Int, salt: [UInt8]) {
    guard SealedKey.costs.contains(cost), salt.count == 16 else { return nil }
    self.cost = cost
    self.salt = salt
  }

  init?(lines: [String]) {
    guard lines.count == 4, lines[1].hasPrefix(Header.derivation.start),
      lines[1].hasSuffix(Header.derivation.end), lines[2].hasPrefix(Header.salt),
      let salt = Data(base64Encoded: String(lines[2].dropFirst(Header.salt.count)))
    else { return nil }
    let digits = lines[1].dropFirst(Header.derivation.start.count)
      .dropLast(Header.derivation.end.count)
    guard let cost = Int(digits) else { return nil }
    self.init(cost: cost, salt: Array(salt))
  }

  /// The four lines, each with its line feed.
  var text: String {
    let lines = [
      Header.first, "\(Header.derivation.start)\(cost)\(Header.derivation.end)",
      Header.salt + Data(salt).base64EncodedString(), Header.last,
    ]
    return lines.map { $0 + "\n" }.joined()
  }

  var bytes: [UInt8] { Array(text.utf8) }

  func key(_ passphrase: [UInt8]) -> SymmetricKey? {
    try? KDF.Scrypt.deriveKey(
      from: passphrase, salt: salt, outputByteCount: 32, rounds: cost, blockSize: 8,
      parallelism: 1)
  }
}
