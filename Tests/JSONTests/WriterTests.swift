import JSON
import Testing

@Suite("Writing and using values") struct WriterTests {
  private let sample: JSON = [
    "b": ["é", true, 1, -2.5], "a": ["x": [], "y": [:]], "n": .null, "s": "\u{1}\u{1f}\"\\/\u{7f}",
  ]

  @Test("members keep their order on one line")
  func compact() throws {
    let expected =
      #"{"b":["é",true,1,-2.5],"a":{"x":[],"y":{}},"n":null,"s":"\u0001\u001f\"\\/"#
      + "\u{7f}\"}"
    #expect(sample.text == expected)
    #expect(sample.bytes == Array(expected.utf8))
    #expect(try JSON(parsing: sample.text) == sample)
  }

  @Test("the pretty form is indented by two spaces")
  func pretty() throws {
    let json: JSON = ["a": [1, ["b": "c"]], "vide": [], "rien": [:]]
    let expected = """
      {
        "a": [
          1,
          {
            "b": "c"
          }
        ],
        "vide": [],
        "rien": {}
      }
      """
    #expect(json.pretty == expected)
    #expect(try JSON(parsing: json.pretty) == json)
  }

  @Test("each form is read back as the same value")
  func roundTrips() throws {
    #expect(try JSON(parsing: sample.pretty) == sample)
    #expect(try JSON(parsing: sample.canonical).canonical == sample.canonical)
  }

  @Test("accessors answer only for their own kind")
  func accessors() {
    let array: JSON = [.null, true, 3, 1.5, "x", [], [:]]
    #expect(array.array?.map { $0 == .null } == [true, false, false, false, false, false, false])
    #expect(array.array?.map(\.bool) == [nil, true, nil, nil, nil, nil, nil])
    #expect(array.array?.map(\.integer) == [nil, nil, 3, nil, nil, nil, nil])
    #expect(array.array?.map(\.double) == [nil, nil, 3, 1.5, nil, nil, nil])
    #expect(array.array?.map(\.string) == [nil, nil, nil, nil, "x", nil, nil])
    #expect(
      array.array?.map { $0.array != nil } == [false, false, false, false, false, true, false])
    #expect(array.array?.map { $0.object != nil } == Array(repeating: false, count: 6) + [true])
  }

  @Test("looking up what is not there gives nil")
  func lookups() {
    #expect(sample["b"]?[0] == "é")
    #expect(sample["b"]?[4] == nil)
    #expect(sample["b"]?[-1] == nil)
    #expect(sample["b"]?["x"] == nil)
    #expect(sample["absent"] == nil)
    #expect(sample[0] == nil)
    #expect(sample["n"] == JSON.null)
  }

  @Test("assigning keeps the place of a key, adds a new one last and nil removes it")
  func assigning() {
    var object = JSONObject([("a", 1), ("b", 2), ("a", 3)])
    #expect(JSON.object(object).text == #"{"a":3,"b":2}"#)
    object["b"] = 4
    object["c"] = 5
    object["a"] = nil
    object["absent"] = nil
    #expect(JSON.object(object).text == #"{"b":4,"c":5}"#)
    #expect(object.count == 2)
  }

  @Test("a large object answers the same while it grows and shrinks")
  func growing() {
    var object = JSONObject()
    for number in 0..<40 { object["k\(number)"] = .integer(number) }
    for number in stride(from: 0, to: 40, by: 2) { object["k\(number)"] = nil }
    for number in 0..<40 {
      #expect(object["k\(number)"] == (number.isMultiple(of: 2) ? nil : .integer(number)))
    }
    for number in stride(from: 1, to: 37, by: 2) { object["k\(number)"] = nil }
    #expect(object.keys == ["k37", "k39"])
    #expect(object["k39"] == 39)
    #expect(object == JSONObject([("k37", 37), ("k39", 39)]))
    #expect(object.hashValue == JSONObject([("k37", 37), ("k39", 39)]).hashValue)
  }

  @Test("values that differ are not equal")
  func equality() {
    #expect(JSON.integer(1) != .bool(true))
    #expect((["a": 1, "b": 2] as JSON) != ["b": 2, "a": 1])
    #expect((["a": 1] as JSON) != ["a": 2])
    #expect(Set<JSON>([["a": 1], ["a": 1], ["a": 2]]).count == 2)
  }
}
