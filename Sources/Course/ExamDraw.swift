/// The stratified draw of an exam: a pure function of the plan, the banks, the past and a seed.
package struct ExamDraw {
  var plan: ExamPlan
  var questions: [Question]
  /// Drawn in the previous attempt: avoided while the stratum can do without.
  var avoided: Set<String>
  var today: Day

  /// Questions kept out of the exam are left aside; the order of the others does not count.
  package init(
    plan: ExamPlan, questions: [Question], avoiding avoided: Set<String> = [], today: Day
  ) {
    self.plan = plan
    self.questions = questions.filter(\.isForExam).sorted { $0.id < $1.id }
    self.avoided = avoided
    self.today = today
  }

  /// The strata that have questions: « une strate sans banque n'existe pas ».
  package var strata: [Stratum] {
    plan.strata.filter { stratum in questions.contains { stratum.banks.contains($0.bank) } }
  }

  /// The drawn questions, all strata mixed, each with the order of its options.
  ///
  /// Short of questions, a stratum gives what it has: an exam is never refused.
  package func draw(with random: inout SplitMix64) -> [DrawnQuestion] {
    var families: Set<String> = []
    var drawn: [Question] = []
    for stratum in strata { drawn += draw(stratum, without: &families, with: &random) }
    return random.shuffled(drawn).map {
      DrawnQuestion(question: $0.id, order: $0.shuffled(with: &random))
    }
  }

  private func draw(
    _ stratum: Stratum, without families: inout Set<String>, with random: inout SplitMix64
  ) -> [Question] {
    let pool = random.shuffled(questions.filter { stratum.banks.contains($0.bank) })
    var chosen: [Question] = []
    while chosen.count < stratum.count {
      let levels = stratum.levels.at(chosen.count) ?? stratum.levels.last ?? []
      let letters = stratum.distinctLetters ? Set(chosen.compactMap(\.letter)) : []
      // The pool is shuffled: the first of the least costs is drawn by chance.
      let best = pool.filter { !families.contains($0.family) }
        .min { cost($0, levels, letters) < cost($1, levels, letters) }
      guard let best else { break }
      families.insert(best.family)
      chosen.append(best)
    }
    return chosen
  }

  /// What is given up by taking a question: each rule outweighs those after it.
  private func cost(_ question: Question, _ levels: [Int], _ letters: Set<String>) -> Int {
    var cost = 0
    // A new attempt never meets the previous one again, even when that takes an expired question.
    if avoided.contains(question.id) { cost += 8 }
    // « tirée qu’en dernier », and shown with the date it was verified.
    if question.isExpired(on: today) { cost += 4 }
    if let letter = question.letter, letters.contains(letter) { cost += 2 }
    if !levels.isEmpty, !levels.contains(question.level) { cost += 1 }
    return cost
  }
}

extension Question {
  /// Past its review date: drawn last, and shown with the date it was verified.
  package func isExpired(on day: Day) -> Bool { review.map { $0 < day } ?? false }
}
