import BadgeRequest
import Course
import ShippedContent
import Testing

@Suite("A draw that is regraded") struct DrawTests {
  private func outcome(
    _ exam: Exam, _ draw: [DrawnQuestion], on day: Day = Exam.today
  ) throws -> Regrading.Outcome {
    exam.regrading.outcome(of: try exam.perfect(draw, on: day))
  }

  /// What is said of a draw changed by hand, every answer right.
  private func fault(
    _ exam: Exam, _ change: (inout [DrawnQuestion]) throws -> Void
  ) throws -> DrawFault? {
    var draw = exam.draw(7)
    try change(&draw)
    let answers = try exam.answers(draw.filter { exam.questions[$0.question] != nil })
    guard
      case .refused(.impossibleDraw(let fault)) = exam.regrading.outcome(
        of: exam.request(draw, answers))
    else { return nil }
    return fault
  }

  /// Replaces the questions of a bank by others of it, shown in the order of their source.
  private func replace(
    _ bank: String, in draw: inout [DrawnQuestion], of exam: Exam,
    by choice: (Question) -> Bool
  ) throws {
    let count = draw.count { exam.questions[$0.question]?.bank == bank }
    let families = Set(
      draw.compactMap { exam.questions[$0.question] }.filter { $0.bank != bank }.map(\.family))
    let others = exam.questions.values
      .filter { $0.bank == bank && $0.isForExam && choice($0) && !families.contains($0.family) }
      .sorted { $0.id < $1.id }
    try #require(others.count >= count, "\(bank) has too few")
    draw.removeAll { exam.questions[$0.question]?.bank == bank }
    var random = SplitMix64(seed: 1)
    draw += others.prefix(count).map {
      DrawnQuestion(question: $0.id, order: $0.shuffled(with: &random))
    }
  }

  @Test("three hundred honest draws are all accepted, and have thirty questions each")
  func honest() throws {
    let exam = try Exam.shipped()
    for seed in 0..<300 {
      let draw = exam.draw(UInt64(seed))
      #expect(draw.count == 30)
      #expect(try outcome(exam, draw) == .passed, "seed \(seed)")
    }
  }

  @Test("a draw that avoids the attempt before is accepted, ten attempts in a row")
  func repeated() throws {
    let exam = try Exam.shipped()
    for start in 0..<20 {
      var before: Set<String> = []
      for attempt in 0..<10 {
        let draw = exam.draw(UInt64(start * 100 + attempt), avoiding: before)
        #expect(try outcome(exam, draw) == .passed, "start \(start), attempt \(attempt)")
        before = Set(draw.map(\.question))
      }
    }
  }

  @Test(
    "a draw made while review dates pass is accepted, the agent's day being one ahead or not",
    arguments: ["2027-02-21", "2027-05-22", "2027-11-22", "2028-11-21", "2028-11-22", "2031-01-01"])
  func expired(_ date: String) throws {
    let exam = try Exam.shipped()
    let day = try #require(Day(iso: date))
    for start in 0..<40 {
      var before: Set<String> = []
      for ahead in 0...1 {
        let local = Day(number: day.number + ahead)
        let draw = exam.draw(UInt64(start * 2 + ahead), avoiding: before, on: local)
        #expect(try outcome(exam, draw, on: day) == .passed, "start \(start)")
        before = Set(draw.map(\.question))
      }
    }
  }

  @Test(
    "a line that asks for more than its bank has gives what there is",
    arguments: [
      "- SANDI : 40 (lettres différentes)", "- DP : 200", "- DP : 3\n- TRANSVERSE, RU04 : 90",
      "- RU01 : 14 (niveau 2, puis 1 ou 3)", "- RU01 : 5 (niveau 1, puis 2, puis 3)",
      "- RU01, RU02, RU03 : 9 (niveau 3, puis 3, puis 1 ou 2)",
      "- SANDI : 5 (lettres différentes, niveau 1, puis 2)",
    ])
  func short(_ plan: String) throws {
    let exam = try Exam.planned(plan)
    for seed in 0..<60 {
      var before: Set<String> = []
      for attempt in 0..<3 {
        let draw = exam.draw(UInt64(seed * 3 + attempt), avoiding: before)
        #expect(try outcome(exam, draw) == .passed, "seed \(seed), attempt \(attempt)")
        before = Set(draw.map(\.question))
      }
    }
  }

