/// Dates of a site, counted in seconds since 1970.
enum SiteDate {
  private static let months = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
    "octobre", "novembre", "décembre",
  ]

  /// `21 novembre 2026`, in universal time.
  static func french(_ seconds: Int) -> String {
    let (year, month, day) = civil(seconds / 86_400)
    return "\(day == 1 ? "1er" : "\(day)") \(months[month - 1]) \(year)"
  }

  /// `2026-11-21`, in universal time.
  static func day(_ seconds: Int) -> String {
    let (year, month, day) = civil(seconds / 86_400)
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  /// A date in words that programs read too.
  static func element(_ seconds: Int) -> String {
    "<time datetime=\"\(day(seconds))\">\(french(seconds))</time>"
  }

  /// The proleptic Gregorian date of a day counted from 1970-01-01.
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
}
