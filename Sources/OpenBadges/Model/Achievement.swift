/// What a badge is about, the same for all who receive it (Open Badges 3.0, Achievement).
public struct Achievement: Sendable, Hashable {
  /// The vocabulary of the standard, as far as courses need it.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case badge = "Badge"
    case certificateOfCompletion = "CertificateOfCompletion"
    case course = "Course"
    case learningProgram = "LearningProgram"
    case competency = "Competency"
    case microCredential = "MicroCredential"
  }

  /// `urn:uuid:…` or `https://…`; one for each version of the course.
  public var id: String
  /// As printed on the badge.
  public var name: String
  /// What the holder knows, and what the badge does not say.
  public var description: String
  /// What one must have done, in Markdown.
  public var criteria: String
  /// `achievementType`.
  public var kind: Kind
  /// A BCP 47 tag.
  public var language: String
  /// Words to search by.
  public var tags: [String]
  /// Links to public frameworks, five at most by good practice.
  public var alignments: [Alignment]
  /// A picture inside the credential, or none: the baked file is a picture already.
  public var image: BadgeImage?

  /// Checks nothing: `Award.check(signedBy:)` does before signing.
  public init(
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
public struct Alignment: Sendable, Hashable {
  /// The element, with its framework when the code alone says little.
  public var name: String
  /// An `https` address.
  public var url: String
  /// The framework, `DigComp 3.0` for example.
  public var framework: String?
  /// The place in the framework, `1.2` for example.
  public var code: String?

  /// Checks nothing: `Award.check(signedBy:)` does before signing.
  public init(name: String, url: String, framework: String? = nil, code: String? = nil) {
    self.name = name
    self.url = url
    self.framework = framework
    self.code = code
  }
}

/// A picture carried inside the credential, with the words that replace it.
public struct BadgeImage: Sendable, Hashable {
  /// `data:image/png;base64,…` or `data:image/svg+xml;base64,…`.
  public var data: String
  /// The alternative text; it becomes `caption`, the only place the standard gives it.
  public var alternative: String

  /// Checks nothing: `Award.check(signedBy:)` does before signing.
  public init(data: String, alternative: String) {
    self.data = data
    self.alternative = alternative
  }
}
