import JSON

/// The members of a JSON object, each taken once; what nobody takes is refused by `end()`.
struct Members {
  private var left: JSONObject
  /// Where the object stands, before the names of its members in a message; empty at the top.
  private let place: String

  init(_ value: JSON, at place: String) throws(FormFault) {
    guard let object = value.object else {
      throw place.isEmpty ? .notAnObject : .malformed(place)
    }
    left = object
    self.place = place
  }

  /// The object of a whole file, once its `v` is known to be `format`.
  init(
    file bytes: [UInt8], largest: Int, depth: Int, format: Int
  ) throws(FormFault) {
    guard bytes.count <= largest else { throw .tooLarge(largest) }
    let value: JSON
    do throws(JSONError) {
      value = try JSON(parsing: bytes, limits: .init(bytes: largest, depth: depth))
    } catch {
      throw .notJSON(error)
    }
    try self.init(value, at: "")
    let version = try integer("v")
    guard version == format else { throw .otherFormat(version) }
  }

  /// The name of a member in a message.
  func name(_ key: String) -> String { place.isEmpty ? key : "\(place) : \(key)" }

  mutating func optional(_ key: String) -> JSON? {
    defer { left[key] = nil }
    return left[key]
  }

  mutating func value(_ key: String) throws(FormFault) -> JSON {
    guard let value = optional(key) else { throw .missing(name(key)) }
    return value
  }

  mutating func text(_ key: String) throws(FormFault) -> String {
    guard let text = try value(key).string else { throw .malformed(name(key)) }
    return text
  }

  mutating func integer(_ key: String) throws(FormFault) -> Int {
    guard let number = try value(key).integer else { throw .malformed(name(key)) }
    return number
  }

  mutating func array(_ key: String) throws(FormFault) -> [JSON] {
    guard let elements = try value(key).array else { throw .malformed(name(key)) }
    return elements
  }

  /// Throws the first member that was not taken.
  func end() throws(FormFault) {
    if let key = left.keys.first { throw .unknown(name(key)) }
  }
}

/// The whole numbers of an array; nil when anything else is there.
func integers(_ value: JSON) -> [Int]? {
  guard let elements = value.array else { return nil }
  let numbers = elements.compactMap(\.integer)
  return numbers.count == elements.count ? numbers : nil
}
