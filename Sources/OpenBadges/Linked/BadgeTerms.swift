private let ob = Namespace.badges
private let schema = Namespace.schema
private let xsdSecure = Namespace.xsdSecure

extension TermTable {
  /// Open Badges 3.0 as published since 2025; the file of sha256 3d34f4d4….
  static let badges303 = TermTable(
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json", family: badgeFamily,
    terms: sharedTerms + [
      Term("awardedDate", ob + "awardedDate", .literal("xsd:dateTime")),
      Term("endorsementJwt", ob + "endorsementJwt", in: .set),
      Term("image", ob + "image", .reference),
      Term("inLanguage", schema + "inLanguage"),
      Term("jti", Namespace.jwt + "jti", .reference),
    ],
    types: sharedTypes
      + AchievementTerms.types(
        image: ob + "image", achievement: ob + "achievement",
        language: [Term("inLanguage", schema + "inLanguage")])
      + [ProfileTerms.profile(image: ob + "image")])

  /// Open Badges 3.0 as published in 2023, met in badges of that time.
  static let badges302 = TermTable(
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json", family: badgeFamily,
    terms: sharedTerms + [Term("image", ob + "Image", .reference)],
    types: sharedTypes
      + AchievementTerms.types(
        image: ob + "Image", achievement: ob + "achievement-0", language: [])
      + [ProfileTerms.profile(image: ob + "Image")])

  /// The types of services that 1EdTech defines beside Open Badges.
  static let badgeExtensions = TermTable(
    "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json", terms: [],
    types: [
      ("vccs", "1EdTechJsonSchemaValidator2019"), ("vcrl", "1EdTechRevocationList"),
      ("vccr", "1EdTechCredentialRefresh"),
    ].map { place, name in
      TypeTerm(name, "https://purl.imsglobal.org/spec/\(place)/v1p0/context.json#\(name)")
    })

  private static let badgeFamily = "https://purl.imsglobal.org/spec/ob/v3p0/"

  private static let sharedTerms = [
    Term("alignment", ob + "alignment", in: .set),
    Term("description", schema + "description"),
    Term("endorsement", ob + "endorsement", in: .set),
    Term("name", schema + "name"),
    Term("narrative", ob + "narrative"),
    Term("url", schema + "url", .literal(xsdSecure + "anyURI")),
  ]

  private static let sharedTypes =
    [
      TypeTerm("OpenBadgeCredential", ob + "OpenBadgeCredential"),
      // The contexts make one of the two an alias of the other.
      TypeTerm("AchievementCredential", ob + "OpenBadgeCredential"),
      TypeTerm("Criteria", ob + "Criteria"),
      TypeTerm("EndorsementCredential", ob + "EndorsementCredential"),
      TypeTerm(
        "EndorsementSubject", ob + "EndorsementSubject",
        [Term("endorsementComment", ob + "endorsementComment")]),
      TypeTerm(
        "Evidence", ob + "Evidence",
        [Term("audience", schema + "audience"), Term("genre", schema + "genre")]),
    ] + ResultTerms.types + ProfileTerms.types
}
