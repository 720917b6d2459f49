/// The members of a JSON object, in order, each key once.
///
/// Keys are compared as Swift strings: two keys that differ only by Unicode composition are the
/// same key, so that no reader can be shown one and given the other.
public struct JSONObject: Sendable {
  /// The members in the order of writing.
  public private(set) var members: [(key: String, value: JSON)] = []
  // Place of each key; filled only when there are many, a scan is faster below.
  private var places: [String: Int] = [:]
  private static let scanned = 12

  /// An object without members.
  public init() {}

  /// The members given, in order; when a key is repeated the last value holds, at the first place.
  public init(_ members: some Sequence<(String, JSON)>) {
    for (key, value) in members { self[key] = value }
  }

  /// Those of the members that have a value, in order.
  public init(present members: some Sequence<(String, JSON?)>) {
    for (key, value) in members { if let value { self[key] = value } }
  }

  /// How many members there are.
  public var count: Int { members.count }
  /// Whether there is no member.
  public var isEmpty: Bool { members.isEmpty }
  /// The names of the members, in order.
  public var keys: [String] { members.map(\.key) }

  /// The value of a key; assigning keeps its place or adds it at the end, assigning nil removes it.
  public subscript(key: String) -> JSON? {
    get { place(of: key).map { members[$0].value } }
    set {
      switch (place(of: key), newValue) {
      case (let place?, let value?): members[place].value = value
      case (let place?, nil): remove(at: place)
      case (nil, let value?): append(key, value)
      case (nil, nil): break
      }
    }
  }

  /// Adds a member at the end unless its key is there already; says whether it was added.
  mutating func insert(_ key: String, _ value: JSON) -> Bool {
    guard place(of: key) == nil else { return false }
    append(key, value)
    return true
  }

  private func place(of key: String) -> Int? {
    guard members.count <= JSONObject.scanned else { return places[key] }
    let first = key.utf8.first ?? 0
    return members.firstIndex { member in
      let other = member.key.utf8.first ?? 0
      // Two ASCII starters that differ make different strings: no need to compare the rest.
      return (first == other || first | other >= 0x80) && member.key == key
    }
  }

  private mutating func append(_ key: String, _ value: JSON) {
    if members.isEmpty { members.reserveCapacity(8) }
    members.append((key, value))
    if members.count == JSONObject.scanned + 1 {
      index()
    } else if members.count > JSONObject.scanned {
      places[key] = members.count - 1
    }
  }

  private mutating func remove(at place: Int) {
    members.remove(at: place)
    index()
  }

  private mutating func index() {
    places.removeAll()
    guard members.count > JSONObject.scanned else { return }
    for (place, member) in members.enumerated() { places[member.key] = place }
  }
}

extension JSONObject: Hashable {
  /// Equal when the members are, in the same order.
  public static func == (left: JSONObject, right: JSONObject) -> Bool {
    left.members.elementsEqual(right.members) { $0 == $1 }
  }

  /// Hashes the members in order.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(members.count)
    for (key, value) in members {
      hasher.combine(key)
      hasher.combine(value)
    }
  }
}
