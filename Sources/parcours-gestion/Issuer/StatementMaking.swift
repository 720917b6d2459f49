import BadgeRequest
import Course
import Glibc
import OpenBadges

/// What a badge of a course states, from its text and from what the course really asks.
struct StatementMaking {
  let course: Course
  private let folder: String
  private let template: BadgeText
  private let values: [String: String]

  /// Reads the badge's text and the exam's plan once, for as many badges as wanted.
  init(course: Course, badges: String, issuer: String, today: Day) throws(Complaint) {
    self.course = course
    folder = "\(badges)/\(course.badge)"
    let file = "\(folder)/badge.md"
    let bytes = try InputFile.read(file)
    do throws(ContentError) {
      template = try BadgeText(markdown: bytes, file: file)
      values = try StatementMaking.values(course, issuer, today)
    } catch {
      throw Complaint("Le texte du badge ne peut pas être lu. \(error)")
    }
  }

  /// The statement, with its pictures.
  func statement() throws(Complaint) -> (StatedAchievement, svg: [UInt8], png: [UInt8]?) {
    let text = template.filled(values)
    let stated = StatedAchievement(
      badge: course.badge, name: text.name, description: text.description,
      criteria: text.criteria, tags: text.tags,
      alignments: text.alignments.map {
        Alignment(name: $0.targetName, url: $0.targetURL, framework: $0.framework, code: $0.code)
      },
      alternative: text.imageAlt, course: course.id, version: course.version,
      digest: course.contentDigest)
    let png = "\(folder)/badge.png"
    return (
      stated, try InputFile.read("\(folder)/badge.svg"),
      access(png, R_OK) == 0 ? try InputFile.read(png) : nil
    )
  }

  /// The sentence of evidence.
  func evidence(version: String, day: Day, how: Modality) -> String {
    var values = values
    values["version"] = version.isEmpty ? course.version : version
    values["date"] = day.french
    values["modalite"] = how.evidence
    return template.filled(values).evidence
  }

  private static func values(
    _ course: Course, _ issuer: String, _ today: Day
  ) throws(ContentError) -> [String: String] {
    var values = try course.badgeFacts(on: today)
    values["emetteur"] = issuer
    return values
  }
}
