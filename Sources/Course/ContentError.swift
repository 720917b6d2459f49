/// What is wrong in the content, said in French: where, what, and what to do.
package struct ContentError: Error, Sendable, Hashable, CustomStringConvertible {
  package var place: Place
  /// What is wrong: one sentence with its full stop.
  package var problem: String
  /// What to do: one sentence with its full stop.
  package var advice: String

  package init(_ place: Place, _ problem: String, _ advice: String) {
    self.place = place
    self.problem = FrenchSpaces.put(into: problem)
    self.advice = FrenchSpaces.put(into: advice)
  }

  /// One line: the place, what is wrong, what to do.
  package var description: String { "\(place): \(problem) \(advice)" }
}
