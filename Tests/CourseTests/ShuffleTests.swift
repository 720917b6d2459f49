import Course
import Testing

@Suite("The order of options") struct ShuffleTests {
  private func order(_ body: QuestionBody, seed: UInt64) -> [Int] {
    var random = SplitMix64(seed: seed)
    return Sample.question(body).shuffled(with: &random)
  }

  @Test("options, affirmations and right parts are shuffled like numbers", arguments: [0, 1, 42])
  func plain(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let expected = random.shuffled([1, 2, 3, 4])
    let options = Sample.options("x...")
    #expect(order(.single(options), seed: seed) == expected)
    #expect(order(.multiple(options), seed: seed) == expected)
    #expect(order(.trueFalse(options), seed: seed) == expected)
    #expect(order(.match((1...4).map { Sample.pair("g\($0)", "d\($0)") }), seed: seed) == expected)
  }

  @Test("the passages of a text stay in place", arguments: [0, 1, 2, 3] as [UInt64])
  func spot(seed: UInt64) {
    #expect(order(.spot(Sample.options("x.x.x")), seed: seed) == [1, 2, 3, 4, 5])
  }

  @Test("what is typed has no order")
  func typed() {
    let rewriting = Rewriting(forbidden: [], expected: [], checklist: [])
    #expect(order(.short(Sample.options("x.")), seed: 1) == [])
    #expect(order(.rewrite(rewriting), seed: 1) == [])
  }

  @Test("each step of a case has its own shuffle")
  func steps() {
    let question = Sample.question(
      .steps([Sample.step("x.."), Sample.step(".x"), Sample.step("...x")]))
    var random = SplitMix64(seed: 12)
    let order = question.shuffled(with: &random)
    #expect(order.count == 9)
    #expect(
      (0..<3).map { question.stepOrder($0, in: order).sorted() } == [
        [1, 2, 3], [1, 2], [1, 2, 3, 4],
      ])
    #expect((0..<3).flatMap { question.stepOrder($0, in: order) } == order)
    #expect(question.stepOrder(3, in: order) == [])
    #expect(question.stepOrder(-1, in: order) == [])
    #expect(question.stepOrder(.max, in: order) == [])
    #expect(question.stepOrder(2, in: [1, 2, 3]) == [], "an order too short has no third step")
  }

  @Test(
    "steps to order never come in an accepted order",
    arguments: [
      (2, []), (3, []), (3, [[1, 3, 2]]), (3, [[1, 3, 2], [2, 1, 3], [2, 3, 1], [3, 1, 2]]),
      (4, [[1, 3, 2, 4], [2, 1, 3, 4]]), (6, [[6, 5, 4, 3, 2, 1]]),
    ] as [(Int, [[Int]])])
  func neverSolved(count: Int, accepted: [[Int]]) {
    let options = Sample.options(String(repeating: "x", count: count))
    let question = Sample.question(.order(options, alsoAccepted: accepted))
    var random = SplitMix64(seed: 77)
    for _ in 0..<2_000 {
      let order = question.shuffled(with: &random)
      #expect(order.sorted() == Array(1...count))
      #expect(question.grade(order) == .wrong)
    }
  }

  @Test("the orders that remain come as often as one another")
  func evenOrders() {
    let question = Sample.question(
      .order(Sample.options("xxx"), alsoAccepted: [[1, 3, 2]]))
    var random = SplitMix64(seed: 78)
    var counts: [[Int]: Int] = [:]
    for _ in 0..<4_000 { counts[question.shuffled(with: &random), default: 0] += 1 }
    #expect(counts.count == 4)
    #expect(counts.values.allSatisfy { (850...1150).contains($0) })
  }

  @Test("steps that cannot be disordered are still shown")
  func allAccepted() {
    #expect(order(.order(Sample.options("x"), alsoAccepted: []), seed: 1) == [1])
    #expect(order(.order(Sample.options("xx"), alsoAccepted: [[2, 1]]), seed: 1) == [2, 1])
  }

  @Test("an empty question is shuffled without a trap", arguments: [0, 9] as [UInt64])
  func empty(seed: UInt64) {
    let bodies: [QuestionBody] = [
      .single([]), .multiple([]), .trueFalse([]), .spot([]), .match([]), .steps([]),
      .order([], alsoAccepted: []), .steps([Sample.step(""), Sample.step("x")]),
    ]
    for body in bodies {
      let order = order(body, seed: seed)
      #expect(order.count == (body == bodies.last ? 1 : 0))
      #expect(Sample.question(body).accepts(order: order))
    }
  }

  @Test("a question accepts each order it gives", arguments: Sample.everyKind)
  func accepts(question: Question) {
    var random = SplitMix64(seed: 4)
    for _ in 0..<200 { #expect(question.accepts(order: question.shuffled(with: &random))) }
  }

  @Test("the order of another version is refused", arguments: Sample.everyKind)
  func refuses(question: Question) {
    var random = SplitMix64(seed: 4)
    let order = question.shuffled(with: &random)
    #expect(!question.accepts(order: order + [1]))
    for value in hostileIntegers where !order.contains(value) {
      #expect(!question.accepts(order: order.dropLast() + [value]))
    }
    guard let first = order.first else { return }
    #expect(!question.accepts(order: Array(order.dropLast())))
    #expect(!question.accepts(order: Array(repeating: first, count: order.count)))
    #expect(!question.accepts(order: []))
  }

  @Test("moved passages and mixed steps are refused")
  func refusedShapes() {
    #expect(!Sample.question(.spot(Sample.options("x.."))).accepts(order: [2, 1, 3]))
    let steps = Sample.question(.steps([Sample.step("x."), Sample.step("x..")]))
    #expect(steps.accepts(order: [2, 1, 3, 1, 2]))
    #expect(!steps.accepts(order: [2, 1, 3, 1, 1]))
    #expect(!steps.accepts(order: [1, 3, 2, 1, 2]))
  }
}
