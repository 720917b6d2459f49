import BadgeRequest
import Course
import ShippedContent
import Testing

@Suite("A request that is regraded") struct RegradingTests {
  @Test(
    "both thresholds hold: 24 of 30, and 5 of 6 on data protection",
    arguments: [
      (5, 19, true), (4, 20, false), (5, 18, false), (6, 17, false), (6, 18, true), (6, 24, true),
      (4, 24, false), (5, 24, true), (0, 24, false), (0, 0, false), (6, 0, false),
    ])
  func thresholds(dp: Int, elsewhere: Int, isPassed: Bool) throws {
    let exam = try Exam.shipped()
    for seed in 0..<20 {
      let draw = exam.draw(UInt64(seed))
      let answers = try exam.answers(draw, rightDP: dp, rightElsewhere: elsewhere)
      let request = exam.request(draw, answers)
      #expect(
        exam.regrading.outcome(of: request) == (isPassed ? .passed : .refused(.notPassed)),
        "seed \(seed)")
      // The learner's program says the same.
      let result = ExamResult(
        request.attempt, plan: exam.plan, questions: Array(exam.questions.values))
      #expect(result.isPassed == isPassed && result.right == dp + elsewhere)
    }
  }

  @Test("every question admitted to the exam has a right answer and a wrong one of its form")
  func generated() throws {
    for question in try Exam.shipped().questions.values where question.isForExam {
      #expect(question.grade(question.rightAnswer) == .right, "\(question.id)")
      #expect(question.grade(question.wrongAnswer) != .right, "\(question.id)")
    }
  }

  @Test("a question left without an answer is wrong, and no more")
  func unanswered() throws {
    let exam = try Exam.shipped()
    let draw = exam.draw(3)
    for (left, isPassed) in [(0, true), (6, true), (7, false), (24, false)] {
      var answers = try exam.answers(draw)
      for drawn in draw.filter({ exam.questions[$0.question]?.bank != "DP" }).prefix(left) {
        answers[drawn.question] = nil
      }
      #expect(
        exam.regrading.outcome(of: exam.request(draw, answers))
          == (isPassed ? .passed : .refused(.notPassed)))
    }
  }

  @Test("another course, version, content or badge is refused, each by its name")
  func others() throws {
    let exam = try Exam.shipped()
    let request = try exam.perfect(exam.draw(1))
    let table: [((inout BadgeRequest) -> Void, Regrading.Refusal)] = [
      ({ $0.course = "autre" }, .otherCourse), ({ $0.version = "0.9.0" }, .otherVersion),
      ({ $0.digest = String(repeating: "0", count: 64) }, .otherVersion),
      ({ $0.badge = "expert" }, .otherBadge),
    ]
    for (change, refusal) in table {
      var other = request
      change(&other)
      #expect(exam.regrading.outcome(of: other) == .refused(refusal))
    }
  }

  @Test("one byte of a bank changed is another version")
  func otherContent() throws {
    let exam = try Exam.shipped()
    var files = ShippedContent.files
    files["02-sandi/banque.md"]?.append(0x0A)
    let other = try Exam(files: files)
    let request = try exam.perfect(exam.draw(1))
    #expect(other.regrading.outcome(of: request) == .refused(.otherVersion))
  }

  @Test("a course without an exam passes nobody")
  func noExam() throws {
    var files = ShippedContent.files
    files["evaluation.md"] = nil
    let course = try Course(ContentFiles(files))
    let regrading = try Regrading(course)
    var request = try Exam.shipped().perfect(Exam.shipped().draw(1))
    request.digest = course.contentDigest
    #expect(regrading.outcome(of: request) == .refused(.noExam))
  }

  @Test("a question added locally is known only where the addition is")
  func localAddition() throws {
    let text = """
      # Locales

      ## RU01-900
      <!--
      type : unique
      niveau : 2
      refs : RU01
      sources : rgpd
      verifie : 2026-11-21
      revoir : 2028-11-21
      -->
      Que faire ?

      - [x] Demander.
        > Juste.
      - [ ] Deviner.
        > Non.

      """
    let path = try #require(ShippedContent.files.keys.first { $0.hasSuffix("/banque.md") })
    let local = try Exam(local: [path: Array(text.utf8)])
    let shipped = try Exam.shipped()
    #expect(local.regrading.digest == shipped.regrading.digest)
    let draw = try #require(
      (0..<200).map { local.draw($0) }.first { $0.contains { $0.question == "RU01-900" } })
    let request = try local.perfect(draw)
    #expect(local.regrading.outcome(of: request) == .passed)
    #expect(
      shipped.regrading.outcome(of: request)
        == .refused(.impossibleDraw(.unknown(question: "RU01-900"))))
  }

  @Test("an answer that no screen gives is refused, for every question admitted to the exam")
  func forms() throws {
    let exam = try Exam.shipped()
    var kinds: Set<String> = []
    var tried: Set<String> = []
    for seed in 0..<200 {
      let draw = exam.draw(UInt64(seed))
      let answers = try exam.answers(draw)
      for drawn in draw where tried.insert(drawn.question).inserted {
        let question = try exam.question(drawn)
        kinds.insert(question.kind)
        for answer in question.impossibleAnswers {
          var altered = answers
          altered[question.id] = answer
          #expect(
            exam.regrading.outcome(of: exam.request(draw, altered))
              == .refused(.illegalAnswer(question: question.id)), "\(question.id) \(answer)")
        }
      }
    }
    #expect(kinds == ["single", "multiple", "trueFalse", "spot", "order", "match", "steps"])
    #expect(tried.count > 190)
  }

  @Test("an answer to a question that was not drawn is refused")
  func stray() throws {
    let exam = try Exam.shipped()
    let draw = exam.draw(1)
    var answers = try exam.answers(draw)
    answers["RU01-999"] = [1]
    #expect(
      exam.regrading.outcome(of: exam.request(draw, answers))
        == .refused(.illegalAnswer(question: "RU01-999")))
  }

  @Test("a refusal is said in French, and never with a score nor a question")
  func sentences() {
    let refusals: [Regrading.Refusal] = [
      .otherCourse, .otherVersion, .otherBadge, .noExam, .impossibleDraw(.wrongCount(theme: "DP")),
      .impossibleDraw(.unknown(question: "DP-912")), .illegalAnswer(question: "DP-912"), .notPassed,
    ]
    #expect(Set(refusals.map(\.sentence)).count == 3)
    for refusal in refusals {
      #expect(refusal.sentence.hasSuffix("."))
      #expect(!refusal.sentence.contains("DP") && !refusal.sentence.contains { $0.isNumber })
    }
  }

  @Test("a hundred demandes are opened and graded in one go, in less than two seconds")
  func hundred() throws {
    let exam = try Exam.shipped()
    let issuer = SampleIssuer()
    let clock = ContinuousClock()
    var sealed: [[UInt8]] = []
    let sealing = try clock.measure {
      for seed in 0..<100 {
        let draw = exam.draw(UInt64(seed))
        let answers = try exam.answers(draw, rightElsewhere: seed % 2 == 0 ? 24 : 10)
        sealed.append(try RequestSeal.seal(exam.request(draw, answers), for: issuer.card))
      }
    }
    var requests: [BadgeRequest] = []
    let opening = try clock.measure {
      requests = try sealed.map {
        try RequestSeal.open(SealedRequest(reading: $0), with: issuer.key)
      }
    }
    var passed = 0
    let grading = clock.measure {
      passed = requests.count { exam.regrading.outcome(of: $0) == .passed }
    }
    let reading = try clock.measure { _ = try Regrading(exam.course) }
    print("100 demandes: seal \(sealing), open \(opening), grade \(grading); course \(reading)")
    #expect(passed == 50)
    #expect(opening + grading < .seconds(2))
  }
}

