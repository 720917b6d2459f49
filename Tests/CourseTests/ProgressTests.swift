import Course
import Testing

private func drawn(_ ids: String...) -> Event {
  .examDrawn(ids.map { DrawnQuestion(question: $0, order: [1, 2, 3]) })
}

private func answered(_ id: String, _ ok: Bool?) -> Event {
  .answered(question: id, answer: [1], hash: "9c1f", ok: ok)
}

private let completed = Event.completed(
  course: "parcours-iag", version: "1.0.0", digest: "d1", how: .alone)

@Suite("What events make of a progress") struct ProgressTests {
  @Test("nothing has happened before the first event")
  func start() {
    let progress = Progress.replaying([])
    #expect(progress == Progress())
    #expect(progress.lastNumber == 0)
    #expect(progress.lastTime == nil)
  }

  @Test("the last event gives its number and its instant")
  func last() {
    let progress = Sample.progress([.noticeShown, .handed])
    #expect(progress.lastNumber == 2)
    #expect(progress.lastTime?.description == "2026-11-21T00:00:01Z")
    #expect(progress.noticeShown)
  }

  @Test("a choice changes what it says and nothing else")
  func chosen() {
    let progress = Sample.progress([
      .chosen(trade: "accueil", review: nil), .chosen(trade: nil, review: true),
      .chosen(trade: nil, review: nil),
    ])
    #expect(progress.trade == "accueil")
    #expect(progress.wantsReview == true)
    #expect(Sample.progress([.chosen(trade: nil, review: false)]).wantsReview == false)
  }

  @Test("the last place of each step is kept, and a finished step stays finished")
  func placed() {
    let progress = Sample.progress([
      .placed(step: "L4.1", screen: 8, of: 9), .placed(step: "L4.1", screen: 9, of: 9),
      .placed(step: "L4.2", screen: 3, of: 5), .placed(step: "L4.1", screen: 2, of: 9),
    ])
    #expect(progress.places["L4.1"] == Progress.PlaceInStep(screen: 2, of: 9))
    #expect(progress.places["L4.2"] == Progress.PlaceInStep(screen: 3, of: 5))
    #expect(progress.finishedSteps == ["L4.1"])
    #expect(progress.currentStep == "L4.1")
  }

