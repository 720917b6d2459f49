import AppendLog
import Course
import Glibc
import Journal
import Testing

private func miss(_ question: String) -> Event {
  .answered(question: question, answer: [1], hash: "0000", ok: false)
}

private func lines(_ events: [(String, Event)]) throws -> [JournalLine] {
  try events.enumerated().map { index, event in
    try JournalLine(StampedEvent(number: index + 1, time: at(event.0), event: event.1))
  }
}

private func plan(
  _ events: [(String, Event)], on day: String, isDateConfirmed: Bool = false
) throws -> PurgePlan? {
  let decision = Purge(try lines(events), at: at(day)).decision(isDateConfirmed: isDateConfirmed)
  guard case .due(let plan) = decision else { return nil }
  return plan
}

private let completed = Event.completed(course: "c", version: "1", digest: "0", how: .alone)
private let awarded = Event.awarded(id: "a", fingerprint: "f")

@Suite("6. What the purge decides") struct PurgeTests {
  /// How many facts go; the line of the purge itself is one more.
  private func removed(_ plan: PurgePlan?, of events: [(String, Event)]) -> Int {
    plan.map { events.count + 1 - $0.lines.count } ?? 0
  }

  @Test("answers stay while a demande waits, for it may be refused, ninety days at most")
  func waiting() throws {
    let events: [(String, Event)] = [
      ("2026-11-21", miss("A")), ("2026-11-21", completed),
      ("2026-11-21", .requested(file: "d")),
    ]
    #expect(try plan(events, on: "2026-11-22") == nil)
    #expect(removed(try plan(events, on: "2027-03-21"), of: events) == 1)
  }

  @Test("answers go when the badge is written or the demande accepted")
  func settled() throws {
    let settlement = awarded
    let events: [(String, Event)] = [
      ("2026-11-21", .noticeShown), ("2026-11-21", .chosen(trade: "t", review: nil)),
      ("2026-11-21", .placed(step: "L1", screen: 1, of: 1)), ("2026-11-21", miss("A")),
      ("2026-11-21", .examDrawn([DrawnQuestion(question: "A", order: [1])])),
      ("2026-11-21", .examAnswered(question: "A", answer: [1], hash: "0")),
      ("2026-11-21", .examSubmitted), ("2026-11-21", completed), ("2026-11-21", .handed),
      ("2026-11-21", settlement),
    ]
    let plan = try #require(try plan(events, on: "2026-11-21"))
    let expected: [Event] = [
      events[0].1, events[1].1, events[2].1, .purged(kept: []), completed, .handed, settlement,
    ]
    #expect(plan.lines.compactMap(\.event) == expected)
    #expect(plan.lines.map(\.number) == [1, 2, 3, 7, 8, 9, 10])
  }

  @Test("answers given after the badge stay their ninety days")
  func afterSettlement() throws {
    let events = [("2026-11-21", miss("A")), ("2026-11-21", awarded), ("2026-11-22", miss("B"))]
    let plan = try #require(try plan(events, on: "2026-11-22"))
    #expect(plan.lines.compactMap(\.event) == [.purged(kept: []), awarded, miss("B")])
    let again = Purge(plan.lines, at: at("2027-02-20"))
    #expect(again.decision() == .nothing)
    guard case .due(let next) = Purge(plan.lines, at: at("2027-02-21")).decision() else {
      Issue.record("the answer of the 22nd is 91 days old")
      return
    }
    #expect(next.lines.compactMap(\.event) == [awarded, .purged(kept: [])])
  }

  @Test(
    "an answer is kept ninety days after its own",
    arguments: [("2026-11-21", 0), ("2027-02-19", 0), ("2027-02-20", 1), ("2027-02-21", 2)])
  func ninetyDays(day: String, removed: Int) throws {
    let events = [("2026-11-21", miss("A")), ("2026-11-22", miss("B")), ("2027-02-18", miss("C"))]
    let plan = try plan(events, on: day, isDateConfirmed: true)
    #expect(self.removed(plan, of: events) == removed)
    let left = Progress.replaying((try plan?.lines ?? lines(events)).compactMap(\.stamped))
    #expect(Set(left.answers.keys) == Set(["A", "B", "C"].dropFirst(removed)))
  }

