private let ob = Namespace.badges
private let schema = Namespace.schema
private let xsdSecure = Namespace.xsdSecure

/// The part of the Open Badges contexts on achievements, where two versions differ.
enum AchievementTerms {
  /// The types whose words changed; `language` holds what the older version lacks.
  static func types(image: String, achievement: String, language: [Term]) -> [TypeTerm] {
    [
      TypeTerm("Achievement", ob + "Achievement", achievementTerms(image) + language),
      TypeTerm(
        "AchievementSubject", ob + "AchievementSubject",
        subjectTerms(image) + [Term("achievement", achievement)]),
      TypeTerm("Related", ob + "Related", [Term("version", ob + "version")] + language),
    ]
  }

  private static func achievementTerms(_ image: String) -> [Term] {
    [
      Term("achievementType", ob + "achievementType"),
      Term("alignment", ob + "alignment", in: .set),
      Term("creator", ob + "creator"),
      Term("creditsAvailable", ob + "creditsAvailable", .literal(xsdSecure + "float")),
      Term("criteria", ob + "Criteria", .reference),
      Term("fieldOfStudy", ob + "fieldOfStudy"),
      Term("humanCode", ob + "humanCode"),
      Term("image", image, .reference),
      Term("otherIdentifier", ob + "otherIdentifier", in: .set),
      Term("related", ob + "related", in: .set),
      Term("resultDescription", ob + "resultDescription", in: .set),
      Term("specialization", ob + "specialization"),
      Term("tag", schema + "keywords", in: .set),
      Term("version", ob + "version"),
    ]
  }

  private static func subjectTerms(_ image: String) -> [Term] {
    [
      Term("activityEndDate", ob + "activityEndDate", .literal(xsdSecure + "date")),
      Term("activityStartDate", ob + "activityStartDate", .literal(xsdSecure + "date")),
      Term("creditsEarned", ob + "creditsEarned", .literal(xsdSecure + "float")),
      Term("identifier", ob + "identifier", in: .set),
      Term("image", image, .reference),
      Term("licenseNumber", ob + "licenseNumber"),
      Term("result", ob + "result", in: .set),
      Term("role", ob + "role"),
      Term("source", ob + "source", .reference),
      Term("term", ob + "term"),
    ]
  }
}

/// The part of the Open Badges contexts on results and alignments.
enum ResultTerms {
  static let types = [
    TypeTerm(
      "Alignment", schema + "AlignmentObject",
      [
        Term("targetCode", ob + "targetCode"),
        Term("targetDescription", schema + "targetDescription"),
        Term("targetFramework", schema + "targetFramework"),
        Term("targetName", schema + "targetName"),
        Term("targetType", ob + "targetType"),
        Term("targetUrl", schema + "targetUrl", .literal(xsdSecure + "anyURI")),
      ]),
    TypeTerm(
      "Result", ob + "Result",
      [
        Term("achievedLevel", ob + "achievedLevel", .literal(xsdSecure + "anyURI")),
        Term("resultDescription", ob + "resultDescription", .literal(xsdSecure + "anyURI")),
        Term("status", ob + "status"),
        Term("value", schema + "value"),
      ]),
    TypeTerm(
      "ResultDescription", ob + "ResultDescription",
      [
        Term("allowedValue", ob + "allowedValue", in: .list),
        Term("requiredLevel", ob + "requiredLevel", .literal(xsdSecure + "anyURI")),
        Term("requiredValue", ob + "requiredValue"),
        Term("resultType", ob + "resultType"),
        Term("rubricCriterionLevel", ob + "rubricCriterionLevel", in: .set),
        Term("valueMax", ob + "valueMax"),
        Term("valueMin", ob + "valueMin"),
      ]),
    TypeTerm(
      "RubricCriterionLevel", ob + "RubricCriterionLevel",
      [Term("level", ob + "level"), Term("points", ob + "points")]),
  ]
}
