extension Progress {
  /// The screen last seen in a step, from 1, of how many.
  package struct PlaceInStep: Sendable, Hashable {
    package var screen: Int
    package var of: Int

    package init(screen: Int, of count: Int) {
      self.screen = screen
      self.of = count
    }
  }

  /// A practice answer, in source order; `ok` is nil when nothing is graded.
  package struct GivenAnswer: Sendable, Hashable {
    package var answer: [Int]
    package var ok: Bool?
    package var day: Day

    package init(answer: [Int], ok: Bool?, day: Day) {
      self.answer = answer
      self.ok = ok
      self.day = day
    }
  }

  /// An exam drawn: open in a progress, sealed in a demande.
  package struct Attempt: Sendable, Hashable {
    package var drawn: [DrawnQuestion]
    /// Question id → answer in source order.
    package var answers: [String: [Int]]

    package init(drawn: [DrawnQuestion], answers: [String: [Int]] = [:]) {
      self.drawn = drawn
      self.answers = answers
    }
  }

  /// A passed exam and when it was handed in.
  package struct PassedExam: Sendable, Hashable {
    package var attempt: Attempt
    package var time: Timestamp

    package init(attempt: Attempt, time: Timestamp) {
      self.attempt = attempt
      self.time = time
    }
  }

  /// The course passed, and the version of its content.
  package struct Completion: Sendable, Hashable {
    package var course: String
    package var version: String
    package var digest: String
    package var how: Modality
    package var day: Day

    package init(course: String, version: String, digest: String, how: Modality, day: Day) {
      self.course = course
      self.version = version
      self.digest = digest
      self.how = how
      self.day = day
    }
  }

  /// The badge written.
  package struct Award: Sendable, Hashable {
    package var id: String
    package var fingerprint: String
    package var day: Day

    package init(id: String, fingerprint: String, day: Day) {
      self.id = id
      self.fingerprint = fingerprint
      self.day = day
    }
  }
}
