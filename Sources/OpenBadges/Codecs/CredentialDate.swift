/// Dates of credentials (DateTimeZ): text on one side, whole seconds since 1970 on the other.
package enum CredentialDate {
  /// From 1970 to the end of the year 9999.
  package static let range = 0..<253_402_300_800

  /// `2026-11-21T09:12:33Z`; nil outside `range`.
  package static func text(_ seconds: Int) -> String? {
    guard range.contains(seconds) else { return nil }
    let (year, month, day) = civil(seconds / 86_400)
    let time = seconds % 86_400
    let clock = [time / 3600, time / 60 % 60, time % 60].map { padded($0, 2) }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))T"
      + clock.joined(separator: ":") + "Z"
  }

  /// Reads RFC 3339 with `Z` or an offset; nil for a fraction, a leap second, no such day.
  package static func seconds(_ text: String) -> Int? {
    let bytes = Array(text.utf8)
    guard bytes.count == 20 || bytes.count == 25, separators(bytes),
      let days = daysSince1970(bytes), let hour = number(bytes, 11..<13, max: 23),
      let minute = number(bytes, 14..<16, max: 59), let second = number(bytes, 17..<19, max: 59),
      let offset = offset(bytes)
    else { return nil }
    let seconds = days * 86_400 + hour * 3600 + minute * 60 + second - offset
    return range.contains(seconds) ? seconds : nil
  }

  /// Reads what `seconds` does, and leaves out a fraction of one to nine digits, as XML Schema's
  /// dateTimeStamp and the `toISOString` of browsers write it.
  package static func instant(_ text: String) -> Int? {
    guard let point = text.utf8.firstIndex(of: UInt8(ascii: ".")) else { return seconds(text) }
    // After the seconds and nowhere else: `2026.9-11-21T…` is no date.
    guard text.utf8.distance(from: text.utf8.startIndex, to: point) == 19 else { return nil }
    let rest = text.utf8[text.utf8.index(after: point)...]
    let digits = rest.prefix { (48...57).contains($0) }
    guard (1...9).contains(digits.count) else { return nil }
    return seconds("\(text[..<point])\(text[digits.endIndex...])")
  }

  private static func separators(_ bytes: [UInt8]) -> Bool {
    [(4, "-"), (7, "-"), (10, "T"), (13, ":"), (16, ":")]
      .allSatisfy { (place: Int, mark: Unicode.Scalar) in bytes[place] == UInt8(ascii: mark) }
  }

  private static func daysSince1970(_ bytes: [UInt8]) -> Int? {
    guard let year = number(bytes, 0..<4, max: 9999), let month = number(bytes, 5..<7, max: 12),
      let day = number(bytes, 8..<10, max: 31), year >= 1, month >= 1, day >= 1
    else { return nil }
    // The days since March of year 0, a leap day then ending each year.
    let shifted = month <= 2 ? year - 1 : year
    let yearDay = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let days = shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + yearDay - 719_468
    guard civil(days) == (year, month, day) else { return nil }
    return days
  }

  /// Seconds east of UTC: 0 for `Z`.
  private static func offset(_ bytes: [UInt8]) -> Int? {
    if bytes.count == 20 { return bytes[19] == UInt8(ascii: "Z") ? 0 : nil }
    guard bytes[22] == UInt8(ascii: ":"), let hours = number(bytes, 20..<22, max: 23),
      let minutes = number(bytes, 23..<25, max: 59)
    else { return nil }
    switch bytes[19] {
    case UInt8(ascii: "+"): return hours * 3600 + minutes * 60
    case UInt8(ascii: "-"): return -(hours * 3600 + minutes * 60)
    default: return nil
    }
  }

  private static func number(_ bytes: [UInt8], _ range: Range<Int>, max: Int) -> Int? {
    var value = 0
    for byte in bytes[range] {
      guard (48...57).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 48)
    }
    return value <= max ? value : nil
  }

  /// The proleptic Gregorian date of a day counted from 1970-01-01; years from 0 on.
  private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let fromMarch = (5 * dayOfYear + 2) / 153
    let month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * fromMarch + 2) / 5 + 1)
  }

  private static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
