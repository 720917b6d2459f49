/// A question of a drawn exam, with the order in which its options are shown.
package struct DrawnQuestion: Sendable, Hashable {
  package var question: String
  /// `order[i]` is the source index, from 1, of what is shown in place `i`; see `Question.shuffled`.
  package var order: [Int]

  package init(question: String, order: [Int]) {
    self.question = question
    self.order = order
  }
}

/// How the course was completed; the wording goes into the record and the badge.
package enum Modality: String, Sendable, Hashable {
  case alone = "en autonomie"
  case supervised = "en atelier encadré"

  /// As the badge's evidence says it: a solo exam is called so to whoever reads the badge.
  package var evidence: String {
    self == .alone ? "en autonomie, sans surveillance" : rawValue
  }
}

/// The facts that may happen to a learner; the journal keeps these and nothing else.
///
/// No free text, no time spent, no score: see `rgpd.md` D1–D6.
package enum Event: Sendable, Hashable {
  case noticeShown
  /// The trade chosen, or the consent to keep review boxes.
  case chosen(trade: String?, review: Bool?)
  /// The place in the course: a step (`L4.1`, `M4.entrainement`…), screen from 1, of how many.
  /// Kept with its date only, so that no time spent can be read from it.
  case placed(step: String, screen: Int, of: Int)
  /// A practice answer. `answer` in source order from 1; `ok` nil when nothing is graded.
  case answered(question: String, answer: [Int], hash: String, ok: Bool?)
  case examDrawn([DrawnQuestion])
  /// An exam answer, without a verdict.
  case examAnswered(question: String, answer: [Int], hash: String)
  case examSubmitted
  /// The exam is passed: course, version, digest of the content, how. No identifier.
  case completed(course: String, version: String, digest: String, how: Modality)
  /// The record was put into the depot.
  case handed
  /// A sealed demande was put into the depot under this file name.
  case requested(file: String)
  /// A badge was written: its id and its fingerprint.
  case awarded(id: String, fingerprint: String)
  /// Old answers were removed; the review boxes that are kept.
  case purged(kept: [ReviewBox])
}

/// An event with its number in the journal and its instant.
package struct StampedEvent: Sendable, Hashable {
  package var number: Int
  package var time: Timestamp
  package var event: Event

  package init(number: Int, time: Timestamp, event: Event) {
    self.number = number
    self.time = time
    self.event = event
  }
}