  @Test("the younger answers and their boxes are the same after the purge as before")
  func younger() throws {
    let right = Event.answered(question: "A", answer: [2], hash: "0", ok: true)
    let events: [(String, Event)] = [
      ("2026-11-20", .chosen(trade: nil, review: true)), ("2026-11-21", miss("A")),
      ("2026-11-21", miss("B")), ("2027-02-01", right), ("2027-02-02", miss("C")),
    ]
    let plan = try #require(try plan(events, on: "2027-02-20"))
    #expect(removed(plan, of: events) == 2)
    let before = Progress.replaying(try lines(events).compactMap(\.stamped))
    let after = Progress.replaying(plan.lines.compactMap(\.stamped))
    #expect(after.reviewBoxes == before.reviewBoxes)
    #expect(after.reviewBoxes["A"]?.box == 2)
    #expect(Set(after.answers.keys) == ["A", "C"])
    #expect(after.lastNumber == before.lastNumber)
  }

  @Test("review boxes stay only with consent, given at any time", arguments: [nil, false, true])
  func consent(review: Bool?) throws {
    let events = [
      ("2026-11-21", miss("B")), ("2026-11-21", miss("A")),
      ("2026-11-21", .chosen(trade: nil, review: review)), ("2026-11-21", awarded),
    ]
    let plan = try #require(try plan(events, on: "2026-11-21"))
    let due = try #require(Day(iso: "2026-11-22"))
    let kept = ["A", "B"].map { ReviewBox(question: $0, box: 1, due: due) }
    #expect(plan.lines.first?.event == .purged(kept: review == true ? kept : []))
  }

  @Test("a box goes ninety days after it was due, or when consent is withdrawn")
  func boxesExpire() throws {
    let due = try #require(Day(iso: "2026-11-22"))
    let box = ReviewBox(question: "A", box: 1, due: due)
    let later = ReviewBox(question: "B", box: 3, due: Day(number: due.number + 20))
    let events: [(String, Event)] = [
      ("2026-11-21", .chosen(trade: nil, review: true)),
      ("2026-11-21", .purged(kept: [box, later])),
      ("2026-12-21", .placed(step: "L", screen: 1, of: 2)),
    ]
    #expect(try plan(events, on: "2027-02-20") == nil)
    let expired = try #require(try plan(events, on: "2027-02-21"))
    #expect(expired.lines.map(\.event)[1] == .purged(kept: [later]))
    let withdrawn = events + [("2026-12-21", .chosen(trade: nil, review: false))]
    #expect(try plan(withdrawn, on: "2026-12-22")?.lines.map(\.event)[1] == .purged(kept: []))
  }

  @Test("a purge that is done has nothing more to do")
  func idempotent() throws {
    let events = [
      ("2026-11-21", .noticeShown), ("2026-11-21", .chosen(trade: nil, review: true)),
      ("2026-11-21", miss("A")), ("2027-02-01", miss("B")), ("2027-02-20", completed),
    ]
    let plan = try #require(try plan(events, on: "2027-02-21"))
    #expect(Purge(plan.lines, at: at("2027-02-21")).decision() == .nothing)
    #expect(Purge([], at: noon).decision() == .nothing)
  }

  @Test("what is not an answer stays for as long as the course is used")
  func progressStays() throws {
    let events: [(String, Event)] = [
      ("2020-01-01", .noticeShown), ("2020-01-01", .placed(step: "L", screen: 1, of: 2)),
      ("2020-01-02", completed), ("2020-01-02", .handed),
      ("2026-11-20", .chosen(trade: "t", review: nil)),
    ]
    #expect(Purge(try lines(events), at: noon).decision() == .nothing)
  }

  @Test("before the last event, or a year past it, the purge asks")
  func asks() throws {
    let events = [("2026-11-20", miss("A")), ("2026-11-21", awarded)]
    let last = noon.day
    func decision(_ day: String) throws -> PurgeDecision {
      Purge(try lines(events), at: at(day)).decision()
    }
    let before = try #require(Day(iso: "2026-11-20"))
    #expect(try decision("2026-11-20") == .asks(.before(last, today: before)))
    guard case .due = try decision("2027-11-21") else {
      Issue.record("exactly a year is no doubt")
      return
    }
    let after = try #require(Day(iso: "2027-11-22"))
    #expect(try decision("2027-11-22") == .asks(.longAfter(last, today: after)))
  }