  @Test(
    "easy questions chosen by hand, or hard ones, are recognised in each of the nine principles",
    arguments: (1...9).map { "RU0\($0)" }, [1, 2, 3])
  func levels(_ bank: String, _ level: Int) throws {
    let exam = try Exam.shipped()
    let fault = try fault(exam) { draw in
      try replace(bank, in: &draw, of: exam) { $0.level == level }
    }
    #expect(fault == .wrongLevels(theme: bank))
  }

  @Test("another question of the same bank and level makes another possible draw")
  func otherQuestions() throws {
    let exam = try Exam.shipped()
    let draw = exam.draw(7)
    let drawn = Set(draw.map(\.question))
    let families = Set(draw.compactMap { exam.questions[$0.question]?.family })
    for (place, item) in draw.enumerated() {
      let question = try exam.question(item)
      let other = exam.questions.values.first { other in
        other.isForExam && other.bank == question.bank && other.level == question.level
          && other.letter == question.letter && !drawn.contains(other.id)
          && !families.contains(other.family)
      }
      guard let other else { continue }
      let order = other.shuffledOrder
      #expect(
        try fault(exam) { $0[place] = DrawnQuestion(question: other.id, order: order) } == nil)
    }
  }

  @Test("one letter of SANDI asked twice is recognised")
  func letters() throws {
    let exam = try Exam.shipped()
    for letter in ["S", "A", "N", "D", "I"] {
      let fault = try fault(exam) { draw in
        try replace("SANDI", in: &draw, of: exam) { $0.letter == letter }
      }
      #expect(fault == .repeatedLetter(theme: "SANDI"))
    }
  }

  @Test("two questions of one family, from two lines of the plan, are recognised")
  func family() throws {
    let exam = try Exam.shipped()
    let byFamily = Dictionary(grouping: exam.questions.values.filter(\.isForExam), by: \.family)
    let twins = byFamily.values.filter { Set($0.map(\.bank)).count > 1 }
    #expect(!twins.isEmpty)
    for pair in twins {
      let ids = pair.map(\.id)
      // The first twin alone is a possible question; the second takes the place of another.
      let first = (0..<500).lazy.map { exam.draw($0) }.first { draw in
        draw.contains { $0.question == ids[0] }
          && draw.contains { exam.questions[$0.question]?.bank == pair[1].bank }
      }
      var draw = try #require(first)
      #expect(try outcome(exam, draw) == .passed)
      let places = draw.indices.filter { place in
        exam.questions[draw[place].question]?.bank == pair[1].bank
      }
      let place = try #require(places.first)
      draw[place] = DrawnQuestion(question: ids[1], order: pair[1].shuffledOrder)
      guard
        case .refused(.impossibleDraw(.repeatedFamily(let id))) = try outcome(exam, draw)
      else {
        Issue.record("\(ids) may come together")
        continue
      }
      #expect(ids.contains(id))
    }
  }

  @Test("a question past its date on the agent's day alone may be given up for another level")
  func dayAhead() throws {
    let two = try Exam.shipped().ids { $0.level == 2 }
    let exam = try Exam(files: Self.content(two, "revoir", "2026-11-21"))
    for seed in 0..<40 {
      let draw = exam.draw(UInt64(seed), on: Day(number: Exam.today.number + 1))
      let levels = try draw.map { try exam.question($0) }.filter { $0.bank == "RU01" }.map(\.level)
      #expect(levels.allSatisfy { $0 != 2 })
      #expect(try outcome(exam, draw) == .passed)
    }
    let day = Day(number: Exam.today.number - 1)
    let draw = exam.draw(1, on: Exam.today)
    #expect(try outcome(exam, draw, on: day) == .passed)
    let late = exam.draw(1, on: Day(number: Exam.today.number + 1))
    guard case .refused(.impossibleDraw(.wrongLevels)) = try outcome(exam, late, on: day) else {
      Issue.record("nothing had expired the day before")
      return
    }
  }

  @Test("a letter may come twice when the others were met in the attempt before")
  func avoidedLetters() throws {
    let shipped = try Exam.shipped()
    var kept: Set<String> = []
    // One question of each letter stays within its date, and all those of S.
    let late = shipped.ids { question in
      guard let letter = question.letter, letter != "S" else { return false }
      return !kept.insert(letter).inserted
    }
    let exam = try Exam(files: Self.content(late, "revoir", "2026-11-20"))
    var repetitions = 0
    for seed in 0..<40 {
      let before = Set(exam.draw(UInt64(seed)).map(\.question))
      let draw = exam.draw(UInt64(seed + 1000), avoiding: before)
      let letters = try draw.compactMap { try exam.question($0).letter }
      if Set(letters).count < letters.count { repetitions += 1 }
      #expect(try outcome(exam, draw) == .passed)
    }
    #expect(repetitions > 10)
  }

  @Test("a level may be given up when all its questions are of one family")
  func oneFamily() throws {
    let shipped = try Exam.shipped()
    let two = shipped.ids { $0.bank == "RU01" && $0.level == 2 }
    var files = try Self.content(two, "famille", "jumelles")
    files["evaluation.md"] = Array(
      "# Examen\n<!--\nseuil : 1/2\n-->\n\nTexte.\n\n- RU01 : 2 (niveau 2, puis 2)\n".utf8)
    let exam = try Exam(files: files)
    for seed in 0..<20 {
      #expect(try outcome(exam, exam.draw(UInt64(seed))) == .passed)
    }
  }

  /// The shipped content, a key of some questions' fiches given a value.
  private static func content(
    _ ids: Set<String>, _ key: String, _ value: String
  ) throws -> [String: [UInt8]] {
    try #require(!ids.isEmpty)
    var files = ShippedContent.files
    for path in files.keys where path.hasSuffix("/banque.md") {
      let text = String(decoding: files[path] ?? [], as: UTF8.self)
      var isChosen = false
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        if line.hasPrefix("## ") { isChosen = ids.contains(String(line.dropFirst(3))) }
        return isChosen && line.hasPrefix("\(key) : ") ? "\(key) : \(value)" : String(line)
      }
      files[path] = Array(lines.joined(separator: "\n").utf8)
    }
    return files
  }

  @Test("one question less, one more, one twice or none at all is recognised")
  func counts() throws {
    let exam = try Exam.shipped()
    let place = try #require(exam.draw(7).firstIndex { $0.question.hasPrefix("DP") })
    #expect(try fault(exam) { draw in draw.remove(at: place) } == .wrongCount(theme: "DP"))
    #expect(try fault(exam) { $0 = [] } == .wrongCount(theme: "RU01"))
    let drawn = Set(exam.draw(7).map(\.question))
    let more = exam.questions.values.first { question in
      question.bank == "NOTIONS" && question.isForExam && !drawn.contains(question.id)
    }
    let added = try #require(more)
    #expect(
      try fault(exam) {
        $0.append(DrawnQuestion(question: added.id, order: added.shuffledOrder))
      } == .wrongCount(theme: "TRANSVERSE, NOTIONS, TECHNO"))
    var id = ""
    let twice = try fault(exam) { draw in
      id = draw[0].question
      draw.append(draw[0])
    }
    #expect(twice == .repeatedFamily(question: id))
  }

  @Test("a question kept out of the exam, of no line, or of no course is recognised")
  func strangers() throws {
    let exam = try Exam.shipped()
    let kept = exam.questions.values.filter { !$0.isForExam }
    #expect(kept.count >= 11)
    for question in kept {
      let fault = try fault(exam) {
        $0[0] = DrawnQuestion(question: question.id, order: question.shuffledOrder)
      }
      #expect(fault == .notForExam(question: question.id))
    }
    #expect(
      try fault(exam) { $0[0] = DrawnQuestion(question: "RU01-999", order: [1, 2, 3]) }
        == .unknown(question: "RU01-999"))
    let alone = try Exam.planned("- DP : 6")
    let question = try #require(alone.questions.values.first { $0.bank == "RU01" && $0.isForExam })
    #expect(
      try fault(alone) {
        $0[0] = DrawnQuestion(question: question.id, order: question.shuffledOrder)
      } == .outsidePlan(question: question.id))
  }

  @Test("options that cannot be shown in that order are recognised, for every question drawn")
  func orders() throws {
    let exam = try Exam.shipped()
    for (place, drawn) in exam.draw(7).enumerated() {
      let wrong = [
        drawn.order + [1], Array(drawn.order.dropLast()), drawn.order.map { $0 + 1 },
        drawn.order.map { _ in 1 }, drawn.order.map { _ in Int.max }, [Int.min],
      ]
      for order in wrong {
        #expect(
          try fault(exam) { $0[place].order = order } == .badOrder(question: drawn.question))
      }
    }
  }
}

extension Question {
  /// An order in which its options may be shown.
  var shuffledOrder: [Int] {
    var random = SplitMix64(seed: 3)
    return shuffled(with: &random)
  }
}
