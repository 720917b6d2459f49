/// What a learner has done: the fold of their events, in order.
///
/// The same function folds a replayed journal and the event just written, so that the state on
/// screen is always the replay of the file.
package struct Progress: Sendable, Hashable {
  /// Number and instant of the last event; 0 and nil before the first.
  package var lastNumber = 0
  package var lastTime: Timestamp?
  package var noticeShown = false
  package var trade: String?
  package var wantsReview: Bool?
  /// Last place in each step, and the step placed last.
  package var places: [String: PlaceInStep] = [:]
  package var currentStep: String?
  /// Steps whose last screen was reached once, in that order, each once.
  package var finishedSteps: [String] = []
  /// Last practice answer to each question.
  package var answers: [String: GivenAnswer] = [:]
  package var reviewBoxes: [String: ReviewBox] = [:]
  package var attempt: Attempt?
  /// The exam that was passed, while its answers are kept: what a demande for a badge is made of.
  package var passed: PassedExam?
  /// The exam handed in last, until another is drawn or this one is found passed.
  private var submitted: PassedExam?
  /// Ids drawn in the last finished attempt: a new one avoids them.
  package var previousDraw: Set<String> = []
  /// Attempts handed in since the last completion.
  package var failedAttempts = 0
  package var completion: Completion?
  /// Every demande for a badge, by its file, in order: erasing must find them all.
  package var requests: [String] = []
  /// How many of them there were when a badge was written last: the rest may still be answered.
  private var settledRequests = 0
  /// The demande of the last completion; nil until there is one.
  package var requestFile: String?
  package var award: Award?

  package init() {}

  /// Folds one more event in.
  package mutating func apply(_ stamped: StampedEvent) {
    lastNumber = stamped.number
    lastTime = stamped.time
    let day = stamped.time.day
    switch stamped.event {
    case .noticeShown: noticeShown = true
    // HR have it: nothing here depends on that.
    case .handed: break
    case .chosen(let trade, let review):
      if let trade { self.trade = trade }
      if let review { wantsReview = review }
    case .placed(let step, let screen, let count):
      places[step] = PlaceInStep(screen: screen, of: count)
      currentStep = step
      if screen >= count, !finishedSteps.contains(step) { finishedSteps.append(step) }
    case .answered(let question, let answer, _, let ok):
      answers[question] = GivenAnswer(answer: answer, ok: ok, day: day)
      reviewBoxes[question] = ReviewBox.of(
        question, after: ok, from: reviewBoxes[question], on: day)
    case .examDrawn(let drawn):
      attempt = Attempt(drawn: drawn)
      submitted = nil
    case .examAnswered(let question, let answer, _): attempt?.answers[question] = answer
    case .examSubmitted:
      // Nothing is open after a completion, nor after a purge: nothing has failed then.
      if let attempt { submitted = PassedExam(attempt: attempt, time: stamped.time) }
      if closeAttempt() { failedAttempts += 1 }
    case .completed(let course, let version, let digest, let how):
      completion = Completion(course: course, version: version, digest: digest, how: how, day: day)
      passed = attempt.map { PassedExam(attempt: $0, time: stamped.time) } ?? submitted
      submitted = nil
      closeAttempt()
      failedAttempts = 0
      requestFile = nil
    case .requested(let file):
      requests.append(file)
      requestFile = file
    case .awarded(let id, let fingerprint):
      award = Award(id: id, fingerprint: fingerprint, day: day)
      settledRequests = requests.count
    case .purged(let kept):
      forgetAnswers()
      reviewBoxes = Dictionary(kept.map { ($0.question, $0) }) { _, last in last }
    }
  }

  /// Ends the open attempt, whose questions the next one avoids; false when none is open.
  @discardableResult
  private mutating func closeAttempt() -> Bool {
    guard let closed = attempt else { return false }
    previousDraw = Set(closed.drawn.map(\.question))
    attempt = nil
    return true
  }

  /// Whether a badge was written since the demande.
  package var isRequestAnswered: Bool { requestFile != nil && settledRequests == requests.count }

  /// The demandes whose answer may be looked for, the newest first.
  ///
  /// The last one stays after its badge: HR may renew it under the same name.
  package var awaitedRequests: [String] {
    let open = Array(requests.dropFirst(settledRequests).reversed())
    guard open.isEmpty, let requestFile else { return open }
    return [requestFile]
  }

  /// What a journal without its answers no longer says.
  private mutating func forgetAnswers() {
    answers = [:]
    attempt = nil
    passed = nil
    submitted = nil
    previousDraw = []
    failedAttempts = 0
  }
}
