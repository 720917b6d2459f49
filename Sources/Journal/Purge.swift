package import Course

/// What `content/rgpd.md` §3 D1–D3 lets a journal keep.
package struct Purge: Sendable {
  /// Days during which an answer, or a box once it is due, is kept.
  package static let days = 90
  /// Months without use after which the progress goes.
  package static let months = 12

  private let lines: [JournalLine]
  private let now: Timestamp

  /// The purge of these lines, in the order of the file, at an instant.
  package init(_ lines: [JournalLine], at now: Timestamp) {
    self.lines = lines
    self.now = now
  }

  /// What is due now; `isDateConfirmed` says that the person vouches for the date.
  package func decision(isDateConfirmed: Bool = false) -> PurgeDecision {
    guard let last = lines.last?.time.day, let plan = isUnused ? all : part else {
      return .nothing
    }
    guard !isDateConfirmed else { return .due(plan) }
    if now.day < last { return .asks(.before(last, today: now.day)) }
    if isUnused { return .asks(.longAfter(lastUse ?? last, today: now.day)) }
    return .due(plan)
  }

  /// The latest day of a line, the days to come left out: a clock may have been ahead.
  private var lastUse: Day? { lines.map(\.time.day).filter { $0 <= now.day }.max() }

  /// Whether more than a year has gone by; unknown, hence no, while the clock is behind.
  private var isUnused: Bool {
    guard let lastUse, let last = lines.last?.time.day, last <= now.day else { return false }
    return now.day > lastUse.adding(months: Purge.months)
  }

  /// After a year: nothing stays but that the notice was shown.
  private var all: PurgePlan? {
    let kept = lines.filter { $0.event == .noticeShown }
    guard lines.contains(where: { !$0.isTrace }), let last = lines.last else { return nil }
    return plan(kept, [], number: last.number + 1)
  }

  /// Answers before the cut go; the review boxes they gave stay when the person wants them.
  ///
  /// The line that says so takes the place and the number of the last one that goes, so that
  /// the answers that stay are replayed after it.
  private var part: PurgePlan? {
    let cut = self.cut
    guard let place = lines[..<cut].lastIndex(where: \.isPurgeable) else { return nil }
    let before = Replay(Array(lines[..<cut])).progress
    let boxes = self.boxes(of: before)
    let isDue = lines[..<cut].contains(where: \.isAnswer) || boxes.count < before.reviewBoxes.count
    guard isDue else { return nil }
    let kept = lines.enumerated().filter { $0 >= cut || !$1.isPurgeable }.map(\.element)
    return plan(kept, boxes, number: lines[place].number)
  }

  /// The first line whose answers may stay: after the badge or the request, and young enough.
  private var cut: Int {
    let settled = lines.lastIndex { $0.isSettlement || $0.isPurge }.map { $0 + 1 } ?? 0
    return max(settled, old)
  }

  /// How many lines stand up to the last that is known to be too old.
  ///
  /// Nothing is known of a day still to come (the clock was ahead), nor of an old day that follows
  /// a young one (it was behind). The line of a purge stands in the place of older ones.
  private var old: Int {
    let oldest = Day(number: now.day.number - Purge.days)
    let young = lines.firstIndex { !$0.isPurge && $0.time.day >= oldest && $0.time.day <= now.day }
    return lines[..<(young ?? lines.count)].lastIndex { $0.time.day < oldest }.map { $0 + 1 } ?? 0
  }

  /// The boxes that stay: none without consent, and none long overdue.
  private func boxes(of before: Progress) -> [ReviewBox] {
    guard Replay(lines).progress.wantsReview == true else { return [] }
    return before.reviewBoxes.values
      .filter { $0.due.number >= now.day.number - Purge.days }
      .sorted { $0.question < $1.question }
  }

  private func plan(
    _ kept: [JournalLine], _ boxes: [ReviewBox], number: Int
  ) -> PurgePlan? {
    let event = StampedEvent(number: number, time: now, event: .purged(kept: boxes))
    guard let line = try? JournalLine(event) else { return nil }
    let place = kept.firstIndex { $0.number > number } ?? kept.count
    return PurgePlan(lines: kept[..<place] + [line] + kept[place...])
  }
}

extension JournalLine {
  /// Whether the line says what was answered, or what was asked to be.
  fileprivate var isAnswer: Bool {
    switch event {
    case .answered, .examDrawn, .examAnswered, .examSubmitted: true
    default: false
    }
  }

  fileprivate var isPurge: Bool { name == "purged" }

  /// Whether the line goes when it is before the cut.
  fileprivate var isPurgeable: Bool { isAnswer || isPurge }

  /// Whether the answers before the line have served.
  ///
  /// A demande that is only made may yet be refused: it is accepted when the badge comes.
  fileprivate var isSettlement: Bool {
    if case .awarded = event { true } else { false }
  }

  /// Whether the line may stay for ever.
  fileprivate var isTrace: Bool { event == .noticeShown || isPurge }
}
