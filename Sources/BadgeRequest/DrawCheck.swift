import Course

/// Tells a draw that `ExamDraw` may have made from one made by hand.
///
/// Whatever the draw prefers — letters, levels — it gives up for a question met in the attempt
/// before or past its review date. The issuer does not know that attempt; it knows that it met at
/// most as many questions of a line as the line gives. So a preference is required only where more
/// questions than that could have kept it: no honest draw is ever refused.
struct DrawCheck: Sendable {
  private let plan: ExamPlan
  private let questions: [String: Question]

  /// The plan and every question of the course, those out of the exam too.
  init(plan: ExamPlan, questions: [String: Question]) {
    self.plan = plan
    self.questions = questions
  }

  /// Throws why no draw made on `day` or before may be this one.
  func check(_ draw: [DrawnQuestion], on day: Day) throws(DrawFault) {
    let drawn = try known(draw)
    let families = try families(of: drawn)
    // Days of the agent and UTC days may differ by one.
    let late = Day(number: day.number + 1)
    var taken: Set<String> = []
    for stratum in plan.strata {
      let pool = questions.values.filter { $0.isForExam && stratum.banks.contains($0.bank) }
      let line = Line(
        stratum: stratum, drawn: drawn.filter { stratum.banks.contains($0.bank) },
        spare: pool.filter { !families.contains($0.family) && !$0.isExpired(on: late) })
      let open = Set(pool.map(\.family)).subtracting(taken)
      guard line.drawn.count == min(stratum.count, open.count)
      else { throw .wrongCount(theme: stratum.name) }
      try line.checkLetters()
      try line.checkLevels()
      taken.formUnion(line.drawn.map(\.family))
    }
  }

  /// The questions drawn, each admitted, on a line of the plan, and shown in a possible order.
  private func known(_ draw: [DrawnQuestion]) throws(DrawFault) -> [Question] {
    var drawn: [Question] = []
    for item in draw {
      guard let question = questions[item.question] else { throw .unknown(question: item.question) }
      guard question.isForExam else { throw .notForExam(question: question.id) }
      guard plan.strata.contains(where: { $0.banks.contains(question.bank) })
      else { throw .outsidePlan(question: question.id) }
      guard question.accepts(order: item.order) else { throw .badOrder(question: question.id) }
      drawn.append(question)
    }
    return drawn
  }

  private func families(of drawn: [Question]) throws(DrawFault) -> Set<String> {
    var families: Set<String> = []
    for question in drawn where !families.insert(question.family).inserted {
      throw .repeatedFamily(question: question.id)
    }
    return families
  }
}

/// One line of the plan, what was drawn for it, and what could have been instead.
private struct Line {
  let stratum: Stratum
  let drawn: [Question]
  /// Of no family drawn, and within their review dates: at hand at every turn of the draw.
  let spare: [Question]

  /// A letter may come twice only when every other one may have been avoided.
  func checkLetters() throws(DrawFault) {
    guard stratum.distinctLetters else { return }
    let letters = drawn.compactMap(\.letter)
    guard Set(letters).count < letters.count, fresh.count > stratum.count else { return }
    throw .repeatedLetter(theme: stratum.name)
  }

  /// Places whose level was surely kept must each find a question of that level (Hall's condition).
  func checkLevels() throws(DrawFault) {
    let fresh = fresh
    let sure = drawn.indices.map { stratum.levels.at($0) ?? stratum.levels.last ?? [] }
      .filter { levels in fresh.count { levels.contains($0.level) } > stratum.count }
    for levels in Line.setsOfLevels {
      let places = sure.count { levels.isSuperset(of: $0) }
      guard drawn.count(where: { levels.contains($0.level) }) >= places
      else { throw .wrongLevels(theme: stratum.name) }
    }
  }

  /// What costs the draw nothing, should it not be avoided.
  private var fresh: [Question] {
    guard stratum.distinctLetters else { return spare }
    let letters = Set(drawn.compactMap(\.letter))
    return spare.filter { $0.letter.map { !letters.contains($0) } ?? true }
  }

  /// The seven sets that can be made of the levels 1, 2 and 3.
  private static let setsOfLevels: [Set<Int>] = (1...7).map { bits in
    Set((1...3).filter { bits >> ($0 - 1) & 1 == 1 })
  }
}
