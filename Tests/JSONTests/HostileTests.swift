import JSON
import Testing

/// A document that holds every construct of the grammar.
private let sample = """
  {"nom":"Zoé \\u00e9\\ud83d\\ude00 😀","n":[0,-1.5e-7,1E30,12],"vide":{},"t":[true,false,null],\
  "échappé":"\\"\\\\\\/\\b\\f\\n\\r\\t","o":{"a":{"b":[[],[{}]]}}}
  """

@Suite("Hostile bytes") struct HostileTests {
  @Test("a text cut at any byte is refused")
  func truncated() throws {
    let bytes = Array(sample.utf8)
    #expect(fault(in: bytes) == nil)
    for length in bytes.indices {
      let found = try #require(fault(in: Array(bytes[..<length])), "cut at \(length)")
      #expect(found.offset <= length)
      #expect(
        [.unexpectedEnd, .notUTF8, .loneSurrogate].contains(found.reason), "cut at \(length)")
    }
  }

  @Test("a text with any byte changed to any value is read or refused, never worse")
  func flipped() throws {
    let bytes = Array(sample.utf8)
    var refused = 0
    for index in bytes.indices {
      for value in stride(from: UInt8(0), through: 255, by: 3) where value != bytes[index] {
        var changed = bytes
        changed[index] = value
        guard let json = try? JSON(parsing: changed) else {
          refused += 1
          continue
        }
        #expect(try JSON(parsing: json.bytes) == json)
      }
    }
    #expect(refused > bytes.count * 40)
  }

  @Test("random tokens are read or refused, and what is read is read back the same")
  func randomTokens() throws {
    let tokens = [
      "{", "}", "[", "]", ",", ":", "\"", "\"a\"", "\\", "\\u", "d800", "1", "-", "e", ".", "0",
      "true", "null", " ", "é", "\u{0}",
    ].map { Array($0.utf8) }
    var random = LinearCongruence(state: 42)
    for _ in 0..<20_000 {
      let count = Int(random.next() % 12)
      let bytes = (0..<count).flatMap { _ in tokens[Int(random.next() % UInt64(tokens.count))] }
      guard let json = try? JSON(parsing: bytes) else { continue }
      #expect(try JSON(parsing: json.bytes) == json)
    }
  }
}

@Suite("Marks on letters") struct MarkTests {
  private func text(_ count: Int, _ marks: [String]) -> String {
    "\"e" + (0..<count).map { marks[$0 % marks.count] }.joined() + "\""
  }

  @Test("a run of marks that Unicode would sort for ever is refused, as bytes, as escapes, or both")
  func runs() {
    for marks in [["\u{301}", "\u{323}"], [#"\u0301"#, #"\u0323"#], ["\u{301}", #"\u0323"#]] {
      #expect(fault(in: Array(text(30, marks).utf8)) == nil)
      #expect(fault(in: Array(text(31, marks).utf8))?.reason == .tooManyMarks)
      #expect(fault(in: Array(text(100_000, marks).utf8))?.reason == .tooManyMarks)
    }
  }

  @Test("marks on many letters are read")
  func spread() {
    let text = "\"" + String(repeating: "e\u{301}\u{323}o\u{30A}", count: 1_000) + "\""
    #expect(fault(in: Array(text.utf8)) == nil)
  }
}

/// A small generator for tests, so that a failure can be found again.
struct LinearCongruence {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }
}
