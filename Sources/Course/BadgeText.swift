/// What a badge says, from `Badges/*/badge.md`; templates until it is filled.
package struct BadgeText: Sendable, Hashable {
  /// A skill of a public framework the badge is aligned with.
  package struct Alignment: Sendable, Hashable {
    /// The text of the link.
    package var targetName: String
    package var targetURL: String
    /// What follows the dash: the framework, then the code.
    package var framework: String?
    package var code: String?

    package init(targetName: String, targetURL: String, framework: String?, code: String?) {
      self.targetName = targetName
      self.targetURL = targetURL
      self.framework = framework
      self.code = code
    }
  }

  /// The title of the file.
  package var name: String
  /// Paragraphs separated by an empty line.
  package var description: String
  /// Markdown: paragraphs and lists, ready for a criteria narrative.
  package var criteria: String
  /// One sentence: which version, when, how.
  package var evidence: String
  /// In the order of the file; none when it has no such part.
  package var alignments: [Alignment]
  /// What is said in place of the image.
  package var imageAlt: String
  /// Key words of the fiche (`mots`).
  package var tags: [String]

  /// Reads `badge.md`; throws its first mistake.
  ///
  /// Its variables are those of the badge (`{emetteur}`…), checked and kept for `filled`.
  package init(markdown bytes: [UInt8], file: String) throws(ContentError) {
    let variables = Variables(names: Variables.ofBadge, keepsEscapes: true)
    var reader = ContentReader(path: file, bytes: bytes, variables: variables)
    let text = reader.badge()
    if let problem = reader.firstProblem { throw problem }
    guard let text else {
      throw ContentError(reader.place(1), "Ce fichier est vide.", "Écrivez le texte du badge.")
    }
    self = text
  }

  init(
    name: String, description: String, criteria: String, evidence: String,
    alignments: [Alignment], imageAlt: String, tags: [String]
  ) {
    self.name = name
    self.description = description
    self.criteria = criteria
    self.evidence = evidence
    self.alignments = alignments
    self.imageAlt = imageAlt
    self.tags = tags
  }

  /// The text with its variables replaced, once: a value is never looked at again.
  ///
  /// A variable without a value stays as it is written.
  package func filled(_ values: [String: String]) -> BadgeText {
    let variables = Variables(names: Variables.ofBadge, values: values)
    func fill(_ text: String) -> String {
      var mistakes: [Variables.Mistake] = []
      return variables.replacing(text, mistakes: &mistakes)
    }
    return BadgeText(
      name: fill(name), description: fill(description), criteria: fill(criteria),
      evidence: fill(evidence), alignments: alignments, imageAlt: fill(imageAlt), tags: tags)
  }
}
