import OpenBadges
import Testing

private func letters(_ bytes: [UInt8]) -> String {
  Base64URL.text(bytes)
}

@Suite("Base64url after RFC 7515") struct Base64URLTests {
  @Test(
    "the vectors of RFC 4648 section 10, without padding, go both ways",
    arguments: [
      ("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"),
      ("fooba", "Zm9vYmE"), ("foobar", "Zm9vYmFy"),
    ])
  func vectors(_ text: String, _ expected: String) {
    #expect(letters(Array(text.utf8)) == expected)
    #expect(Base64URL.decoded(expected) == Array(text.utf8))
  }

  @Test("the octets of RFC 7515 appendix C use the two letters of the URL alphabet")
  func appendixC() {
    let bytes: [UInt8] = [3, 236, 255, 224, 193]
    #expect(letters(bytes) == "A-z_4ME")
    #expect(Base64URL.decoded("A-z_4ME") == bytes)
  }

  @Test("every byte comes back from every place", arguments: 0..<4)
  func roundTrip(_ lead: Int) {
    let bytes = [UInt8](repeating: 0xA5, count: lead) + Array(0...255)
    #expect(Base64URL.decoded(letters(bytes)) == bytes)
  }

  @Test(
    "another spelling of the same bytes is refused",
    arguments: [
      "Zg==", "Zg=", "Zh", "Zm9", "Zm-", "A", "Zm9vA", "Zm 8", "Zm8 ", " Zm8", "Zm8\n", "Zm8\u{0}",
      "Zm+v", "Zm/v", "Zm.v", "Zmé", "Zm9vYmF=",
    ])
  func strictness(_ text: String) {
    #expect(Base64URL.decoded(text) == nil)
  }

  @Test("of the 64 letters that may end two bytes, only sixteen do")
  func trailingBits() {
    let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    #expect(alphabet.count { Base64URL.decoded("Zm\($0)") != nil } == 16)
    #expect(alphabet.count { Base64URL.decoded("Z\($0)") != nil } == 4)
  }
}

@Suite("Dates of credentials") struct CredentialDateTests {
  @Test(
    "seconds and text go both ways",
    arguments: [
      (0, "1970-01-01T00:00:00Z"), (951_782_399, "2000-02-28T23:59:59Z"),
      (951_782_400, "2000-02-29T00:00:00Z"), (1_709_251_199, "2024-02-29T23:59:59Z"),
      (1_795_252_353, "2026-11-21T09:12:33Z"), (4_107_542_400, "2100-03-01T00:00:00Z"),
      (253_402_300_799, "9999-12-31T23:59:59Z"),
    ])
  func bothWays(_ seconds: Int, _ text: String) {
    #expect(CredentialDate.text(seconds) == text)
    #expect(CredentialDate.seconds(text) == seconds)
  }

  @Test(
    "an offset is taken into account",
    arguments: [
      ("1970-01-01T02:00:00+02:00", 0), ("1969-12-31T18:30:00-05:30", 0),
      ("2026-11-21T10:12:33+01:00", 1_795_252_353),
    ])
  func offsets(_ text: String, _ seconds: Int) {
    #expect(CredentialDate.seconds(text) == seconds)
  }

  @Test(
    "what is no whole second of a day that exists is refused",
    arguments: [
      "", "2026-11-21", "2026-11-21T09:12:33", "2026-11-21T09:12:33.0Z", "2026-11-21T09:12:33z",
      "2026-11-21 09:12:33Z", "2026-02-29T00:00:00Z", "1900-02-29T00:00:00Z",
      "2026-04-31T00:00:00Z", "2026-00-10T00:00:00Z", "2026-13-10T00:00:00Z",
      "2026-11-00T00:00:00Z", "2026-11-21T24:00:00Z", "2026-11-21T09:60:00Z",
      "2026-11-21T09:12:60Z", "0000-01-01T00:00:00Z", "1969-12-31T23:59:59Z",
      "9999-12-31T23:59:59-01:00", "+026-11-21T09:12:33Z", "2026-11-21T09:12:33+0100",
      "2026-11-21T09:12:33+01:60", "2026-11-21T09:12:33*01:00", "２026-11-21T09:12Z",
      "2026-11-21T-1:12:33Z",
    ])
  func refused(_ text: String) {
    #expect(CredentialDate.seconds(text) == nil)
  }

  @Test(
    "seconds out of the years 1970 to 9999 have no text", arguments: [-1, 253_402_300_800, .max])
  func outOfRange(_ seconds: Int) {
    #expect(CredentialDate.text(seconds) == nil)
  }

