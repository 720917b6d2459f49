/// What chance alone may reach, for rules on whole banks.
enum Odds {
  /// The least count that chance exceeds with a probability of `1 - level` at most.
  ///
  /// `trials` holds the probability of success of each; the counts follow the Poisson binomial law.
  static func bound(_ trials: [Double], level: Double) -> Int {
    var total = 0.0
    for (count, probability) in distribution(trials).enumerated() {
      total += probability
      if total >= level { return count }
    }
    return trials.count
  }

  /// The probability of each count, from 0 to the number of trials.
  static func distribution(_ trials: [Double]) -> [Double] {
    var odds = [1.0]
    for chance in trials {
      var next = odds.map { $0 * (1 - chance) } + [0]
      for index in odds.indices { next[index + 1] += odds[index] * chance }
      odds = next
    }
    return odds
  }

  /// Whether counts this far from what was expected come less than once in a hundred (χ²).
  ///
  /// Places where nothing is expected are left out.
  static func isUneven(_ observed: [Int], expected: [Double]) -> Bool {
    let pairs = zip(observed, expected).filter { $0.1 > 0 }
    let critical = [0, 6.635, 9.210, 11.345, 13.277, 15.086]
    let freedom = pairs.count - 1
    guard freedom >= 1, freedom < critical.count else { return false }
    let distance = pairs.reduce(0.0) { sum, pair in
      sum + (Double(pair.0) - pair.1) * (Double(pair.0) - pair.1) / pair.1
    }
    return distance > critical[freedom]
  }
}

extension Double {
  /// `27,4 %`, as French writes shares.
  var percent: String {
    let tenths = Int((self * 1000).rounded())
    return "\(tenths / 10),\(abs(tenths % 10)) %"
  }
}