  @Test("the last answer to a question replaces the others")
  func answers() {
    let progress = Sample.progress([
      answered("Q1", false), answered("Q2", nil), answered("Q1", true),
    ])
    #expect(
      progress.answers["Q1"] == Progress.GivenAnswer(answer: [1], ok: true, day: Sample.today))
    #expect(progress.answers["Q2"]?.ok == nil)
    #expect(progress.answers.count == 2)
  }

  @Test("an exam is drawn, answered in any order, and handed in")
  func exam() {
    var events = [
      drawn("Q1", "Q2"), .examAnswered(question: "Q2", answer: [1], hash: "9c1f"),
      .examAnswered(question: "Q1", answer: [3], hash: "9c1f"),
      .examAnswered(question: "Q2", answer: [2], hash: "9c1f"),
    ]
    let open = Sample.progress(events)
    #expect(open.attempt?.answers == ["Q1": [3], "Q2": [2]])
    #expect(open.attempt?.drawn.map(\.question) == ["Q1", "Q2"])
    #expect(open.previousDraw == [])
    events.append(.examSubmitted)
    let closed = Sample.progress(events)
    #expect(closed.attempt == nil)
    #expect(closed.previousDraw == ["Q1", "Q2"])
    #expect(closed.failedAttempts == 1)
    #expect(closed.answers.isEmpty, "an exam answer is no practice answer")
  }

  @Test("a new draw abandons the open one without counting it")
  func redrawn() {
    let progress = Sample.progress([
      drawn("Q1"), .examAnswered(question: "Q1", answer: [1], hash: "9c1f"), drawn("Q2"),
    ])
    #expect(
      progress.attempt
        == Progress.Attempt(drawn: [DrawnQuestion(question: "Q2", order: [1, 2, 3])]))
    #expect(progress.failedAttempts == 0)
  }

  @Test(
    "an exam event without a draw changes nothing",
    arguments: [
      .examSubmitted, .examAnswered(question: "Q1", answer: [1], hash: "9c1f"),
    ] as [Event])
  func noDraw(event: Event) {
    var progress = Sample.progress([drawn("Q1"), .examSubmitted, event, event])
    progress.lastNumber = 0
    progress.lastTime = nil
    var before = Sample.progress([drawn("Q1"), .examSubmitted])
    before.lastNumber = 0
    before.lastTime = nil
    #expect(progress == before)
  }

  @Test("completed then submitted is the same as submitted then completed")
  func closingOrder() {
    let start = [drawn("Q0"), .examSubmitted, drawn("Q1", "Q2")]
    let first = Sample.progress(start + [completed, .examSubmitted])
    let second = Sample.progress(start + [.examSubmitted, completed])
    #expect(first == second)
    #expect(first.attempt == nil)
    #expect(first.previousDraw == ["Q1", "Q2"])
    #expect(first.failedAttempts == 0)
    #expect(
      first.completion
        == Progress.Completion(
          course: "parcours-iag", version: "1.0.0", digest: "d1", how: .alone, day: Sample.today))
  }

  @Test("a cut between the completion and the submission leaves no exam to take again")
  func cut() {
    let progress = Sample.progress([drawn("Q1"), completed])
    #expect(progress.attempt == nil)
    #expect(progress.completion != nil)
  }

  @Test("attempts that fail are counted until a completion, and again after it")
  func failures() {
    let fail = [drawn("Q1"), .examSubmitted]
    #expect(Sample.progress(fail + fail).failedAttempts == 2)
    #expect(
      Sample.progress(fail + fail + [drawn("Q1"), completed, .examSubmitted]).failedAttempts == 0)
    #expect(Sample.progress([drawn("Q1"), completed, .examSubmitted] + fail).failedAttempts == 1)
  }

  @Test("a request and a badge are kept by their names")
  func badge() {
    let progress = Sample.progress([
      .requested(file: "a1.json"), .awarded(id: "urn:uuid:1", fingerprint: "E-7f3c"),
    ])
    #expect(progress.requestFile == "a1.json")
    #expect(
      progress.award == Progress.Award(id: "urn:uuid:1", fingerprint: "E-7f3c", day: Sample.today))
  }

  @Test("a demande waits until a badge is written; another completion opens the choice again")
  func requests() {
    let asked: [Event] = [.requested(file: "a"), .requested(file: "b")]
    let badge = Event.awarded(id: "urn:uuid:1", fingerprint: "E-7f3c")
    let waiting = Sample.progress([completed] + asked)
    #expect(waiting.requestFile == "b" && !waiting.isRequestAnswered)
    #expect(waiting.awaitedRequests == ["b", "a"])
    let answered = Sample.progress([completed] + asked + [badge])
    #expect(answered.isRequestAnswered && answered.awaitedRequests == ["b"])
    let again = Sample.progress([completed] + asked + [completed])
    #expect(again.requestFile == nil && !again.isRequestAnswered)
    #expect(again.awaitedRequests == ["b", "a"] && again.requests == ["a", "b"])
    #expect(Sample.progress([completed] + asked + [badge, completed]).awaitedRequests == [])
  }

  @Test("a purge forgets answers and attempts, and keeps the rest")
  func purged() {
    let kept = [
      ReviewBox(question: "Q3", box: 2, due: Sample.today),
      ReviewBox(question: "Q3", box: 3, due: Sample.today),
    ]
    let progress = Sample.progress([
      .noticeShown, .chosen(trade: "accueil", review: true),
      .placed(step: "L1.1", screen: 5, of: 5), answered("Q1", false), drawn("Q1"),
      .examSubmitted, drawn("Q2"), .purged(kept: kept),
    ])
    #expect(progress.answers.isEmpty)
    #expect(progress.attempt == nil)
    #expect(progress.previousDraw.isEmpty)
    #expect(progress.failedAttempts == 0)
    #expect(progress.reviewBoxes == ["Q3": kept[1]], "the last of two boxes")
    #expect(progress.finishedSteps == ["L1.1"])
    #expect(progress.trade == "accueil")
  }
}