  @Test(
    "a fraction stands after the seconds and nowhere else",
    arguments: [
      ("2026-11-21T09:12:33.5Z", true), ("2026-11-21T09:12:33.123456789+02:00", true),
      ("2026.9-11-21T09:12:33Z", false), ("2026-11-21T09:12:33+02:00.5", false),
      ("2026-11-21T09:12:33.Z", false), ("2026-11-21T09:12:33.1234567890Z", false),
      ("2026-11-21T09:12.5:33Z", false), (".5", false),
    ])
  func fractions(_ text: String, _ isDate: Bool) {
    #expect((CredentialDate.instant(text) != nil) == isDate)
  }

  @Test("every day of four centuries is read as it is written")
  func everyDay() {
    let days = stride(from: 10_957, to: 10_957 + 146_097, by: 1)
    let wrong = days.first { day in
      CredentialDate.text(day * 86_400).flatMap(CredentialDate.seconds) != day * 86_400
    }
    #expect(wrong == nil)
  }
}

@Suite("Hidden addresses") struct IdentityHashTests {
  @Test("the example of the standard gives its hash")
  func specification() {
    #expect(
      IdentityHash.sha256("a@example.com", salt: "Kosher")
        == "sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399")
  }

  @Test(
    "an address is hashed composed, trimmed and in lower case",
    arguments: [
      ("a@example.com", "a@example.com"), ("  A@Example.COM\n", "a@example.com"),
      ("he\u{301}le\u{300}ne@ville.fr", "h\u{E9}l\u{E8}ne@ville.fr"),
      ("HÉLÈNE@ville.fr", "h\u{E9}l\u{E8}ne@ville.fr"), ("\u{A0}a@b.fr\u{2009}", "a@b.fr"),
      ("", ""), (" \n ", ""),
    ])
  func normalisation(_ email: String, _ expected: String) {
    #expect(Array(IdentityHash.normalised(email).utf8) == Array(expected.utf8))
  }
}

@Suite("Texts from elsewhere") struct PlainTextTests {
  @Test(
    "what could move a cursor or turn a line around is taken away",
    arguments: [
      ("Ville d’Exemple — « été » 😀", "Ville d’Exemple — « été » 😀"), ("a\u{1B}[2Jb", "a[2Jb"),
      ("a\u{7}b\u{0}c\u{7F}d\u{9B}e", "abcde"), ("un\ndeux\ttrois\r\nfin", "un deux trois  fin"),
      ("\u{202E}fdp.exe\u{202C}", "fdp.exe"), ("a\u{2066}b\u{2069}c\u{200F}d\u{61C}e", "abcde"),
      ("a\u{2028}b\u{85}c", "a b c"), ("\u{FEFF}a\u{200B}b\u{2060}c", "abc"),
      ("a\u{E0041}\u{E007F}b", "ab"), ("", ""),
    ])
  func cleaning(_ text: String, _ expected: String) {
    #expect(PlainText.cleaned(text) == expected)
  }

  @Test("joiners that scripts and emoji need are kept", arguments: ["👩‍💻", "می‌خواهم", "e\u{301}"])
  func kept(_ text: String) {
    #expect(Array(PlainText.cleaned(text).utf8) == Array(text.utf8))
  }

  @Test("no scalar below U+E0100 that a terminal obeys comes through")
  func everyScalar() {
    let through = (0...0xE00FF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init).filter {
      PlainText.cleaned(String($0)).unicodeScalars.contains {
        $0.properties.generalCategory == .control || $0.properties.isBidiControl
      }
    }
    #expect(through.isEmpty)
  }
}

@Suite("Fingerprints") struct FingerprintTests {
  @Test("the first eight bytes of SHA-256, in the two ways they are written")
  func forms() {
    // FIPS 180-4: SHA-256("abc") begins with ba7816bf8f01cfea.
    let print = Fingerprint.of(Array("abc".utf8))
    #expect(print.text == "E-ba7816bf8f01cfea")
    #expect(print.grouped == "ba78 16bf 8f01 cfea")
    #expect(print.digits == "ba7816bf8f01cfea")
  }

  @Test("the text of a file is read back")
  func reading() {
    #expect(Fingerprint("E-ba7816bf8f01cfea") == Fingerprint.of(Array("abc".utf8)))
  }

  @Test(
    "any other text is refused",
    arguments: [
      "", "E-", "ba7816bf8f01cfea", "E-BA7816BF8F01CFEA", "E-ba7816bf8f01cfe",
      "E-ba7816bf8f01cfea0", "e-ba7816bf8f01cfea", "E-ba7816bf8f01cfeg", "E ba7816bf8f01cfea",
    ])
  func refused(_ text: String) {
    #expect(Fingerprint(text) == nil)
  }
}
