import BadgeRequest
import Course

/// The versions of the course by which demandes may be graded: the installed one and the archive.
struct KnownCourses {
  /// One version, ready to grade and to state.
  struct Version {
    var regrading: Regrading
    var making: StatementMaking
    /// The key of its statement.
    var statement: String
  }

  private let issuer: IssuerFolder
  private let installed: InstalledCourse
  private let making: StatementMaking
  private var versions: [String: Version] = [:]

  init(
    _ issuer: IssuerFolder, _ installed: InstalledCourse, _ making: StatementMaking
  ) {
    self.issuer = issuer
    self.installed = installed
    self.making = making
  }

  /// The version of that digest; nil when nothing here has it.
  mutating func version(_ digest: String, _ today: Day) throws(Complaint) -> Version? {
    if let known = versions[digest] { return known }
    let isInstalled = digest == installed.course.contentDigest
    let found =
      isInstalled
      ? installed.course
      : try CourseArchive(issuer.folder).course(digest, local: installed.files.local)
    guard let course = found else { return nil }
    let making =
      isInstalled
      ? making
      : try StatementMaking(
        course: course, badges: installed.badges, issuer: issuer.settings.name, today: today)
    let version = Version(
      regrading: try KnownCourses.regrading(course), making: making,
      statement: try statement(making, digest))
    versions[digest] = version
    return version
  }

  private static func regrading(_ course: Course) throws(Complaint) -> Regrading {
    do throws(ContentError) { return try Regrading(course) } catch {
      throw Complaint("Le contenu ne peut pas être lu. \(error)")
    }
  }

  /// What was stated of that version before, or what its badge says now.
  private func statement(_ making: StatementMaking, _ digest: String) throws(Complaint) -> String {
    let files = try StatementFiles(issuer.folder)
    for key in try files.keys() {
      let known = try files.statement(key)
      if known.digest == digest, known.badge == making.course.badge { return key }
    }
    let (stated, svg, png) = try making.statement()
    try files.keep(stated, svg: svg, png: png)
    return stated.key
  }
}