@Suite("State on screen is the replay of the file") struct ReplayTests {
  /// A random event of any kind.
  private static func event(_ random: inout SplitMix64) -> Event {
    let id = "Q\(random.number(below: 4))"
    switch random.number(below: 13) {
    case 0: return .noticeShown
    case 1: return .chosen(trade: random.number(below: 2) == 0 ? nil : id, review: true)
    case 2:
      return .placed(step: id, screen: random.number(below: 4), of: random.number(below: 4))
    case 3, 4: return answered(id, [true, false, nil][random.number(below: 3)])
    case 5, 6: return drawn(id, "Q9")
    case 7: return .examAnswered(question: id, answer: [random.number(below: 4)], hash: "9c1f")
    case 8: return .examSubmitted
    case 9: return completed
    case 10: return .handed
    case 11: return .requested(file: id)
    default: return .awarded(id: id, fingerprint: "E-1")
    }
  }

  /// Thirty events, one a day or so.
  private static func history(_ seed: UInt64) -> [StampedEvent] {
    var random = SplitMix64(seed: seed)
    var seconds = Sample.today.number * 86_400
    return (1...30).map { number in
      seconds += random.number(below: 200_000)
      return StampedEvent(
        number: number, time: Timestamp(seconds: seconds), event: event(&random))
    }
  }

  @Test(
    "folding one by one is replaying from the start, at each event",
    arguments: 0..<40 as Range<UInt64>)
  func fold(seed: UInt64) {
    let events = Self.history(seed)
    var progress = Progress()
    for (index, event) in events.enumerated() {
      progress.apply(event)
      #expect(progress == Progress.replaying(events[...index]))
    }
  }

  @Test("a purge gives what the purged file replays", arguments: 0..<200 as Range<UInt64>)
  func purge(seed: UInt64) throws {
    let events = Self.history(seed)
    let cut = Int(seed % 30) + 1
    let before = Progress.replaying(events[..<cut])
    let purged = Event.purged(kept: Array(before.reviewBoxes.values))
    let removed = try #require(
      events[..<cut].lastIndex { Self.isAnswer($0.event) } ?? events.indices.first)
    let line = StampedEvent(number: removed + 1, time: events[removed].time, event: purged)
    // What stays of the file: its line takes the place of the last one removed.
    let file =
      events[..<removed].filter { !Self.isAnswer($0.event) } + [line]
      + events[removed...].dropFirst(Self.isAnswer(events[removed].event) ? 1 : 0)
    var screen = Progress.replaying(events[..<cut])
    screen.apply(line)
    for event in events[cut...] { screen.apply(event) }
    let replayed = Progress.replaying(file)
    screen.lastNumber = replayed.lastNumber
    screen.lastTime = replayed.lastTime
    #expect(screen == replayed)
  }

  private static func isAnswer(_ event: Event) -> Bool {
    switch event {
    case .answered, .examDrawn, .examAnswered, .examSubmitted: true
    default: false
    }
  }

  @Test("no event of an edited journal traps")
  func hostile() {
    var progress = Progress()
    for value in hostileIntegers {
      let time = Timestamp(seconds: value)
      let box = ReviewBox(question: "Q1", box: value, due: Day(number: value))
      let events: [Event] = [
        .placed(step: "L1.1", screen: value, of: value), .purged(kept: [box]),
        answered("Q1", true), .purged(kept: [box]), answered("Q1", false), drawn(),
        .examAnswered(question: "Q1", answer: hostileIntegers, hash: ""), .examSubmitted,
      ]
      for event in events {
        progress.apply(StampedEvent(number: value, time: time, event: event))
      }
      #expect(progress.lastNumber == value)
      #expect(progress.reviewBoxes["Q1"]?.box == 1)
    }
  }
}
