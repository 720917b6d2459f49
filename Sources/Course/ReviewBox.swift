/// A missed question kept for review: only what review needs.
package struct ReviewBox: Sendable, Hashable {
  package var question: String
  /// Leitner box, from 1.
  package var box: Int
  package var due: Day

  package init(question: String, box: Int, due: Day) {
    self.question = question
    self.box = box
    self.due = due
  }
}

extension ReviewBox {
  /// Days before the next review of a question that climbs out of boxes 1, 2 and 3.
  private static let waits = [3, 7, 21]

  /// The box of a question once answered on `day`; nil when it needs no review.
  ///
  /// A miss puts it in box 1, due the next day. A right answer on the due day or later makes it
  /// climb, and leave from box 4; before that day it proves nothing and changes nothing. A
  /// question never missed has no box.
  static func of(
    _ question: String, after ok: Bool?, from box: ReviewBox?, on day: Day
  ) -> ReviewBox? {
    if ok == false {
      return ReviewBox(question: question, box: 1, due: Day(number: day.number + 1))
    }
    guard let box, ok == true, day >= box.due else { return box }
    return waits.numbered(box.box).map {
      ReviewBox(question: question, box: box.box + 1, due: Day(number: day.number + $0))
    }
  }
}
