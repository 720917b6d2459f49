/// A line of a list that gives nothing, and why, in French.
package struct ListRefusal: Error, Sendable, Hashable {
  /// The physical line, from 1.
  package var line: Int
  /// What is wrong and what to do.
  package var sentence: String

  /// Made of these values, none of which is checked.
  package init(line: Int, _ sentence: String) {
    self.line = line
    self.sentence = sentence
  }
}
