import JSON
import Testing

/// The text of what is read from `source`: an easy form to compare.
func reread(_ source: String) throws(JSONError) -> String { try JSON(parsing: source).text }

/// The fault that reading `bytes` reports, or nil when they are accepted.
func fault(in bytes: [UInt8], limits: JSON.Limits = .standard) -> JSONError? {
  do {
    _ = try JSON(parsing: bytes, limits: limits)
    return nil
  } catch {
    return error
  }
}

@Suite("Reading after RFC 8259") struct ParserTests {
  @Test(
    "every form of value is read",
    arguments: [
      ("null", "null"), ("true", "true"), (" false\r\n\t", "false"), ("0", "0"), ("-0", "0"),
      ("-12", "-12"), ("1.5", "1.5"), ("1E2", "100"), ("1e+2", "100"), ("12e-1", "1.2"),
      ("1.0", "1"), ("-0.0", "0"), ("9007199254740991", "9007199254740991"),
      ("9007199254740992", "9007199254740992"), ("1e22", "1e+22"), ("0e9999", "0"),
      (#""""#, #""""#), (#""a""#, #""a""#), ("[]", "[]"), ("[ ]", "[]"), ("{ }", "{}"),
      ("[1 , 2,[3]]", "[1,2,[3]]"), (#"{"b":1,"a":{"c":[]}}"#, #"{"b":1,"a":{"c":[]}}"#),
      (#""\/\"\\\b\f\n\r\t\u0041""#, #""/\"\\\b\f\n\r\tA""#),
      ("\"é€😀\u{2028}\"", "\"é€😀\u{2028}\""),
      (#""\ud83d\ude00 \u00e9\uFFFF""#, "\"😀 é\u{FFFF}\""),
      (#""\u0000\u001f""#, #""\u0000\u001f""#),
      ("\"\u{7f}\"", "\"\u{7f}\""), (#"{"":0}"#, #"{"":0}"#),
    ])
  func valid(source: String, expected: String) throws {
    #expect(try reread(source) == expected)
  }

  @Test(
    "a fault is named with its place",
    arguments: [
      ("", .unexpectedEnd, 0), ("  ", .unexpectedEnd, 2), ("[", .unexpectedEnd, 1),
      ("[1", .unexpectedEnd, 2), ("[1,]", .unexpectedByte, 3), ("[,1]", .unexpectedByte, 1),
      ("[1 2]", .unexpectedByte, 3), ("]", .unexpectedByte, 0), ("{", .unexpectedEnd, 1),
      (#"{"a"}"#, .unexpectedByte, 4), (#"{"a":}"#, .unexpectedByte, 5),
      (#"{"a":1,}"#, .unexpectedByte, 7), (#"{a:1}"#, .unexpectedByte, 1),
      (#"{1:1}"#, .unexpectedByte, 1), (#"{"a":1 "b":2}"#, .unexpectedByte, 7),
      ("{'a':1}", .unexpectedByte, 1), ("[1}", .unexpectedByte, 2), ("tru", .unexpectedEnd, 3),
      ("trux", .unexpectedByte, 3), ("True", .unexpectedByte, 0), ("nul]", .unexpectedByte, 3),
      ("NaN", .unexpectedByte, 0), ("Infinity", .unexpectedByte, 0), ("-Infinity", .badNumber, 0),
      ("+1", .unexpectedByte, 0), (".5", .unexpectedByte, 0), ("01", .badNumber, 0),
      ("-01", .badNumber, 0), ("-", .unexpectedEnd, 0), ("-a", .badNumber, 0),
      ("1.", .unexpectedEnd, 0), ("1.e5", .badNumber, 0), ("1e", .unexpectedEnd, 0),
      ("1e+", .unexpectedEnd, 0), ("1e+x", .badNumber, 0), ("0x10", .trailingBytes, 1),
      ("1_000", .trailingBytes, 1), ("1 2", .trailingBytes, 2), ("{}x", .trailingBytes, 2),
      ("null\u{0}", .trailingBytes, 4), ("\u{a0}1", .unexpectedByte, 0),
      ("//c\n1", .unexpectedByte, 0), ("1e400", .numberOutOfRange, 0),
      ("[-1e999999999999]", .numberOutOfRange, 1), ("1e-400", .numberOutOfRange, 0),
      ("9007199254740993", .numberOutOfRange, 0), ("18446744073709551616999", .numberOutOfRange, 0),
      (#"{"a":1,"b":2,"a":3}"#, .duplicateKey, 13), (#"{"a":1,"\u0061":3}"#, .duplicateKey, 7),
      ("{\"é\":1,\"e\u{301}\":2}", .duplicateKey, 8), ("\"a", .unexpectedEnd, 2),
      ("\"a\nb\"", .controlCharacter, 2), ("\"\t\"", .controlCharacter, 1),
      ("\"é\u{0}\"", .controlCharacter, 3), (#""\x""#, .badEscape, 1),
      (#""\U0041""#, .badEscape, 1),
      (#""\u00g0""#, .badEscape, 1), (#""\u+041""#, .badEscape, 1), (#""\"#, .unexpectedEnd, 2),
      (#""\u12"#, .unexpectedEnd, 5), (#""\ud800""#, .loneSurrogate, 1),
      (#""\ud800\n""#, .loneSurrogate, 1), (#""\ud800\ud800""#, .loneSurrogate, 1),
      (#""\ud800\u0041""#, .loneSurrogate, 1), (#""a\udc00""#, .loneSurrogate, 2),
      (#""\ude00\ud83d""#, .loneSurrogate, 1),
    ] as [(String, JSONError.Reason, Int)])
  func invalid(source: String, reason: JSONError.Reason, offset: Int) {
    #expect(fault(in: Array(source.utf8)) == JSONError(reason, at: offset))
  }

  @Test(
    "a string that is no UTF-8 is refused at its first wrong byte",
    arguments: [
      [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC3], [0xC3, 0x41], [0xE0, 0x80, 0x80],
      [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xE2, 0x82], [0xE2, 0x28, 0xA1],
      [0xE2, 0x82, 0x28], [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x8F, 0xBF, 0xBF],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xF0, 0x9F, 0x98], [0xFE], [0xFF],
    ] as [[UInt8]])
  func notUTF8(bytes: [UInt8]) {
    let quote = UInt8(ascii: "\"")
    #expect(fault(in: [quote, 0x61] + bytes + [quote]) == JSONError(.notUTF8, at: 2))
    #expect(fault(in: [quote, 0x61] + bytes)?.reason == .notUTF8)
  }

  @Test("the first and last scalar of each length are read")
  func scalars() throws {
    for value: UInt32 in [0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFD, 0x10000, 0x10FFFF] {
      let scalar = try #require(Unicode.Scalar(value))
      #expect(try JSON(parsing: "\"\(scalar)\"") == .string(String(scalar)))
    }
  }

  @Test("a byte order mark is refused by its name")
  func byteOrderMark() {
    #expect(fault(in: [0xEF, 0xBB, 0xBF, 0x31]) == JSONError(.byteOrderMark, at: 0))
    #expect(fault(in: [0xFF, 0xFE, 0x31, 0x00]) == JSONError(.unexpectedByte, at: 0))
  }

  @Test("sixty-four levels are read, sixty-five are not", arguments: ["[]", #"{"a":}"#])
  func depth(pair: String) throws {
    let opening = String(pair.dropLast())
    func nested(_ levels: Int) -> [UInt8] {
      let inner = pair == "[]" ? "" : "1"
      return Array(
        (String(repeating: opening, count: levels) + inner
          + String(repeating: String(pair.suffix(1)), count: levels)).utf8)
    }
    #expect(fault(in: nested(64)) == nil)
    #expect(fault(in: nested(65)) == JSONError(.tooDeep, at: 64 * opening.utf8.count))
    #expect(fault(in: nested(512), limits: .init(depth: .max)) == nil)
    #expect(fault(in: nested(100_000), limits: .init(depth: .max))?.reason == .tooDeep)
    #expect(fault(in: Array("[]".utf8), limits: .init(depth: -1))?.reason == .tooDeep)
  }

  @Test("levels side by side do not count as depth")
  func width() {
    let source = "[" + Array(repeating: "[[]]", count: 1000).joined(separator: ",") + "]"
    #expect(fault(in: Array(source.utf8)) == nil)
  }

  @Test("the size limit is kept to the byte")
  func size() {
    let text = [UInt8](repeating: 0x20, count: (1 << 20) - 1) + [0x31]
    #expect(fault(in: text) == nil)
    #expect(fault(in: text + [0x20]) == JSONError(.tooLarge, at: 1 << 20))
    #expect(fault(in: text + [0x20], limits: .init(bytes: 1 << 21)) == nil)
  }

  @Test("an object of many members keeps them all and refuses a repeated one")
  func manyMembers() throws {
    let members = (0..<2000).map { "\"k\($0)\":\($0)" }
    let object = try JSON(parsing: "{" + members.joined(separator: ",") + "}")
    #expect(object["k0"] == 0)
    #expect(object["k1999"] == 1999)
    #expect(object["k2000"] == nil)
    let repeated = "{" + (members + ["\"k1500\":0"]).joined(separator: ",") + "}"
    #expect(fault(in: Array(repeated.utf8))?.reason == .duplicateKey)
  }

  @Test("every fault has a French sentence of its own")
  func sentences() {
    let sentences = JSONError.Reason.allCases.map { JSONError($0, at: 6).sentence }
    #expect(Set(sentences).count == JSONError.Reason.allCases.count)
    #expect(sentences.allSatisfy { $0.hasPrefix("Octet 7 : ") && $0.hasSuffix(".") })
  }
}