extension Question {
  fileprivate var kind: String {
    switch body {
    case .single: "single"
    case .multiple: "multiple"
    case .trueFalse: "trueFalse"
    case .spot: "spot"
    case .order: "order"
    case .match: "match"
    case .short: "short"
    case .rewrite: "rewrite"
    case .steps: "steps"
    }
  }

  /// Answers that a hand-made request may hold and the program never records.
  fileprivate var impossibleAnswers: [[Int]] {
    let right = rightAnswer
    var answers = [[], right + [1], [.min], [.max], right.map { _ in 99 }, right.map { $0 - 9 }]
    switch body {
    case .single: answers.append([0])
    case .multiple(let options), .spot(let options):
      answers += [right + right, [2, 1], [options.count + 1], [0] + right]
    case .trueFalse: answers += [right.map { $0 + 1 }, Array(right.dropLast())]
    case .order:
      answers += [right.map { _ in 1 }, Array(right.dropLast()), [0] + right.dropFirst()]
    case .match(let pairs):
      answers += [[pairs.count + 1] + right.dropFirst(), Array(right.dropLast())]
    case .steps(let steps):
      answers += [[steps[0].options.count + 1] + right.dropFirst(), Array(right.dropLast())]
    case .short, .rewrite: break
    }
    return answers
  }
}
