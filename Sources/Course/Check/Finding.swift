/// Something the content check has to say, in French: where, what, what to do.
package struct Finding: Error, Sendable, Hashable, CustomStringConvertible {
  package enum Severity: String, Sendable, Hashable {
    /// The content is refused.
    case error = "erreur"
    /// Advice, which the author may admit not to follow.
    case warning = "avertissement"
  }

  package var severity: Severity
  /// `Q15` (format.md §6), nil for a mistake of grammar.
  package var rule: String?
  package var place: Place
  package var problem: String
  package var advice: String

  package init(
    _ severity: Severity, rule: String?, place: Place, problem: String, advice: String
  ) {
    self.severity = severity
    self.rule = rule
    self.place = place
    self.problem = FrenchSpaces.put(into: problem)
    self.advice = FrenchSpaces.put(into: advice)
  }

  /// `fichier:ligne: ce qui ne va pas. Que faire.`, then the rule between brackets.
  package var description: String {
    "\(place): \(problem) \(advice)" + (rule.map { " [\($0)]" } ?? "")
  }
}
