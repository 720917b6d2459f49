/// What a badge is about, the same for all who receive it (Open Badges 3.0, Achievement).
package struct Achievement: Sendable, Hashable {
  /// The vocabulary of the standard, as far as courses need it.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case badge = "Badge"
    case certificateOfCompletion = "CertificateOfCompletion"
    case course = "Course"
    case learningProgram = "LearningProgram"
    case competency = "Competency"
    case microCredential = "MicroCredential"
  }

  /// `urn:uuid:…` or `https://…`; one for each version of the course.
  package var id: String
  /// As printed on the badge.
  package var name: String
  /// What the holder knows, and what the badge does not say.
  package var description: String
  /// What one must have done, in Markdown.
  package var criteria: String
  /// `achievementType`.
  package var kind: Kind
  /// A BCP 47 tag.
  package var language: String
  /// Words to search by.
  package var tags: [String]
  /// Links to public frameworks, five at most by good practice.
  package var alignments: [Alignment]
  /// A picture inside the credential, or none: the baked file is a picture already.
  package var image: BadgeImage?

  /// Checks nothing: `Award.check(signedBy:)` does before signing.
  package init(
    id: String, name: String, description: String, criteria: String, kind: Kind = .badge,
    language: String = "fr", tags: [String] = [], alignments: [Alignment] = [],
    image: BadgeImage? = nil
  ) {
    self.id = id
    self.name = name
    self.description = description
    self.criteria = criteria
    self.kind = kind
    self.language = language
    self.tags = tags
    self.alignments = alignments
    self.image = image
  }
}

/// A link to an element of a public framework, DigComp or CRCN for example.
package struct Alignment: Sendable, Hashable {
  /// The element, with its framework when the code alone says little.
  package var name: String
  /// An `https` address.
  package var url: String
  /// The framework, `DigComp 3.0` for example.
  package var framework: String?
  /// The place in the framework, `1.2` for example.
  package var code: String?

  /// Checks nothing: `Award.check(signedBy:)` does before signing.
  package init(name: String, url: String, framework: String? = nil, code: String? = nil) {
    self.name = name
    self.url = url
    self.framework = framework
    self.code = code
  }
}

/// A picture carried inside the credential, with the words that replace it.
package struct BadgeImage: Sendable, Hashable {
  /// `data:image/png;base64,…` or `data:image/svg+xml;base64,…`.
  package var data: String
  /// The alternative text; it becomes `caption`, the only place the standard gives it.
  package var alternative: String

  /// Checks nothing: `Award.check(signedBy:)` does before signing.
  package init(data: String, alternative: String) {
    self.data = data
    self.alternative = alternative
  }
}
