import Course
import Glibc
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
      common: try CourseFolder(content).files(),
      local: try additions.map { path throws(Complaint) in try CourseFolder(path).files() }
        ?? ContentFiles.Folder([:]))
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
