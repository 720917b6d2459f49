import Course

extension Question {
  /// Whether an answer in source order has a form that the program may record (`Event.answered`).
  func admits(_ answer: [Int]) -> Bool {
    switch body {
    case .single(let options): answer.count == 1 && isWithin(answer, options.count)
    case .multiple(let options), .spot(let options):
      !answer.isEmpty && isWithin(answer, options.count)
        && zip(answer, answer.dropFirst()).allSatisfy { $0 < $1 }
    case .trueFalse(let options):
      answer.count == options.count && answer.allSatisfy { $0 == 0 || $0 == 1 }
    case .order(let steps, _):
      answer.count == steps.count && isWithin(answer, steps.count)
        && Set(answer).count == answer.count
    case .match(let pairs):
      answer.count == pairs.count { $0.left != nil } && isWithin(answer, pairs.count)
    case .short(let options): answer == [0] || answer.count == 1 && isWithin(answer, options.count)
    case .rewrite: answer.isEmpty
    case .steps(let steps):
      answer.count == steps.count
        && zip(answer, steps).allSatisfy { $1.options.numbered($0) != nil }
    }
  }

  private func isWithin(_ answer: [Int], _ count: Int) -> Bool {
    answer.allSatisfy { $0 >= 1 && $0 <= count }
  }
}
