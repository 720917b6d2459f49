package import Course

/// The hands raised in one vote, a total per proposition in source order.
package struct Tally: Sendable, Hashable {
  package let totals: [Int]
  /// What the shares are of: all raised hands, or the people there when one may raise several.
  package let whole: Int

  package init(_ totals: [Int], on question: Question, attendance: Int) {
    self.totals = totals
    whole = question.takesSeveral ? attendance : totals.reduce(0, +)
  }

  /// All raised hands.
  package var hands: Int { totals.reduce(0, +) }

  /// The share of a proposition, in percent, rounded; 0 when nobody voted or there is none.
  package func percent(_ option: Int) -> Int {
    Self.percent(totals.at(option) ?? 0, of: whole)
  }

  /// The share of the hands that were for right propositions, in percent, rounded.
  package func rightPercent(_ question: Question) -> Int {
    let options = question.voteOptions ?? []
    let right = zip(totals, options).reduce(0) { $0 + ($1.1.isRight ? $1.0 : 0) }
    return Self.percent(right, of: hands)
  }

  private static func percent(_ part: Int, of whole: Int) -> Int {
    whole > 0 ? (200 * part + whole) / (2 * whole) : 0
  }
}

/// The votes on one item, and how many of them the group has seen.
package struct Ballot: Sendable, Hashable {
  /// At most two.
  package private(set) var rounds: [Tally] = []
  package private(set) var revealed = 0

  package init() {}

  /// The last vote is closed or there is none: another one may begin.
  package var isRevealed: Bool { revealed == rounds.count }

  /// How much the share of each proposition moved between the votes, in points; nil before two.
  package var moves: [Int]? {
    guard rounds.count == 2 else { return nil }
    return rounds[0].totals.indices.map { rounds[1].percent($0) - rounds[0].percent($0) }
  }

  /// Puts a vote in round 1 or 2; a round that would leave a gap is ignored.
  mutating func take(_ tally: Tally, round: Int) {
    guard (1...2).contains(round), round <= rounds.count + 1 else { return }
    rounds = rounds.prefix(round - 1) + [tally]
    revealed = min(revealed, round - 1)
  }

  mutating func reveal() { revealed = rounds.count }

  mutating func undo() {
    _ = rounds.popLast()
    revealed = min(revealed, rounds.count)
  }
}
