/// Something a person should know about one file or one line, in French.
package struct Remark: Sendable, Hashable, CustomStringConvertible {
  /// A file, or a file and a line: `agents.csv:12`; printable.
  package var place: String
  package var text: String

  package init(_ place: String, _ text: String) {
    self.place = place.plain
    self.text = text
  }

  package init(_ file: String, line: Int, _ text: String) {
    self.init("\(file):\(line)", text)
  }

  /// One line to show, the place first.
  ///
  /// For instance `agents.csv:12 : ligne écartée. Le matricule manque.`
  package var description: String { "\(place) : \(text)" }
}
