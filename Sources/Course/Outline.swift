/// What the map needs of a lesson, without its screens.
package struct LessonOutline: Sendable, Hashable {
  package var id: String
  package var title: String
  package var minutes: Int
  /// Path below the content folder.
  package var file: String

  package init(id: String, title: String, minutes: Int, file: String) {
    self.id = id
    self.title = title
    self.minutes = minutes
    self.file = file
  }
}

/// A module as the map and the module's opening show it.
package struct Module: Sendable, Hashable {
  /// `M4`.
  package var id: String
  package var title: String
  package var minutes: Int
  package var refs: [String]
  /// Counted in the badge and needed for the exam (`compte : non` says no).
  package var counts: Bool
  package var opening: [Block]
  package var lessons: [LessonOutline]
  /// « Je retiens ».
  package var takeaways: [Block]
  /// Paths of `scenarios.md` and `banque.md`, nil when the module has none.
  package var scenarioFile: String?
  package var bankFile: String?
  package var place: Place

  package init(
    id: String, title: String, minutes: Int, refs: [String], counts: Bool, opening: [Block],
    lessons: [LessonOutline], takeaways: [Block], scenarioFile: String?, bankFile: String?,
    place: Place
  ) {
    self.id = id
    self.title = title
    self.minutes = minutes
    self.refs = refs
    self.counts = counts
    self.opening = opening
    self.lessons = lessons
    self.takeaways = takeaways
    self.scenarioFile = scenarioFile
    self.bankFile = bankFile
    self.place = place
  }

  /// The number shown: `4` for `M4`.
  package var number: String { id.hasPrefix("M") ? String(id.dropFirst()) : id }
  /// `M4.entrainement`, the journal's name of the practice.
  package var practiceStep: String { "\(id).entrainement" }
  /// `M4.scenario`, the journal's name of the work situations.
  package var scenarioStep: String { "\(id).scenario" }
  /// `M4.retiens`, the journal's name of « Je retiens ».
  package var takeawayStep: String { "\(id).retiens" }
}

/// An entry of a vocabulary file: glossary, trades, sources, misconceptions, principles.
package struct Term: Sendable, Hashable {
  package var key: String
  package var title: String?
  package var text: [Block]
  package var aliases: [String]
  /// `vérifié`, `source secondaire`, `texte stable`, `à vérifier` (sources only).
  package var status: String?
  package var verified: Day?
  package var address: String?
  package var place: Place

  package init(
    key: String, title: String? = nil, text: [Block], aliases: [String] = [],
    status: String? = nil, verified: Day? = nil, address: String? = nil, place: Place
  ) {
    self.key = key
    self.title = title
    self.text = text
    self.aliases = aliases
    self.status = status
    self.verified = verified
    self.address = address
    self.place = place
  }
}

/// A fraction written in the content, `24/30`, applied to a draw and rounded up.
package struct Threshold: Sendable, Hashable {
  package var numerator: Int
  package var denominator: Int

  package init(_ numerator: Int, outOf denominator: Int) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The least number of right answers out of `count`: from 0 to `count`, whatever is written.
  package func required(of count: Int) -> Int {
    guard numerator > 0, count > 0 else { return 0 }
    guard numerator < denominator else { return count }
    let share = denominator.dividingFullWidth(count.multipliedFullWidth(by: numerator))
    return share.quotient + (share.remainder > 0 ? 1 : 0)
  }
}

/// One line of the exam's plan: how many questions from which banks.
package struct Stratum: Sendable, Hashable {
  package var banks: [String]
  package var count: Int
  /// Levels in the order wanted: `[[2], [1, 3]]` for « niveau 2, puis 1 ou 3 »; empty for any.
  package var levels: [[Int]]
  /// « lettres différentes ».
  package var distinctLetters: Bool
  package var threshold: Threshold?
  package var place: Place

  package init(
    banks: [String], count: Int, levels: [[Int]] = [], distinctLetters: Bool = false,
    threshold: Threshold? = nil, place: Place
  ) {
    self.banks = banks
    self.count = count
    self.levels = levels
    self.distinctLetters = distinctLetters
    self.threshold = threshold
    self.place = place
  }

  /// What results call it: `RU04`, or `TRANSVERSE, NOTIONS, TECHNO`.
  package var name: String { banks.joined(separator: ", ") }
}

/// `evaluation.md`: the presentation, the strata and the threshold of the whole.
package struct ExamPlan: Sendable, Hashable {
  package var presentation: [Block]
  package var strata: [Stratum]
  package var threshold: Threshold

  package init(presentation: [Block], strata: [Stratum], threshold: Threshold) {
    self.presentation = presentation
    self.strata = strata
    self.threshold = threshold
  }
}
