import Course
import JSON

/// The members of a line, read one by one; each must be exactly of its kind.
struct Fields {
  let object: JSONObject

  /// A name made for machines: no space, so that no sentence can pass for one.
  func identifier(_ key: String) throws(LineFault) -> String {
    guard let text = object[key]?.string, isIdentifier(text) else { throw .malformed(key) }
    return text
  }

  func optionalIdentifier(_ key: String) throws(LineFault) -> String? {
    object[key] == nil ? nil : try identifier(key)
  }

  func integer(_ key: String, in range: ClosedRange<Int>) throws(LineFault) -> Int {
    guard let value = object[key]?.integer, range.contains(value) else { throw .malformed(key) }
    return value
  }

  func optionalBool(_ key: String) throws(LineFault) -> Bool? {
    guard let value = object[key] else { return nil }
    guard let bool = value.bool else { throw .malformed(key) }
    return bool
  }

  /// Small numbers: places of options, at most 100 of them.
  func places(_ key: String) throws(LineFault) -> [Int] {
    guard let values = object[key]?.array, values.count <= 100 else { throw .malformed(key) }
    let integers = values.compactMap(\.integer).filter { (0...999).contains($0) }
    guard integers.count == values.count else { throw .malformed(key) }
    return integers
  }

  /// An array of objects, at most 1000 of them.
  func list<Element>(
    _ key: String, _ read: (Fields) throws(LineFault) -> Element
  ) throws(LineFault) -> [Element] {
    guard let values = object[key]?.array, values.count <= 1000 else { throw .malformed(key) }
    var elements: [Element] = []
    for value in values {
      guard let object = value.object else { throw .malformed(key) }
      elements.append(try read(Fields(object: object)))
    }
    return elements
  }

  /// An instant, or a day: its first second.
  func time(_ key: String) throws(LineFault) -> Timestamp {
    guard let text = object[key]?.string else { throw .malformed(key) }
    if let day = Day(iso: text) { return Timestamp(seconds: day.number * 86_400) }
    guard let time = Timestamp(iso: text) else { throw .malformed(key) }
    return time
  }

  func day(_ key: String) throws(LineFault) -> Day {
    guard let text = object[key]?.string, let day = Day(iso: text) else { throw .malformed(key) }
    return day
  }
}

/// ASCII letters and digits and `-._:/+=@`, at most 160 of them.
private func isIdentifier(_ text: String) -> Bool {
  (1...160).contains(text.utf8.count)
    && text.utf8.allSatisfy {
      switch $0 {
      case 48...57, 65...90, 97...122: true
      default: "-._:/+=@".utf8.contains($0)
      }
    }
}
