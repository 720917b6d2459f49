import Course

/// Dates of a site, counted in seconds since 1970, in universal time.
enum SiteTime {
  /// A date in words that programs read too: `<time datetime="2026-11-21">21 novembre 2026</time>`.
  static func element(_ seconds: Int) -> String {
    let day = Timestamp(seconds: seconds).day
    return "<time datetime=\"\(day)\">\(day.french)</time>"
  }
}
