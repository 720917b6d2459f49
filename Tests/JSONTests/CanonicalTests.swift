import JSON
import Testing

private func canonical(_ json: JSON) -> String { String(decoding: json.canonical, as: UTF8.self) }

@Suite("Canonical form after RFC 8785") struct CanonicalTests {
  @Test("the example of section 3.2.2 gives the text of section 3.2.3")
  func example() throws {
    let source = #"""
      {
        "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
        "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
        "literals": [null, true, false]
      }
      """#
    let expected =
      #"{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"#
      + #""string":"€$\u000f\nA'B\"\\\\\"/"}"#
    #expect(canonical(try JSON(parsing: source)) == expected)
  }

  @Test("keys are sorted by their UTF-16 units, as in section 3.2.3")
  func keys() throws {
    let source = #"""
      {"\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh",
      "1": "One", "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control",
      "\u00f6": "Latin Small Letter O With Diaeresis"}
      """#
    let sorted = try JSON(parsing: canonical(try JSON(parsing: source)))
    #expect(
      sorted.object?.members.compactMap(\.value.string) == [
        "Carriage Return", "One", "Control", "Latin Small Letter O With Diaeresis", "Euro Sign",
        "Emoji: Grinning Face", "Hebrew Letter Dalet With Dagesh",
      ])
  }

  @Test("the order of keys is that of their UTF-16 units for any scalars")
  func keyOrder() {
    let scalars: [Unicode.Scalar] = [
      "a", "\u{7f}", "\u{80}", "\u{7ff}", "\u{800}", "\u{d7ff}", "\u{e000}", "\u{f8ff}",
      "\u{ffff}", "\u{10000}", "\u{1f600}", "\u{10ffff}",
    ]
    let texts = scalars.map { String($0) }
    let keys = texts + texts.flatMap { left in texts.map { left + $0 } } + [""]
    let object = JSON.object(JSONObject(keys.map { ($0, JSON.null) }))
    let expected = keys.sorted { $0.utf16.lexicographicallyPrecedes($1.utf16) }
    let found = (try? JSON(parsing: object.canonical))?.object?.keys ?? []
    #expect(found.map { Array($0.utf8) } == expected.map { Array($0.utf8) })
  }

  @Test(
    "numbers are written as in appendix B",
    arguments: [
      (0x0000_0000_0000_0000, "0"), (0x8000_0000_0000_0000, "0"),
      (0x0000_0000_0000_0001, "5e-324"), (0x8000_0000_0000_0001, "-5e-324"),
      (0x7fef_ffff_ffff_ffff, "1.7976931348623157e+308"),
      (0xffef_ffff_ffff_ffff, "-1.7976931348623157e+308"),
      (0x4340_0000_0000_0000, "9007199254740992"), (0xc340_0000_0000_0000, "-9007199254740992"),
      (0x4430_0000_0000_0000, "295147905179352830000"),
      (0x44b5_2d02_c7e1_4af5, "9.999999999999997e+22"), (0x44b5_2d02_c7e1_4af6, "1e+23"),
      (0x44b5_2d02_c7e1_4af7, "1.0000000000000001e+23"),
      (0x444b_1ae4_d6e2_ef4e, "999999999999999700000"),
      (0x444b_1ae4_d6e2_ef4f, "999999999999999900000"), (0x444b_1ae4_d6e2_ef50, "1e+21"),
      (0x3eb0_c6f7_a0b5_ed8c, "9.999999999999997e-7"), (0x3eb0_c6f7_a0b5_ed8d, "0.000001"),
      (0x41b3_de43_5555_5553, "333333333.3333332"), (0x41b3_de43_5555_5554, "333333333.33333325"),
      (0x41b3_de43_5555_5555, "333333333.3333333"), (0x41b3_de43_5555_5556, "333333333.3333334"),
      (0x41b3_de43_5555_5557, "333333333.33333343"),
      (0xbecb_f647_612f_3696, "-0.0000033333333333333333"),
      (0x4314_3ff3_c1cb_0959, "1424953923781206.2"),
    ] as [(UInt64, String)])
  func appendixB(bits: UInt64, expected: String) throws {
    let value = Double(bitPattern: bits)
    #expect(canonical(.double(value)) == expected)
    #expect(try JSON(parsing: expected).double == value)
  }

  @Test(
    "integers are written in full while a double holds them",
    arguments: [
      (0, "0"), (-7, "-7"), (9_007_199_254_740_991, "9007199254740991"),
      (Int.max, "9223372036854776000"), (Int.min, "-9223372036854776000"),
    ])
  func integers(value: Int, expected: String) throws {
    #expect(canonical(.integer(value)) == expected)
    #expect(try JSON(parsing: expected).double == Double(value))
  }

  @Test("what has no JSON form is written null", arguments: [Double.nan, .infinity, -.infinity])
  func notFinite(value: Double) {
    #expect(canonical(.double(value)) == "null")
  }

  @Test("a double of any bits is read back as the same double")
  func randomDoubles() throws {
    var random = LinearCongruence(state: 7)
    for _ in 0..<20_000 {
      let value = Double(bitPattern: random.next() << 40 ^ random.next() << 15 ^ random.next())
      guard value.isFinite else { continue }
      #expect(try JSON(parsing: canonical(.double(value))).double == value)
    }
  }

  @Test("the canonical form does not depend on the order of writing")
  func orderFree() throws {
    let left = try JSON(parsing: #"{"a":1.0,"b":{"d":[1,2],"c":""}}"#)
    let right = try JSON(parsing: #"{"b":{"c":"","d":[1,2e0]},"a":1}"#)
    #expect(left != right)
    #expect(left.canonical == right.canonical)
  }
}
