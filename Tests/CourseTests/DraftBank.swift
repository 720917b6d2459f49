import Course

/// A question in a few words, for the rules that look at forms, places and counts.
///
/// It has no feedback: other rules complain of it, the tests look at one rule at a time.
struct Draft: Sendable {
  var id = ""
  var type = "unique"
  /// The lines of the fiche below its type.
  var fiche = "niveau : 2\nrefs : RU01"
  var prompt = "Que faire ?"
  /// `x` for each right option, anything else for a wrong one: `.x.`.
  var marks: String
  var texts: [String]

  /// Options of these lengths in characters.
  static func lengths(_ lengths: Int..., marks: String, type: String = "unique") -> Draft {
    Draft(type: type, marks: marks, texts: lengths.map(Draft.text))
  }

  /// As many times the same option: the rule looks at the boxes alone.
  static func boxes(_ marks: String, type: String = "unique") -> Draft {
    Draft(type: type, marks: marks, texts: marks.map { _ in "Je relis." })
  }

  /// A text of that many characters.
  static func text(_ count: Int) -> String { String(repeating: "a", count: count - 1) + "." }

  /// The propositions, from `- [ ]`.
  var options: String {
    zip(marks, texts).map { "- [\($0 == "x" ? "x" : " ")] \($1)" }.joined(separator: "\n")
  }

  /// Twelve lines with three options: the first stands eight lines under the heading.
  fileprivate func section(_ number: Int) -> String {
    """
    ## \(id.isEmpty ? "Q-\(number)" : id)
    <!--
    type : \(type)
    \(fiche)
    -->
    \(prompt)

    \(options)

    """
  }
}

extension Miniature {
  static let bankPath = "01-essai/banque.md"

  /// A bank made of these questions; `admitting` is what its own fiche admits.
  ///
  /// Without it, the first question stands on line 3.
  static func bank(_ drafts: [Draft], admitting: String? = nil) -> [String: String?] {
    let head = admitting.map { "# Banque\n<!--\nadmis : \($0)\n-->\n\n" } ?? "# Banque\n\n"
    let sections = drafts.enumerated().map { $1.section($0 + 1) }
    return [bankPath: head + sections.joined(separator: "\n")]
  }

  /// What a rule says of a course: `erreur 01-essai/banque.md:1`.
  static func marks(_ rule: String, _ changes: [String: String?]) -> [String] {
    findings(changes).filter { $0.rule == rule }.map { "\($0.severity.rawValue) \($0.place)" }
  }
}

extension Departure {
  /// One rule's findings, as `Miniature.marks` writes them.
  var marks: [String] { Miniature.marks(rule ?? "", changes) }
  /// The only one there should be.
  var mark: String { "\(severity.rawValue) \(path):\(line)" }
}

extension QualityCard {
  /// The lines of a card that begin with these words.
  static func lines(_ files: ContentFiles, _ head: String) -> [String] {
    QualityCard(files).markdown.split(separator: "\n").map(String.init)
      .filter { $0.hasPrefix(head) }
  }
}
