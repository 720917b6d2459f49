import Course
import ShippedContent
import Testing

/// What the whole course promises, whatever its words.
@Suite("The shipped course") struct ShippedCourseTests {
  private static let course = Result { try Course(ContentFiles(ShippedContent.files)) }

  private func course() throws -> Course { try Self.course.get() }

  @Test("has the modules M0 to M9, in order, all but the first counted")
  func modules() throws {
    let modules = try course().modules
    #expect(modules.map(\.id) == (0...9).map { "M\($0)" })
    #expect(modules.filter { !$0.counts }.map(\.id) == ["M0"])
    for module in modules {
      #expect(!module.lessons.isEmpty && !module.opening.isEmpty, "\(module.id)")
      #expect(!module.takeaways.isEmpty, "\(module.id)")
    }
  }

  @Test(
    "has enough questions in each bank",
    arguments: [
      ("RU01", 14), ("RU02", 14), ("RU03", 14), ("RU04", 16), ("RU05", 14), ("RU06", 12),
      ("RU07", 14), ("RU08", 14), ("RU09", 12), ("SANDI", 20), ("DP", 28), ("TRANSVERSE", 10),
      ("NOTIONS", 12), ("TECHNO", 6),
    ])
  func bank(name: String, least: Int) throws {
    let questions = try course().banks().filter { $0.bank == name }
    #expect(questions.count >= least, "\(questions.count)")
  }

  @Test("has at least 200 questions in its banks, of every kind, at every level")
  func questions() throws {
    let questions = try course().banks()
    #expect(questions.count >= 200)
    #expect(Set(questions.map(\.id)).count == questions.count)
    #expect(Set(questions.map(\.level)) == [1, 2, 3])
    #expect(Set(questions.map(\.body.shape)) == Shape.all)
    #expect(
      questions.allSatisfy { $0.verified != nil && $0.review != nil && $0.facilitator != nil })
  }

  @Test(
    "leads to each principle and each recommendation by a lesson, a situation or a question",
    arguments: (1...9).map { "RU0\($0)" } + (1...3).map { "RDP0\($0)" } + ["RTR01", "RPI01"]
      + ["RPI02", "RNR01", "RR01", "RR02"] + (1...5).map { "RCOMP0\($0)" } + ["RT08"])
  func reference(code: String) throws {
    let course = try course()
    for module in course.modules {
      for outline in module.lessons {
        let lesson = try course.lesson(outline)
        let asked = lesson.screens.compactMap { screen -> [String]? in
          if case .question(let question) = screen.content { question.refs } else { nil }
        }
        if lesson.refs.contains(code) || asked.joined().contains(code) { return }
      }
      if try course.scenarios(of: module).contains(where: { $0.refs.contains(code) }) { return }
      if try course.bank(of: module).contains(where: { $0.refs.contains(code) }) { return }
    }
    Issue.record("\(code) is nowhere")
  }

  @Test("refers to each principle in lessons, and asks about it")
  func principles() throws {
    let course = try course()
    let lessons = try course.modules.flatMap(\.lessons).map { try course.lesson($0) }
    let refs = Set(lessons.flatMap(\.refs))
    let principles = try course.principles().map(\.key)
    #expect(principles == (1...9).map { "RU0\($0)" } + ["SANDI"])
    #expect(Set(principles).subtracting(refs) == [])
    #expect(Set(principles).isSubset(of: Set(try course.banks().map(\.bank))))
  }

  // MARK: The exam

  private static let day = Day(iso: "2026-11-21") ?? Day(number: 0)

  private func draw(
    _ seed: UInt64, avoiding avoided: Set<String> = [], months: Int = 0
  ) throws -> [String] {
    let course = try course()
    let plan = try #require(try course.examPlan())
    let exam = ExamDraw(
      plan: plan, questions: try Self.banks.get(), avoiding: avoided,
      today: Self.day.adding(months: months))
    var random = SplitMix64(seed: seed)
    return exam.draw(with: &random).map(\.question)
  }

  private static let banks = Result { try course.get().banks() }

  @Test("draws exams of thirty different questions, now and 7, 13 and 25 months later")
  func thirty() throws {
    for months in [0, 7, 13, 25] {
      for seed in 0..<5 as Range<UInt64> {
        let ids = try draw(seed, months: months)
        #expect(ids.count == 30 && Set(ids).count == 30, "\(months) months")
      }
    }
  }

  @Test("draws exams that share a fifth of their questions at most, on average")
  func overlap() throws {
    var shared = 0
    for pair in 0..<100 as Range<UInt64> {
      let other = Set(try draw(50_001 + 2 * pair))
      shared += try draw(50_000 + 2 * pair).count(where: other.contains)
    }
    #expect(Double(shared) / 100 <= 0.2 * 30, "\(shared) questions shared by 100 pairs")
  }

  @Test("never asks again what the previous attempt asked, even after everything has expired")
  func retry() throws {
    for months in [0, 7, 13, 25] {
      for seed in 0..<10 as Range<UInt64> {
        let first = Set(try draw(seed, months: months))
        let second = try draw(seed + 1_000, avoiding: first, months: months)
        #expect(second.count == 30)
        #expect(first.isDisjoint(with: second))
      }
    }
  }

  @Test("asks two questions of each principle, four of SANDI, six of data protection")
  func strata() throws {
    let banks = Dictionary(
      uniqueKeysWithValues: try course().banks().map { ($0.id, $0) })
    for seed in 0..<20 as Range<UInt64> {
      let drawn = try draw(seed).compactMap { banks[$0] }
      let counts = Dictionary(grouping: drawn, by: \.bank).mapValues(\.count)
      for number in 1...9 { #expect(counts["RU0\(number)"] == 2) }
      #expect(counts["SANDI"] == 4 && counts["DP"] == 6)
      #expect(Set(drawn.compactMap { $0.bank == "SANDI" ? $0.letter : nil }).count == 4)
      #expect(Set(drawn.map(\.family)).count == 30)
    }
  }
}

/// The kind of a question, without what it asks.
private enum Shape: Hashable, CaseIterable {
  case single, multiple, trueFalse, spot, order, match, short, rewrite, steps

  static let all = Set(allCases)
}

extension QuestionBody {
  fileprivate var shape: Shape {
    switch self {
    case .single: .single
    case .multiple: .multiple
    case .trueFalse: .trueFalse
    case .spot: .spot
    case .order: .order
    case .match: .match
    case .short: .short
    case .rewrite: .rewrite
    case .steps: .steps
    }
  }
}
