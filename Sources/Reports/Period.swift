package import Course

/// The days, both included, between which records are kept; open where a day is nil.
package struct Period: Sendable, Hashable {
  package var from: Day?
  package var through: Day?

  package init(from: Day? = nil, through: Day? = nil) {
    self.from = from
    self.through = through
  }

  package func contains(_ day: Day) -> Bool {
    if let from, day < from { return false }
    if let through, day > through { return false }
    return true
  }
}
