import Course
import Testing

@Suite("The draw of a practice") struct PracticeDrawTests {
  private func draw(
    _ bank: [Question], answered: [String: Int] = [:], seed: UInt64 = 1
  ) -> [String] {
    var random = SplitMix64(seed: seed)
    let answers = answered.mapValues {
      Progress.GivenAnswer(answer: [1], ok: true, day: Day(number: Sample.today.number - $0))
    }
    return PracticeDraw.draw(from: bank, answers: answers, today: Sample.today, with: &random)
      .map(\.id)
  }

  @Test(
    "five questions come, never seen before while there are some",
    arguments: 0..<30 as Range<UInt64>)
  func unseen(seed: UInt64) {
    let answered = ["B-1": 1, "B-2": 90, "B-3": 5]
    let ids = draw(Sample.bank("B", count: 9), answered: answered, seed: seed)
    #expect(ids.count == 5)
    #expect(Set(ids).isDisjoint(with: answered.keys))
  }

  @Test("then those answered longest ago, in that order", arguments: 0..<30 as Range<UInt64>)
  func oldest(seed: UInt64) {
    let answered = ["B-1": 1, "B-2": 90, "B-3": 5, "B-4": 30_000, "B-5": 2]
    let ids = draw(Sample.bank("B", count: 6), answered: answered, seed: seed)
    #expect(ids == ["B-6", "B-4", "B-2", "B-3", "B-5"])
  }

  @Test("those past their review date come last, seen or not")
  func expired() {
    var bank = Sample.bank("B", count: 7)
    for index in 0..<3 { bank[index].review = Day(number: Sample.today.number - 1) }
    let ids = draw(bank, answered: ["B-1": 9, "B-7": 1])
    #expect(Set(ids.prefix(3)) == ["B-4", "B-5", "B-6"])
    #expect(ids[3] == "B-7")
    #expect(["B-2", "B-3"].contains(ids[4]))
  }

  @Test("no two of a family meet")
  func families() {
    let bank = (0..<20).map {
      Sample.question(.single([]), id: "B-\($0)", family: "f\($0 % 6)", bank: "B")
    }
    for seed in 0..<30 as Range<UInt64> {
      let ids = draw(bank, seed: seed)
      #expect(ids.count == 5)
      #expect(Set(ids.compactMap { Int($0.dropFirst(2)) }.map { $0 % 6 }).count == 5)
    }
  }

  @Test("a small bank gives what it has, an empty one nothing")
  func small() {
    #expect(draw(Sample.bank("B", count: 3)).sorted() == ["B-1", "B-2", "B-3"])
    #expect(draw([]) == [])
  }

  @Test("a seed gives one draw, and seeds differ")
  func deterministic() {
    let bank = Sample.bank("B", count: 30)
    #expect(draw(bank, seed: 5) == draw(bank, seed: 5))
    #expect(Set((0..<20).map { draw(bank, seed: $0) }).count > 15)
  }
}
