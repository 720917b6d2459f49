/// The check of a whole content folder (`parcours contenu verifier`, format.md §6).
package enum ContentCheck {
  /// Everything found, by file and line; warnings that a fiche admits are left out.
  ///
  /// Each file is read for itself, so that one mistake hides no other.
  package static func findings(in files: ContentFiles, at today: Day) -> [Finding] {
    findings(of: Corpus(files, today: today))
  }

  /// The same, of a content that was read already.
  static func findings(of corpus: Corpus) -> [Finding] {
    let found = corpus.findings + rules.flatMap { $0(corpus) }
    return Set(found).filter { !corpus.admits($0) }.sorted(by: precedes)
  }

  /// Questions whose review date falls within `days` after `today`, or is past; oldest first.
  package static func expiring(
    in files: ContentFiles, at today: Day, within days: Int
  ) -> [Question] {
    let limit = Day(number: today.number + min(max(days, 0), 100_000))
    return Corpus(files, today: today).questions
      .compactMap { question in question.review.map { (question, $0) } }
      .filter { $0.1 <= limit }
      .sorted { ($0.1.number, $0.0.id) < ($1.1.number, $1.0.id) }.map(\.0)
  }

  /// One rule, one function; its file is named after it.
  private static let rules: [@Sendable (Corpus) -> [Finding]] = [
    WrittenVerdicts.findings, Q01KeyPlace.findings, Q02LongestOption.findings,
    Q03OptionLengths.findings, Q04OptionCount.findings, Q05AbsoluteWords.findings,
    Q06AllOfThem.findings, Q07NegativeStatement.findings, Q08Echo.findings,
    Q09NearTwins.findings,
    Q10Feedback.findings, Q11Sources.findings, Q12Statement.findings,
    Q13CountOfRight.findings, Q14ShareOfTrue.findings, Q15LongSentence.findings,
    Q16Readability.findings, Q17Acronym.findings, Q18Reserve.findings, Q18Balance.findings,
    Q19GivenAway.findings, Q20BlindGuessers.findings,
    Q21References.findings, Q21Identifiers.findings, Q21Links.findings,
    Q22ScreenHeight.findings, Q22Characters.findings, Q22Typography.findings,
  ]

  private static func precedes(_ left: Finding, _ right: Finding) -> Bool {
    (left.place.file, left.place.line, left.rule ?? "", left.problem)
      < (right.place.file, right.place.line, right.rule ?? "", right.problem)
  }
}