  @Test(
    "with nothing to remove, a doubtful date asks nothing", arguments: ["1970-01-01", "2040-01-01"])
  func asksNothing(day: String) throws {
    let trace: [(String, Event)] = [
      ("2026-11-21", .noticeShown), ("2026-11-21", .purged(kept: [])),
    ]
    #expect(Purge(try lines(trace), at: at(day)).decision() == .nothing)
  }

  @Test("the date is doubted by its day, not by its hour", arguments: [true, false])
  func sameDay(isPlaced: Bool) throws {
    var events = [("2026-11-21", miss("A")), ("2026-11-21", awarded)]
    if isPlaced { events.append(("2026-11-21", .placed(step: "L", screen: 1, of: 2))) }
    let midnight = try #require(Timestamp(iso: "2026-11-21T00:00:00Z"))
    guard case .due = Purge(try lines(events), at: midnight).decision() else {
      Issue.record("the same day is no doubt")
      return
    }
  }

  @Test("a year without use removes all but the notice, once the date is confirmed")
  func unused() throws {
    let events: [(String, Event)] = [
      ("2026-11-20", .noticeShown), ("2026-11-20", .chosen(trade: "t", review: true)),
      ("2026-11-20", miss("A")),
      ("2026-11-20", completed), ("2026-11-21", awarded),
    ]
    let plan = try #require(try plan(events, on: "2027-11-22", isDateConfirmed: true))
    #expect(plan.lines.map(\.event) == [.noticeShown, .purged(kept: [])])
    #expect(plan.lines.map(\.number) == [1, 6])
    #expect(Purge(plan.lines, at: at("2030-01-01")).decision() == .nothing)
  }

  @Test("a clock that was ahead for a while does not keep an answer longer")
  func clockWasAhead() throws {
    let place = Event.placed(step: "L", screen: 1, of: 2)
    let events = [
      ("2031-01-01", miss("A")), ("2026-11-21", miss("B")), ("2031-01-02", miss("C")),
      ("2026-11-22", place),
    ]
    #expect(try plan(events, on: "2027-02-19") == nil)
    #expect(removed(try plan(events, on: "2027-02-20"), of: events) == 2)
    #expect(removed(try plan(events, on: "2027-02-21"), of: events) == 3)
    let last = noon.day.number + 1
    let doubt = ClockDoubt.longAfter(Day(number: last), today: Day(number: last + 366))
    let later = Timestamp(seconds: (last + 366) * 86_400)
    #expect(Purge(try lines(events), at: later).decision() == .asks(doubt))
  }

  @Test("what was just answered stays when a clock that was ahead is put right")
  func clockPutRight() throws {
    let events = [("2025-01-01", miss("A")), ("2031-01-01", miss("B"))]
    let plan = try #require(try plan(events, on: "2026-11-21", isDateConfirmed: true))
    #expect(plan.lines.map(\.event) == [.purged(kept: []), miss("B")])
  }

  @Test("a clock that was behind for a while removes nothing too soon")
  func clockWasBehind() throws {
    let place = Event.placed(step: "L", screen: 1, of: 2)
    var events = [("2026-11-21", miss("A")), ("2000-01-01", miss("B")), ("2000-01-01", place)]
    #expect(Purge(try lines(events), at: at("2026-11-22")).decision() == .nothing)
    events.append(("2026-11-22", miss("C")))
    #expect(Purge(try lines(events), at: at("2027-02-19")).decision() == .nothing)
    #expect(removed(try plan(events, on: "2027-02-20"), of: events) == 2)
  }

  @Test("while the clock is behind, a confirmed date does not remove the progress")
  func clockIsBehind() throws {
    let events = [
      ("2025-01-01", .noticeShown), ("2025-01-02", miss("A")), ("2026-11-21", completed),
    ]
    let plan = try #require(try plan(events, on: "2026-11-01", isDateConfirmed: true))
    #expect(plan.lines.map(\.event) == [.noticeShown, .purged(kept: []), completed])
  }

