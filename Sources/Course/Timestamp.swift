/// An instant in whole seconds, UTC, of the years 1 to 9999.
package struct Timestamp: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Seconds since 1970-01-01T00:00:00Z.
  package let seconds: Int

  /// The instant `seconds` after 1970-01-01T00:00:00Z, or the nearest of the calendar's ends.
  package init(seconds: Int) {
    let first = Day.numbers.lowerBound * 86_400
    let last = Day.numbers.upperBound * 86_400 + 86_399
    self.seconds = min(max(seconds, first), last)
  }

  /// Reads `2026-11-21T09:12:33Z`; nil for anything else.
  package init?(iso text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 20, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":"), bytes[19] == UInt8(ascii: "Z"),
      let day = Day(iso: text.prefix(10))
    else { return nil }
    var parts: [Int] = []
    for start in [11, 14, 17] {
      let tens = Int(bytes[start]) - 48
      let ones = Int(bytes[start + 1]) - 48
      guard (0...9).contains(tens), (0...9).contains(ones) else { return nil }
      parts.append(tens * 10 + ones)
    }
    guard parts[0] < 24, parts[1] < 60, parts[2] < 60 else { return nil }
    seconds = day.number * 86_400 + parts[0] * 3600 + parts[1] * 60 + parts[2]
  }

  /// The UTC day.
  package var day: Day {
    Day(number: seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400)
  }

  /// `2026-11-21T09:12:33Z`.
  package var description: String {
    let rest = seconds - day.number * 86_400
    return "\(day)T\(padded(rest / 3600, 2)):\(padded(rest / 60 % 60, 2)):\(padded(rest % 60, 2))Z"
  }

  package static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.seconds < right.seconds
  }
}
