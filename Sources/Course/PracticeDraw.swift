/// Five questions of a module's bank: the unseen first, then those answered longest ago.
///
/// No two of a family, and those past their review date come last.
package enum PracticeDraw {
  package static let size = 5

  /// The questions in the order to ask them; fewer when the bank has fewer families.
  package static func draw(
    from bank: [Question], answers: [String: Progress.GivenAnswer], today: Day,
    with random: inout SplitMix64
  ) -> [Question] {
    let pool = random.shuffled(bank).enumerated().map { place, question in
      let day = answers[question.id]?.day.number
      return (
        question: question,
        rank: (question.isExpired(on: today) ? 1 : 0, day == nil ? 0 : 1, day ?? 0, place)
      )
    }
    var families: Set<String> = []
    let inOrder = pool.sorted { $0.rank < $1.rank }.map(\.question)
    return Array(inOrder.filter { families.insert($0.family).inserted }.prefix(size))
  }
}
