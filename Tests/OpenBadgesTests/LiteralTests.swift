import JSON
import OpenBadges
import Testing

@Suite("Literals in canonical N-Quads") struct LiteralTests {
  @Test(
    "only what RDFC-1.0 appendix A asks for is escaped",
    arguments: [
      ("", ""), ("simple", "simple"), ("\"", "\\\""), ("\\", "\\\\"), ("\n", "\\n"), ("\r", "\\r"),
      ("\t", "\\t"), ("\u{8}", "\\b"), ("\u{C}", "\\f"), ("\\n", "\\\\n"), ("\\u0039", "\\\\u0039"),
      (
        "\u{0}\u{1}\u{7}\u{B}\u{E}\u{1F}\u{7F}", "\\u0000\\u0001\\u0007\\u000B\\u000E\\u001F\\u007F"
      ),
      ("'<>{}|^`", "'<>{}|^`"), ("∞ 🌃 é e\u{301}", "∞ 🌃 é e\u{301}"),
      ("\u{80}\u{9F}\u{A0}\u{2028}\u{FEFF}\u{202E}", "\u{80}\u{9F}\u{A0}\u{2028}\u{FEFF}\u{202E}"),
      ("a\u{FFFE}\u{FFFF}\u{FFFD}b\u{FB01}", "a\\uFFFE\\uFFFF\u{FFFD}b\u{FB01}"),
      ("\u{1FFFE}\u{10FFFF}", "\u{1FFFE}\u{10FFFF}"),
      ("l’un\r\nl’autre\"", "l’un\\r\\nl’autre\\\""),
    ])
  func escapes(_ text: String, _ expected: String) throws {
    let found = try #require(try Linked.objects(["name": .string(text)]).first)
    #expect(Array(found.utf8) == Array("\"\(expected)\"".utf8))
  }

  @Test("texts that are equal for Swift and differ in bytes stay two")
  func composition() throws {
    #expect(try Linked.objects(["name": ["\u{E9}", "e\u{301}"]]).count == 2)
    #expect(
      try Linked.lines([
        "endorsement": [["id": "urn:\u{E9}", "name": "1"], ["id": "urn:e\u{301}", "name": "1"]]
      ]).count == 4)
  }

  /// The right side is Python's `'%1.15E'`, its zeros taken away as JSON-LD 1.1 API §8.6 asks.
  @Test(
    "a number with a fraction has fifteen digits after the point, rounded half to even",
    arguments: [
      (0.1 as Double, "1.0E-1"), (8.3, "8.300000000000001E0"), (1e-07, "1.0E-7"),
      (.leastNonzeroMagnitude, "4.940656458412465E-324"),
      (.leastNormalMagnitude, "2.225073858507201E-308"),
      (123456.789, "1.23456789E5"), (99999999999999.95, "9.999999999999995E13"),
      (0.30000000000000004, "3.0E-1"), (9.999999999999998, "9.999999999999998E0"),
      (4503599627370495.5, "4.503599627370496E15"), (1234567890123456.5, "1.234567890123456E15"),
      (1234567890123457.5, "1.234567890123458E15"), (1.0000000000000002, "1.0E0"),
      (-2.5, "-2.5E0"), (9.999999999999999e-05, "9.999999999999999E-5"),
      (0.9999999999999999, "9.999999999999999E-1"), (1.5, "1.5E0"), (4.35, "4.35E0"),
      (0.3333333333333333, "3.333333333333333E-1"), (1e-300, "1.0E-300"),
      (95.367431640625, "9.5367431640625E1"), (0.001, "1.0E-3"),
    ])
  func doubles(_ value: Double, _ expected: String) throws {
    let found = try Linked.objects(["name": .double(value)])
    #expect(found == ["\"\(expected)\"^^<http://www.w3.org/2001/XMLSchema#double>"])
  }

  @Test("a fraction of zeros is a whole number, whatever writes it")
  func whole() throws {
    let integer = ["\"10\"^^<http://www.w3.org/2001/XMLSchema#integer>"]
    for text in ["10", "10.0", "1e1", "1.0E+1"] {
      #expect(try Linked.objects(["name": JSON(parsing: text)]) == integer)
    }
    let zero = ["\"0\"^^<http://www.w3.org/2001/XMLSchema#integer>"]
    #expect(try Linked.objects(["name": JSON(parsing: "-0.0")]) == zero)
    #expect(
      try Linked.objects(["name": 9_007_199_254_740_991])
        == ["\"9007199254740991\"^^<http://www.w3.org/2001/XMLSchema#integer>"])
  }

  @Test("every power of two with a fraction reads back as the number nearest to its digits")
  func powers() throws {
    for power in stride(from: -1074, through: -1, by: 7) {
      let value = Double(sign: .plus, exponent: power, significand: 1)
      let found = try #require(try Linked.objects(["name": .double(value)]).first)
      let text = found.split(separator: "\"").first ?? ""
      let read = try #require(Double(text))
      // Sixteen digits are within half a unit of the sixteenth.
      #expect((read - value).magnitude <= value * 1e-15 + .leastNonzeroMagnitude)
    }
  }
}
