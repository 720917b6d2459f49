import BadgeRequest
import Course
import Glibc
import OpenBadges
import Reports

/// A course and the badges that may be given for it, as they are on this machine.
struct InstalledCourse {
  let course: Course
  /// The files of `Modules`, and the local additions.
  let files: ContentFiles
  /// The folder of all badges.
  let badges: String

  /// By the options, `PARCOURS_MODULES`, `PARCOURS_MODULES_LOCAUX` and `PARCOURS_BADGES`, or beside the
  /// program.
  init(modules: String?, local: String? = nil, badges: String?) throws(Complaint) {
    let content = try InstalledCourse.place(
      "Modules", modules ?? Machine.environment("PARCOURS_MODULES"), sign: "/parcours.md")
    self.badges = try InstalledCourse.place(
      "Badges", badges ?? Machine.environment("PARCOURS_BADGES"), sign: "")
    let additions = local ?? Machine.environment("PARCOURS_MODULES_LOCAUX")
    if let additions, !WholeFile.isFolder(additions) {
      throw Complaint("« \(additions.plain) » n’est pas un dossier. Vérifiez --modules-locaux.")
    }
    files = ContentFiles(
      common: CourseFolder(content).files,
      local: additions.map { CourseFolder($0).files } ?? ContentFiles.Folder([:]))
    course = try InstalledCourse.course(files)
  }

  /// Reads a course's outline; complains of its first mistake.
  static func course(_ files: ContentFiles) throws(Complaint) -> Course {
    do throws(ContentError) { return try Course(files) } catch {
      throw Complaint("Le contenu ne peut pas être lu. \(error)")
    }
  }

  /// Option, environment, beside the executable's real path, `../share/parcours`; never here.
  private static func place(
    _ name: String, _ chosen: String?, sign: String
  ) throws(Complaint) -> String {
    var places = [chosen].compactMap(\.self)
    if places.isEmpty, let program = realpath("/proc/self/exe", nil) {
      let folder = WholeFile.folder(of: String(cString: program))
      free(program)
      places = ["\(folder)/\(name)", "\(WholeFile.folder(of: folder))/share/parcours/\(name)"]
    }
    if let place = places.first(where: { access("\($0)\(sign)", R_OK) == 0 }) { return place }
    throw Complaint(
      "Le dossier \(name) est introuvable. Essayé : \(places.joined(separator: ", ").plain). "
        + "Indiquez-le avec --\(name.lowercased()).")
  }
}

/// One level of module folders, as the content's format lays them.
struct CourseFolder {
  let path: String

  init(_ path: String) { self.path = path }

  var files: ContentFiles.Folder {
    var names: Set<String> = []
    for name in WholeFile.names(in: path) {
      if name.hasSuffix(".md") {
        names.insert(name)
      } else if !name.utf8.contains(UInt8(ascii: ".")), WholeFile.isFolder("\(path)/\(name)") {
        let inner = WholeFile.names(in: "\(path)/\(name)").filter { $0.hasSuffix(".md") }
        names.formUnion(inner.map { "\(name)/\($0)" })
      }
    }
    let path = path
    return ContentFiles.Folder(names: names) { try? InputFile.read("\(path)/\($0)") }
  }
}

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
    guard let plan = try course.examPlan() else {
      throw ContentError(
        Place(file: "evaluation.md", line: 1), "Ce parcours n’a pas d’examen.",
        "Écrivez evaluation.md pour décerner un badge.")
    }
    let draw = ExamDraw(plan: plan, questions: try course.banks(), today: today)
    let count = draw.strata.reduce(0) { $0 + $1.count }
    let thresholds =
      ["\(plan.threshold.required(of: count)) sur \(count)"]
      + draw.strata.compactMap { stratum in
        stratum.threshold.map {
          "\($0.required(of: stratum.count)) sur \(stratum.count) pour \(stratum.name)"
        }
      }
    return [
      "emetteur": issuer, "questions": String(count),
      "modules": course.modules.filter(\.counts).map(\.title).joined(separator: " ; "),
      "seuils": thresholds.joined(separator: ", dont "),
    ]
  }
}

/// The content of each version of the course that badges were given for, kept in `cours/`.
struct CourseArchive {
  let folder: PrivateFolder

  init(_ folder: PrivateFolder) throws(Complaint) {
    self.folder = try PrivateFolder.making(folder.path("cours"))
  }

  /// Copies the content once, under its digest; a copy that was cut short is finished.
  func keep(_ files: ContentFiles, digest: String) throws(Complaint) {
    guard !folder.has("\(digest)/parcours.md") else { return }
    for name in files.common.names.sorted() where name != "parcours.md" {
      try copy(name, of: files, digest)
    }
    // Last: a folder that has it is whole.
    try copy("parcours.md", of: files, digest)
  }

  private func copy(_ name: String, of files: ContentFiles, _ digest: String) throws(Complaint) {
    guard let bytes = files.common.read(name) else { return }
    let path = folder.path("\(digest)/\(name)")
    try WholeFile.makeFolder(WholeFile.folder(of: path))
    try WholeFile.write(bytes, to: path, mode: 0o600)
  }

  /// The course of that digest with today's local additions; nil when there is none, or when its copy
  /// was changed.
  func course(_ digest: String, local: ContentFiles.Folder) -> Course? {
    guard digest.utf8.count == 64, digest.utf8.allSatisfy(SiteAddress.isLetterOrDigit),
      folder.has("\(digest)/parcours.md")
    else { return nil }
    let files = ContentFiles(common: CourseFolder(folder.path(digest)).files, local: local)
    guard let course = try? Course(files), course.contentDigest == digest else { return nil }
    return course
  }
}
