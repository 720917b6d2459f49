/// What a run of text is for; a theme gives each role a colour, words give the meaning.
package enum Role: Sendable, Hashable, CaseIterable {
  case plain
  case strong
  case emphasis
  /// A title.
  case title
  /// Where one is: the selected line, the filled part of the rule.
  case accent
  case right
  case wrong
  /// Less important, still readable (4.5:1 at least).
  case quiet
}

/// A run of characters with one role.
package struct Run: Sendable, Hashable {
  package var text: String
  package var role: Role

  package init(_ text: String, _ role: Role = .plain) {
    self.text = text
    self.role = role
  }
}

/// A line or a paragraph of text, unwrapped.
package struct Text: Sendable, Hashable, ExpressibleByStringInterpolation {
  package var runs: [Run]

  package init(_ runs: [Run]) { self.runs = runs }
  package init(_ text: String, _ role: Role = .plain) { runs = [Run(text, role)] }
  package init(stringLiteral value: String) { runs = [Run(value)] }

  /// The characters alone.
  package var plain: String { runs.map(\.text).joined() }

  package static func + (left: Text, right: Text) -> Text { Text(left.runs + right.runs) }
}
