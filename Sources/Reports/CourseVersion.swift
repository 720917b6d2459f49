/// The version of a course, to be compared: `1.10` comes after `1.9`, `1` is `1.0`.
///
/// Numbers are compared as numbers, of any length; letters stand before any number, so that
/// `1.0-essai` comes before `1.0`. What follows a `+` does not count (Semantic Versioning 2.0 §10).
struct CourseVersion: Comparable {
  private enum Part: Comparable {
    case letters(String)
    /// Digits without leading zeros; zero is empty.
    case number(String)

    static func < (left: Part, right: Part) -> Bool {
      switch (left, right) {
      case (.letters(let left), .letters(let right)): left < right
      case (.number(let left), .number(let right)):
        left.utf8.count == right.utf8.count ? left < right : left.utf8.count < right.utf8.count
      case (.letters, .number): true
      case (.number, .letters): false
      }
    }
  }

  private let parts: [Part]

  init(_ text: String) {
    var parts: [Part] = []
    var run = ""
    for scalar in text.prefix(while: { $0 != "+" }).unicodeScalars {
      let isSeparator = ".-_ ".unicodeScalars.contains(scalar)
      if let last = run.unicodeScalars.last, isSeparator || isDigit(last) != isDigit(scalar) {
        parts.append(CourseVersion.part(run))
        run = ""
      }
      if !isSeparator { run.unicodeScalars.append(scalar) }
    }
    if !run.isEmpty { parts.append(CourseVersion.part(run)) }
    while parts.last == .number("") { parts.removeLast() }
    self.parts = parts
  }

  private static func part(_ run: String) -> Part {
    guard run.unicodeScalars.allSatisfy(isDigit) else { return .letters(run) }
    return .number(String(run.drop { $0 == "0" }))
  }

  static func < (left: CourseVersion, right: CourseVersion) -> Bool {
    for place in 0..<max(left.parts.count, right.parts.count) {
      let pair = (left.part(at: place), right.part(at: place))
      if pair.0 != pair.1 { return pair.0 < pair.1 }
    }
    return false
  }

  private func part(at place: Int) -> Part { place < parts.count ? parts[place] : .number("") }
}

private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
