import Course
import Glibc
import Ledger

/// The clock of this machine, and what tests ask of the very program that is installed.
///
/// `PARCOURS_ESSAI` holds words separated by commas; without it nothing changes.
/// `date=2027-03-01T00:00:00Z` sets the clock; `arret=N` kills the program after the Nth badge
/// entered the ledger, before its files are written.
struct Machine {
  /// In whole seconds UTC.
  let now: Instant
  /// How many badges may enter the ledger before the program is killed; nil for no end.
  let lastBadge: Int?

  init(_ words: String? = Machine.environment("PARCOURS_ESSAI")) {
    var now = Instant(seconds: time(nil))
    var lastBadge: Int?
    for word in (words ?? "").split(separator: ",") {
      let parts = word.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else { continue }
      if parts[0] == "date", let instant = Instant(String(parts[1])) { now = instant }
      if parts[0] == "arret" { lastBadge = Int(parts[1]) }
    }
    self.now = now
    self.lastBadge = lastBadge
  }

  /// The day on the calendar of whoever runs the program: what they type is of that calendar.
  var today: Day {
    var seconds = time_t(now.seconds)
    var local = tm()
    localtime_r(&seconds, &local)
    return Timestamp(seconds: now.seconds + local.tm_gmtoff).day
  }

  /// Stops at once, as a power loss would, when that many badges have entered the ledger.
  func stopIfAsked(after count: Int) {
    if let lastBadge, count >= lastBadge { kill(getpid(), SIGKILL) }
  }

  /// The value of a variable; nil when it is missing or empty.
  static func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }
}

extension Instant {
  /// The start of that day, UTC.
  init(_ day: Day) { self.init(seconds: day.number * 86_400) }

  /// The start of its own day, UTC.
  var startOfDay: Instant { Instant(seconds: seconds - seconds % 86_400) }

  /// The same time of day, `months` later.
  func adding(months: Int) -> Instant {
    let day = Timestamp(seconds: seconds).day
    return Instant(
      seconds: seconds + (day.adding(months: months).number - day.number) * 86_400)
  }
}
