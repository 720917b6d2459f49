import OpenBadges
import Testing

@Suite("A sealed key", .serialized) struct SealedKeyTests {
  /// The least cost that is read: tests would take minutes with the usual one.
  private static let cost = 1 << 14
  private static let passphrase = Array("quatre mots bien à moi".utf8)
  private let pem = P256SigningKey.generate().secretPEM

  private func sealed() throws -> String {
    try SealedKey.seal(pem: pem, passphrase: Self.passphrase, cost: Self.cost)
  }

  private func open(_ text: String) throws(SealedKeyError) -> String {
    try SealedKey.open(text, passphrase: Self.passphrase)
  }

  @Test("a key sealed at the usual cost comes back, and signs")
  func roundTrip() throws {
    let clock = ContinuousClock()
    var text = ""
    let sealing = try clock.measure {
      text = try SealedKey.seal(pem: pem, passphrase: Self.passphrase)
    }
    var back = ""
    let opening = try clock.measure { back = try open(text) }
    print("sealed key, N = 2^17: seal \(sealing), open \(opening)")
    #expect(back == pem)
    #expect(try P256SigningKey(pem: back).secretPEM == pem)
    #expect(text.contains("\nDerivation: scrypt N=131072 r=8 p=1\n"))
  }

  @Test("the text says it is sealed, shows nothing of the key, and has lines of 64 letters")
  func form() throws {
    let text = try sealed()
    #expect(SealedKey.isSealed(text))
    #expect(!SealedKey.isSealed(pem))
    #expect(!SealedKey.isSealed(""))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.first == "-----BEGIN PARCOURS SEALED KEY-----")
    #expect(lines[1] == "Version: 1" && lines[4] == "Cipher: ChaCha20-Poly1305")
    #expect(lines[5] == "" && lines.last == "")
    #expect(lines[lines.count - 2] == "-----END PARCOURS SEALED KEY-----")
    #expect(lines.allSatisfy { $0.utf8.count <= 64 })
    for line in pem.split(separator: "\n") { #expect(!text.contains(line)) }
  }

  @Test("two seals of one key share neither salt nor letters")
  func randomness() throws {
    let lines = try [sealed(), sealed()].map { $0.split(separator: "\n") }
    #expect(lines[0][3] != lines[1][3])
    #expect(Set(lines[0][5...]).isDisjoint(with: lines[1][5..<(lines[1].count - 1)]))
  }

  @Test(
    "any other passphrase is refused in the words of a damaged file",
    arguments: [
      "quatre mots bien a moi", "Quatre mots bien à moi", "quatre mots bien à moi ", " ", "\0",
      "quatre mots bien a\u{300} moi", String(repeating: "x", count: 5000),
    ])
  func wrongPassphrase(_ other: String) throws {
    let text = try sealed()
    #expect(throws: SealedKeyError.cannotOpen) {
      try SealedKey.open(text, passphrase: Array(other.utf8))
    }
  }

