import Glibc

/// The figures of the rules on chance, by other formulas than theirs.
enum Chances {
  /// The probability that χ² exceeds `x`, by its closed forms.
  static func exceeding(_ x: Double, freedom: Int) -> Double {
    let half = x / 2
    if freedom.isMultiple(of: 2) {
      var term = 1.0
      return exp(-half)
        * (0..<freedom / 2).reduce(0.0) { sum, index in
          if index > 0 { term *= half / Double(index) }
          return sum + term
        }
    }
    let rest = (0..<freedom / 2).reduce(0.0) { sum, index in
      sum + pow(half, Double(index) + 0.5) / tgamma(Double(index) + 1.5)
    }
    return erfc(half.squareRoot()) + exp(-half) * rest
  }

  /// χ² of counts against the same number everywhere.
  static func distance(_ observed: [Int]) -> Double {
    let expected = Double(observed.reduce(0, +)) / Double(observed.count)
    return observed.reduce(0.0) {
      $0 + (Double($1) - expected) * (Double($1) - expected) / expected
    }
  }

  /// The least count that `count` picks of one in `options` exceed with the chance left by `level`.
  ///
  /// In whole numbers: Σ C(n, i) (k − 1)ⁿ⁻ⁱ over kⁿ, against a level in hundredths.
  static func binomialBound(_ count: Int, oneIn options: Int, level: Int) -> Int {
    var total = 0
    let all = power(options, count)
    for successes in 0...count {
      total += choose(count, successes) * power(options - 1, count - successes)
      if 100 * total >= level * all { return successes }
    }
    return count
  }

  /// The same for picks that have not the same chance: every way they can turn out is counted.
  static func enumeratedBound(_ chances: [Double], level: Double) -> Int {
    var odds = Array(repeating: 0.0, count: chances.count + 1)
    for way in 0..<1 << chances.count {
      odds[way.nonzeroBitCount] += chances.indices.reduce(1.0) {
        $0 * (way >> $1 & 1 == 1 ? chances[$1] : 1 - chances[$1])
      }
    }
    var total = 0.0
    return odds.firstIndex { odd in
      total += odd
      return total >= level
    } ?? chances.count
  }

  private static func power(_ base: Int, _ exponent: Int) -> Int {
    (0..<exponent).reduce(1) { result, _ in result * base }
  }

  private static func choose(_ count: Int, _ taken: Int) -> Int {
    (0..<taken).reduce(1) { $0 * (count - $1) / ($1 + 1) }
  }
}
