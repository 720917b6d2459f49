import Course
import Testing
import Workshop

@Suite("A group session") struct WorkshopSessionTests {
  private static let vote = WorkshopEvent.voted(item: 2, round: 1, totals: [4, 11, 2])
  private static let second = WorkshopEvent.voted(item: 2, round: 2, totals: [1, 16, 0])

  @Test("two votes: shares, what moved, the share of right hands")
  func figures() throws {
    let ballot = Sample.session([.placed(item: 2), Self.vote, .revealed, Self.second]).ballot(2)
    let first = try #require(ballot.rounds.first)
    #expect((0..<3).map(first.percent) == [24, 65, 12])
    #expect(first.whole == 17)
    #expect(ballot.moves == [6 - 24, 94 - 65, 0 - 12])
    #expect(ballot.rounds.map { $0.rightPercent(Sample.one) } == [65, 94])
    #expect(!ballot.isRevealed)
  }

  @Test("when a person may raise several hands, shares are of the people there")
  func several() throws {
    let session = Sample.session([.placed(item: 3), .voted(item: 3, round: 1, totals: [17, 9, 3])])
    let tally = try #require(session.ballot(3).rounds.first)
    #expect(tally.whole == 17)
    #expect((0..<3).map(tally.percent) == [100, 53, 18])
    #expect(tally.rightPercent(Sample.several) == 90)
  }

  @Test("nobody raised a hand: every share is 0")
  func nobody() throws {
    let session = Sample.session([.placed(item: 2), .voted(item: 2, round: 1, totals: [0, 0, 0])])
    let tally = try #require(session.ballot(2).rounds.first)
    #expect((-1..<5).map(tally.percent) == [0, 0, 0, 0, 0, 0])
    #expect(tally.rightPercent(Sample.one) == 0)
  }

  @Test("a vote is hidden until it is closed; one typed again takes its place")
  func hidden() {
    let typed = Sample.session([.placed(item: 2), Self.vote])
    #expect(typed.ballot(2).revealed == 0)
    let again = Sample.session([
      .placed(item: 2), Self.vote, .voted(item: 2, round: 1, totals: [0, 17, 0]), .revealed,
    ])
    #expect(again.ballot(2).rounds.map(\.totals) == [[0, 17, 0]])
    #expect(again.ballot(2).isRevealed)
  }

  @Test("the last vote is undone, then the one before, then nothing")
  func undone() {
    let events: [WorkshopEvent] = [.placed(item: 2), Self.vote, .revealed, Self.second, .revealed]
    let once = Sample.session(events + [.undone])
    #expect(once.ballot(2).rounds.map(\.totals) == [[4, 11, 2]])
    #expect(once.ballot(2).revealed == 1)
    let thrice = Sample.session(events + [.undone, .undone, .undone])
    #expect(thrice.ballot(2) == Ballot())
  }

  @Test("a question is reset alone")
  func reset() {
    let session = Sample.session([
      .placed(item: 2), Self.vote, .placed(item: 3),
      .voted(item: 3, round: 1, totals: [1, 2, 3]), .reset(item: 2),
    ])
    #expect(session.ballot(2) == Ballot())
    #expect(session.ballot(3).rounds.count == 1)
  }

  @Test(
    "what does not fit the agenda changes nothing",
    arguments: [
      WorkshopEvent.placed(item: -1), .placed(item: 5), .placed(item: .max),
      .voted(item: 0, round: 1, totals: [1, 2, 3]), .voted(item: 1, round: 1, totals: [1, 2, 3]),
      .voted(item: 2, round: 0, totals: [1, 2, 3]), .voted(item: 2, round: 2, totals: [1, 2, 3]),
      .voted(item: 2, round: 3, totals: [1, 2, 3]), .voted(item: 2, round: 1, totals: [1, 2]),
      .voted(item: 2, round: 1, totals: [1, -2, 3]),
      .voted(item: 2, round: 1, totals: [0, 0, 1000]),
      .voted(item: .min, round: 1, totals: [1, 2, 3]), .revealed, .undone, .reset(item: 99),
    ])
  func misfit(event: WorkshopEvent) {
    let session = Sample.session([.placed(item: 2), event])
    #expect(session.item == 2)
    #expect((0..<5).allSatisfy { session.ballot($0).rounds.isEmpty })
  }

  @Test(
    "a group under five keeps its place and no vote", arguments: [(1, true), (4, true), (5, false)])
  func smallGroup(attendance: Int, isSmall: Bool) {
    let session = Sample.session([], attendance: attendance)
    for event in [Self.vote, .revealed, .undone, .reset(item: 2)] {
      #expect(session.keeps(event) == !isSmall)
    }
    #expect(session.keeps(.placed(item: 1)) && session.keeps(.closed))
  }

  @Test("the last workshop that was not closed is the one to resume")
  func unfinished() throws {
    let old = WorkshopEvent.opened(Sample.setup(9))
    let new = WorkshopEvent.opened(Sample.setup(17))
    #expect(UnfinishedWorkshop(in: []) == nil)
    #expect(UnfinishedWorkshop(in: [.placed(item: 1)]) == nil)
    #expect(UnfinishedWorkshop(in: [old, .closed]) == nil)
    #expect(UnfinishedWorkshop(in: [old, .closed, new])?.setup.attendance == 17)
    #expect(UnfinishedWorkshop(in: [old, .placed(item: 1)])?.setup.attendance == 9)
  }
}
