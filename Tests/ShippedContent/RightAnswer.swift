package import Course

extension Question {
  /// The answer in source order that is graded right.
  package var rightAnswer: [Int] {
    switch body {
    case .single(let options), .multiple(let options), .spot(let options):
      options.indices.filter { options[$0].isRight }.map { $0 + 1 }
    case .trueFalse(let options): options.map { $0.isRight ? 1 : 0 }
    case .order(let steps, _): Array(1...steps.count)
    case .match(let pairs): pairs.indices.filter { pairs[$0].left != nil }.map { $0 + 1 }
    case .short(let options): options.firstIndex(where: \.isRight).map { [$0 + 1] } ?? []
    case .rewrite: []
    case .steps(let steps):
      steps.map { ($0.options.firstIndex(where: \.isRight) ?? -1) + 1 }
    }
  }
}
