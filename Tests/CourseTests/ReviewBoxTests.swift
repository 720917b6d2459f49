import Course
import Testing

private func answered(_ ok: Bool?) -> Event {
  .answered(question: "Q1", answer: [1], hash: "9c1f", ok: ok)
}

@Suite("Review boxes") struct ReviewBoxTests {
  /// The box of Q1 and its wait after answers, each given some days after the one before.
  private func box(_ answers: [(ok: Bool?, after: Int)]) -> ReviewBox? {
    var progress = Progress()
    var day = 20_000
    for (index, answer) in answers.enumerated() {
      day += answer.after
      progress.apply(
        StampedEvent(
          number: index + 1, time: Timestamp(seconds: day * 86_400 + 40_000),
          event: answered(answer.ok)))
    }
    return progress.reviewBoxes["Q1"].map {
      ReviewBox(question: $0.question, box: $0.box, due: Day(number: $0.due.number - day))
    }
  }

  @Test(
    "a miss comes back the next day, then after 3, 7 and 21 days, then no more",
    arguments: [
      ([], 1, 1), ([1], 2, 3), ([1, 3], 3, 7), ([1, 3, 7], 4, 21), ([5], 2, 3), ([5, 90], 3, 7),
      ([1, 3, 7, 21], nil, 0), ([1, 3, 7, 400], nil, 0),
    ] as [([Int], Int?, Int)])
  func climbing(rightAfter: [Int], number: Int?, wait: Int) {
    let found = box([(false, 0)] + rightAfter.map { (true, $0) })
    #expect(found?.box == number)
    if number != nil { #expect(found?.due.number == wait) }
  }

  @Test("a right answer before the day proves nothing")
  func early() {
    #expect(box([(false, 0), (true, 0)])?.box == 1)
    #expect(box([(false, 0), (true, 0), (true, 0), (true, 0), (true, 0)])?.box == 1)
    #expect(box([(false, 0), (true, 1), (true, 2)])?.box == 2)
    #expect(box([(false, 0), (true, 1), (true, 2), (true, 1)])?.box == 3)
  }

  @Test("a miss goes back to the first box from any other", arguments: 0...3)
  func fall(climbs: Int) {
    let waits = [1, 3, 7].prefix(climbs).map { (ok: true as Bool?, after: $0) }
    let found = box([(false, 0)] + waits + [(false, 2)])
    #expect(found == ReviewBox(question: "Q1", box: 1, due: Day(number: 1)))
  }

  @Test("a question never missed, or not graded, has no box")
  func none() {
    #expect(box([(true, 0), (true, 30), (nil, 1)]) == nil)
    #expect(box([(nil, 0)]) == nil)
    #expect(box([(false, 0), (nil, 40)])?.box == 1, "what is not graded moves no box")
  }

  @Test("boxes kept by a purge go on climbing")
  func afterPurge() {
    let kept = ReviewBox(question: "Q1", box: 3, due: Sample.today)
    let progress = Sample.progress([.purged(kept: [kept]), answered(true)])
    #expect(
      progress.reviewBoxes["Q1"]
        == ReviewBox(question: "Q1", box: 4, due: Day(number: Sample.today.number + 21)))
  }
}
