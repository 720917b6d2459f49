extension Question {
  /// The order in which its options are shown: `order[i]` is the source index, from 1, of place `i`.
  ///
  /// Passages to spot keep their order. Steps to order never come in an accepted order. Pairs
  /// shuffle their right parts only. A « cas » gives one permutation a step, end to end. Short
  /// answers and rewritings give an empty order.
  package func shuffled(with random: inout SplitMix64) -> [Int] {
    switch body {
    case .single(let options), .multiple(let options), .trueFalse(let options):
      return random.shuffled(numbers(options.count))
    case .spot(let options): return numbers(options.count)
    case .match(let pairs): return random.shuffled(numbers(pairs.count))
    case .order(let steps, let accepted):
      return shuffledAway(from: accepted, count: steps.count, with: &random)
    case .steps(let steps): return steps.flatMap { random.shuffled(numbers($0.options.count)) }
    case .short, .rewrite: return []
    }
  }

  /// Whether options can be shown in `order`: a journal may come from another version.
  package func accepts(order: [Int]) -> Bool {
    switch body {
    case .single(let options), .multiple(let options), .trueFalse(let options),
      .order(let options, _):
      return order.sorted() == numbers(options.count)
    case .spot(let options): return order == numbers(options.count)
    case .match(let pairs): return order.sorted() == numbers(pairs.count)
    case .steps(let steps):
      return order.count == steps.reduce(0) { $0 + $1.options.count }
        && steps.indices.allSatisfy {
          stepOrder($0, in: order).sorted() == numbers(steps[$0].options.count)
        }
    case .short, .rewrite: return order.isEmpty
    }
  }

  /// The part of a « cas »'s order that is step `index`'s.
  package func stepOrder(_ index: Int, in order: [Int]) -> [Int] {
    guard case .steps(let steps) = body, steps.indices.contains(index) else { return [] }
    let start = steps[..<index].reduce(0) { $0 + $1.options.count }
    return Array(order.dropFirst(start).prefix(steps[index].options.count))
  }

  /// A shuffle that is no right answer; only content that accepts every order gets one.
  private func shuffledAway(
    from accepted: [[Int]], count: Int, with random: inout SplitMix64
  ) -> [Int] {
    let right = numbers(count)
    let refused = Set(accepted + [right])
    // Three steps that accept five orders out of six escape this once in 10²⁰ draws.
    for _ in 0..<256 {
      let order = random.shuffled(right)
      if !refused.contains(order) { return order }
    }
    return right.reversed()
  }

  private func numbers(_ count: Int) -> [Int] { Array(1..<count + 1) }
}