  @Test("an empty passphrase is refused, to seal and to open")
  func emptyPassphrase() throws {
    let text = try sealed()
    #expect(throws: SealedKeyError.emptyPassphrase) {
      try SealedKey.seal(pem: pem, passphrase: [], cost: Self.cost)
    }
    #expect(throws: SealedKeyError.emptyPassphrase) { try SealedKey.open(text, passphrase: []) }
  }

  @Test(
    "what is no PKCS#8 in PEM is not sealed",
    arguments: [
      "", "abc", "-----BEGIN PUBLIC KEY-----\nAAAA\n", "-----BEGIN PRIVATE KEY-----",
      "-----BEGIN PRIVATE KEY-----\n" + String(repeating: "A", count: 9000),
    ])
  func notPEM(_ text: String) {
    #expect(throws: SealedKeyError.notPEM) {
      try SealedKey.seal(pem: text, passphrase: Self.passphrase, cost: Self.cost)
    }
  }

  @Test("any byte of the header altered is refused, and one of eight below")
  func everyByte() throws {
    let bytes = Array(try sealed().utf8)
    let body = try #require(bytes.indices.first { bytes[$0...].starts(with: [0x0A, 0x0A]) })
    let places = Array(0..<(body + 2)) + stride(from: body + 2, to: bytes.count, by: 8)
    for place in places {
      for change: UInt8 in [0x01, 0x20] {
        var altered = bytes
        altered[place] ^= change
        let text = String(decoding: altered, as: UTF8.self)
        #expect(throws: SealedKeyError.cannotOpen, "byte \(place)") { try open(text) }
      }
    }
  }

  @Test(
    "a text of another form is refused without deriving anything",
    arguments: [
      ("N=16384", "N=8192"), ("N=16384", "N=524288"), ("N=16384", "N=9223372036854775807"),
      ("N=16384", "N=99999999999999999999"), ("N=16384", "N=-16384"), ("N=16384", "N=+16384"),
      ("N=16384", "N=016384"), ("N=16384", "N=16385"), ("N=16384", "N="), ("N=16384", "N=0"),
      ("r=8", "r=9"), ("r=8", "r=1073741824"), ("p=1", "p=2"), ("p=1", "p=1 "),
      ("Version: 1", "Version: 2"), ("Version: 1\n", ""), ("Version: 1", "Version: 1\nVersion: 1"),
      ("Salt: ", "Salt: AAAA"), ("Salt: ", "salt: "), ("ChaCha20-Poly1305", "none"),
      ("\n\n", "\n"), ("\n\n", "\n \n"), ("\n\n", "\n\n\n"), ("-----END", "----END"),
      ("\n", "\r\n"), ("Version", "\u{FEFF}Version"), ("\nSalt", "\n\u{301}Salt"),
    ])
  func otherForm(_ old: String, _ new: String) throws {
    var text = try sealed()
    text.replaceSubrange(try #require(text.ranges(of: old).first), with: new)
    #expect(throws: SealedKeyError.cannotOpen) { try open(text) }
  }

  @Test("a text cut anywhere, followed by another, or far too long is refused")
  func lengths() throws {
    let text = try sealed()
    for count in stride(from: 0, to: text.utf8.count, by: 5) {
      #expect(throws: SealedKeyError.cannotOpen) { try open(String(text.prefix(count))) }
    }
    for other in ["\(text)\(text)", "\n\(text)", "\(text)\n", String(repeating: text, count: 99)] {
      #expect(throws: SealedKeyError.cannotOpen) { try open(other) }
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let headerOnly = (lines[..<6] + ["", "-----END PARCOURS SEALED KEY-----", ""])
    #expect(throws: SealedKeyError.cannotOpen) { try open(headerOnly.joined(separator: "\n")) }
  }

  @Test("the header of one file does not fit the letters of another")
  func mixed() throws {
    let lines = try [sealed(), sealed()].map {
      $0.split(separator: "\n", omittingEmptySubsequences: false)
    }
    let mixed = (lines[0][..<6] + lines[1][6...]).joined(separator: "\n")
    #expect(throws: SealedKeyError.cannotOpen) { try open(mixed) }
  }

  @Test("a file sealed by Python's hashlib and cryptography opens")
  func outside() throws {
    let pem = try SealedKey.open(Self.fromPython, passphrase: Array("clé d’essai".utf8))
    #expect(pem == Self.insideIt)
    #expect(throws: Never.self) { try P256SigningKey(pem: pem) }
  }

  @Test("a cost that is not admitted is refused before anything is derived")
  func costs() {
    for cost in [0, 1, 3, 1 << 13, 1 << 19, (1 << 14) + 1, .max, .min, -1] {
      #expect(throws: SealedKeyError.cannotSeal) {
        try SealedKey.seal(pem: pem, passphrase: Self.passphrase, cost: cost)
      }
    }
  }

  @Test("each error has its sentences in French")
  func sentences() {
    let sentences = SealedKeyError.allCases.map(\.sentence)
    #expect(Set(sentences).count == sentences.count)
    #expect(sentences.allSatisfy { $0.hasSuffix(".") })
  }

  /// The P-256 key of RFC 6979 appendix A.2.5.
  private static let insideIt = """
    -----BEGIN PRIVATE KEY-----
    MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgya+p2EW6dRZrXCFX
    Z7HWk05Qw9s26JsSe4piKxIPZyGhRANCAARg/tS6JVqdMclh63TGNW1owEm4kjth
    +mzmaWIuYPKftnkD/hAIuLyZpBrp6VYovGTy8bIMLX6fUXejwpTURiKZ
    -----END PRIVATE KEY-----

    """

  private static let fromPython = """
    -----BEGIN PARCOURS SEALED KEY-----
    Version: 1
    Derivation: scrypt N=32768 r=8 p=1
    Salt: YL86JsmaRqB6CEtRA4FdoA==
    Cipher: ChaCha20-Poly1305

    QfnBU94kr52ID1f+M93v71EfhVTh2hSLSP9lWfD0x4B7l6JKgce7cMK4p1Y9UrSR
    9xPBcyqfu0iu1sa2wfM+ArAKDbwP4DfdlnMzBFFvu+QRXow6H2Or9r1wwCdPVRMv
    XmChPfLqXOTHubJJeVt3co3s/O+lPuMpU+3UVj7sJrd9Nl8YQnn+kTItDThKGfCl
    xwOLkz1NEpSqPwWwkstMa9J1V4HljZ7fvK36F4zhzTP865MgLwYlm/cb2540/eqP
    WL3tJYiD9ADfMlzx6YkriXaTzJdypB0cMopvnPb8/qtu/rixcxzjMEd+4iuYZh06
    XvFM+yXbDY8vH8Qt7f/A8WgSt6Ja9sChejoAZ7E=
    -----END PARCOURS SEALED KEY-----

    """
}