  @Test("the day of an earlier purge does not keep the answers that follow its line")
  func afterPurge() throws {
    let events = [("2026-11-21", miss("A")), ("2026-12-21", miss("B")), ("2027-02-20", completed)]
    let first = try #require(try plan(events, on: "2027-02-20"))
    #expect(removed(first, of: events) == 1)
    #expect(Purge(first.lines, at: at("2027-03-21")).decision() == .nothing)
    guard case .due(let second) = Purge(first.lines, at: at("2027-03-22")).decision() else {
      Issue.record("B is 91 days old")
      return
    }
    #expect(second.lines.map(\.event) == [.purged(kept: []), completed])
  }

  @Test("doubts are said in French with both dates")
  func sentences() {
    let doubt = ClockDoubt.before(noon.day, today: Day(number: noon.day.number - 20))
    #expect(
      doubt.sentence
        == "Cet ordinateur indique le 1er novembre 2026, avant votre dernier passage du "
        + "21 novembre 2026.")
    #expect(ClockDoubt.longAfter(noon.day, today: noon.day).question.contains("progression"))
  }
}

@Suite("6. How the purge writes") struct PurgingTests {
  private func fill(_ path: String, disk: Disk = .system) throws -> Journal {
    var journal = try Journal.open(directory: path, disk: disk)
    for event in everyEvent.dropLast() { try journal.record(event, at: noon) }
    return journal
  }

  @Test("the file holds no answer any more, the state is its replay, and it goes on")
  func purging() throws {
    let scratch = Scratch()
    var journal = try fill(scratch.path)
    let before = journal.progress
    scratch.write("old answers", to: "journal.coupe")
    scratch.write("older answers", to: "journal.abime-1")
    let due = Purge(journal.lines, at: noon).decision()
    #expect(try journal.purge(at: noon) == due)
    #expect(Purge(journal.lines, at: noon).decision() == .nothing)
    let text = scratch.text() ?? "answered"
    for name in ["answered", "examDrawn", "examAnswered", "RU04-009", "RU01-001"] {
      #expect(!text.contains(name))
    }
    #expect(journal.progress.answers.isEmpty)
    #expect(journal.progress.reviewBoxes.keys.sorted() == ["RU04-010"])
    #expect(journal.progress.completion == before.completion)
    #expect(journal.progress.award == before.award)
    #expect(journal.progress.requestFile == before.requestFile)
    #expect(journal.progress.noticeShown)
    #expect(journal.progress.places == before.places)
    #expect(scratch.names() == ["journal.jsonl", "verrou"])
    try journal.record(everyEvent[4], at: noon)
    #expect(try Journal.read(directory: scratch.path).progress == journal.progress)
  }

  @Test("a doubtful date changes nothing until it is confirmed")
  func doubtful() throws {
    let scratch = Scratch()
    var journal = try fill(scratch.path)
    let bytes = scratch.bytes()
    for day in ["2020-01-01", "2030-01-01"] {
      guard case .asks = try journal.purge(at: at(day)) else {
        Issue.record("\(day) is not doubted")
        return
      }
      #expect(scratch.bytes() == bytes)
    }
    _ = try journal.purge(at: at("2030-01-01"), isDateConfirmed: true)
    #expect(journal.lines.map(\.event) == [.noticeShown, .purged(kept: [])])
    #expect(journal.progress.completion == nil)
  }

  @Test("a purge that fails changes neither the file nor the state")
  func failing() throws {
    let scratch = Scratch()
    let fragile = FragileDisk(isDelayed: false)
    var journal = try fill(scratch.path, disk: fragile.disk)
    let (before, bytes) = (journal.progress, scratch.bytes())
    for room in [0, 1, 100] {
      fragile.set { $0.room = room }
      let error = JournalError.log(LogError(.full, scratch.path + "/journal.nouveau"))
      #expect(throws: error) { _ = try journal.purge(at: noon) }
      #expect(journal.progress == before)
      #expect(scratch.bytes() == bytes)
      #expect(scratch.names() == ["journal.jsonl", "verrou"])
    }
    fragile.set { $0.room = .max }
    _ = try journal.purge(at: noon)
    #expect(journal.progress.answers.isEmpty)
  }
}
