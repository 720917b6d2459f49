/// Where something stands in the content: a path below the content folder and a line from 1.
package struct Place: Sendable, Hashable, CustomStringConvertible {
  package var file: String
  package var line: Int

  package init(file: String, line: Int) {
    self.file = file
    self.line = line
  }

  /// `M4/banque.md:12`.
  package var description: String { "\(file):\(line)" }
}

/// One proposition of a question, with what is said of it afterwards.
package struct Proposition: Sendable, Hashable {
  package var text: [Inline]
  /// `[x]`: right to choose, a true affirmation, a passage to spot, an admitted answer.
  package var isRight: Bool
  /// The feedback, without the verdict its author wrote first.
  package var feedback: [Block]
  /// The misconception it is tied to: `MC-21`.
  package var misconception: String?
  package var place: Place
  /// The verdict the author wrote at the head of the feedback, for the checker alone.
  package var writtenVerdict: String?

  package init(
    text: [Inline], isRight: Bool, feedback: [Block], misconception: String?, place: Place,
    writtenVerdict: String? = nil
  ) {
    self.text = text
    self.isRight = isRight
    self.feedback = feedback
    self.misconception = misconception
    self.place = place
    self.writtenVerdict = writtenVerdict
  }
}

/// A left part and the right part it goes with; `left` is nil for a decoy.
package struct Pair: Sendable, Hashable {
  package var left: [Inline]?
  package var right: [Inline]
  package var feedback: [Block]
  package var misconception: String?
  package var place: Place

  package init(
    left: [Inline]?, right: [Inline], feedback: [Block], misconception: String?, place: Place
  ) {
    self.left = left
    self.right = right
    self.feedback = feedback
    self.misconception = misconception
    self.place = place
  }
}

/// One step of a « cas »: made like a question with a single right option.
package struct Step: Sendable, Hashable {
  package var title: String
  package var prompt: [Block]
  package var options: [Proposition]

  package init(title: String, prompt: [Block], options: [Proposition]) {
    self.title = title
    self.prompt = prompt
    self.options = options
  }
}

/// What a rewriting exercise looks for in a text that is never kept.
package struct Rewriting: Sendable, Hashable {
  /// Words or phrases that must not be there, compared folded.
  package var forbidden: [Proposition]
  /// Each element expected: its name and the words any one of which shows it.
  package var expected: [Expectation]
  /// The questions to ask oneself (« ### Grille »).
  package var checklist: [[Inline]]

  /// An element expected: its name, and the words any one of which shows it.
  package struct Expectation: Sendable, Hashable {
    package var name: String
    package var anyOf: [String]
    /// What may be said when it is missing; often empty.
    package var feedback: [Block]
    package var place: Place

    package init(name: String, anyOf: [String], feedback: [Block] = [], place: Place) {
      self.name = name
      self.anyOf = anyOf
      self.feedback = feedback
      self.place = place
    }
  }

  package init(forbidden: [Proposition], expected: [Expectation], checklist: [[Inline]]) {
    self.forbidden = forbidden
    self.expected = expected
    self.checklist = checklist
  }
}

/// The kinds of question of `format.md` §4, each with what it needs.
package enum QuestionBody: Sendable, Hashable {
  case single([Proposition])
  case multiple([Proposition])
  /// Affirmations, each true (`isRight`) or false.
  case trueFalse([Proposition])
  /// Successive passages of one text, never shuffled.
  case spot([Proposition])
  /// Steps in the right order, and the other orders accepted (source indexes from 1).
  case order([Proposition], alsoAccepted: [[Int]])
  /// Pairs in source order; decoys have no left part and come in the same list.
  case match([Pair])
  /// Admitted answers (`isRight`) and near ones.
  case short([Proposition])
  case rewrite(Rewriting)
  case steps([Step])
}

/// On which floor the rule asked about stands.
package enum Rule: String, Sendable, Hashable, CaseIterable {
  case law = "loi"
  case local = "locale"
  case practice = "pratique"
}

/// A question of a bank, of a lesson's screen or of a scenario.
package struct Question: Sendable, Hashable {
  /// Never changes: it ties progress to content.
  package var id: String
  /// The heading of a lesson's screen; nil in a bank.
  package var title: String?
  package var body: QuestionBody
  /// 1 recognise, 2 apply, 3 arbitrate; 0 when not said.
  package var level: Int
  /// Two variants of one situation share a family and never meet in an exam.
  package var family: String
  /// `RU01` … `RU09`, `SANDI`, `DP`, `TRANSVERSE`, `NOTIONS`, `TECHNO`.
  package var bank: String
  package var trades: [String]
  package var rule: Rule?
  /// The letter of SANDI it bears on.
  package var letter: String?
  package var refs: [String]
  package var sources: [String]
  /// ISO days.
  package var verified: Day?
  package var review: Day?
  /// The facilitator's follow-up question.
  package var facilitator: String?
  /// Not `examen : non`, not a kind kept out, no source « à vérifier ».
  package var isForExam: Bool
  package var prompt: [Block]
  /// The general feedback; for a rewriting, the model text.
  package var feedback: [Block]
  package var place: Place

  package init(
    id: String, title: String? = nil, body: QuestionBody, level: Int = 0, family: String,
    bank: String, trades: [String] = [], rule: Rule? = nil, letter: String? = nil,
    refs: [String] = [], sources: [String] = [], verified: Day? = nil, review: Day? = nil,
    facilitator: String? = nil, isForExam: Bool = true, prompt: [Block],
    feedback: [Block] = [], place: Place
  ) {
    self.id = id
    self.title = title
    self.body = body
    self.level = level
    self.family = family
    self.bank = bank
    self.trades = trades
    self.rule = rule
    self.letter = letter
    self.refs = refs
    self.sources = sources
    self.verified = verified
    self.review = review
    self.facilitator = facilitator
    self.isForExam = isForExam
    self.prompt = prompt
    self.feedback = feedback
    self.place = place
  }
}
