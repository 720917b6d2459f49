/// A whole second of UTC, from 1970 to the end of 9999: the dates that a credential can bear.
package struct Instant: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Seconds since 1970-01-01T00:00:00Z.
  package let seconds: Int

  private static let range = 0..<253_402_300_800

  /// The instant `seconds` after 1970-01-01T00:00:00Z, or the nearest that can be written.
  package init(seconds: Int) {
    self.seconds = min(max(seconds, Instant.range.lowerBound), Instant.range.upperBound - 1)
  }

  /// Reads `2026-11-21T09:12:33Z`; nil for anything else.
  package init?(_ text: String) {
    var text = text
    let seconds = text.withUTF8 { (bytes: UnsafeBufferPointer<UInt8>) -> Int? in
      guard bytes.count == 20, Instant.marks.allSatisfy({ bytes[$0.place] == $0.byte })
      else { return nil }
      return Instant.seconds(bytes)
    }
    guard let seconds else { return nil }
    self.seconds = seconds
  }

  /// `2026-11-21T09:12:33Z`.
  package var description: String { "\(day)T\(time)Z" }

  /// `21/11/2026`, as sentences say it.
  package var french: String {
    let (year, month, day) = civil
    return "\(padded(day, 2))/\(padded(month, 2))/\(padded(year, 4))"
  }

  /// The earlier comes first.
  package static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }
}

extension Instant {
  private static let marks: [(place: Int, byte: UInt8)] = [
    (4, UInt8(ascii: "-")), (7, UInt8(ascii: "-")), (10, UInt8(ascii: "T")),
    (13, UInt8(ascii: ":")), (16, UInt8(ascii: ":")), (19, UInt8(ascii: "Z")),
  ]

  private static func seconds(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let year = number(bytes, 0..<4, in: 1970...9999),
      let month = number(bytes, 5..<7, in: 1...12), let day = number(bytes, 8..<10, in: 1...31),
      let hour = number(bytes, 11..<13, in: 0...23),
      let minute = number(bytes, 14..<16, in: 0...59),
      let second = number(bytes, 17..<19, in: 0...59)
    else { return nil }
    // Days since March of year 0, so that a leap day ends its year.
    let shifted = month <= 2 ? year - 1 : year
    let yearDay = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let days = shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + yearDay - 719_468
    let instant = Instant(seconds: days * 86_400 + hour * 3600 + minute * 60 + second)
    guard instant.civil == (year, month, day) else { return nil }
    return instant.seconds
  }

  private static func number(
    _ bytes: UnsafeBufferPointer<UInt8>, _ places: Range<Int>, in range: ClosedRange<Int>
  ) -> Int? {
    var value = 0
    for place in places {
      guard (48...57).contains(bytes[place]) else { return nil }
      value = value * 10 + Int(bytes[place] - 48)
    }
    return range.contains(value) ? value : nil
  }

  private var day: String {
    let (year, month, day) = civil
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  private var time: String {
    let rest = seconds % 86_400
    return [rest / 3600, rest / 60 % 60, rest % 60].map { padded($0, 2) }.joined(separator: ":")
  }

  /// The proleptic Gregorian date.
  private var civil: (year: Int, month: Int, day: Int) {
    let shifted = seconds / 86_400 + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let fromMarch = (5 * dayOfYear + 2) / 153
    let month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * fromMarch + 2) / 5 + 1)
  }
}

/// The digits of `value`, with zeros before them up to `width`.
private func padded(_ value: Int, _ width: Int) -> String {
  let digits = String(value)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
