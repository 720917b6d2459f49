import Course
import Glibc

/// Where content, progress and the agent's files lie on this machine.
struct Locations {
  var modules: String
  var localModules: String?
  var badges: String
  /// The learner's own files: journal, settings, local issuer.
  var data: String
  /// The agent's folder, and how it is named on screen.
  var folder: String
  var folderShown: String
  var depot: String?
  var issuer: String?

  /// What the command line says, which wins over everything else.
  struct Choices {
    var data: String?
    var modules: String?
    var localModules: String?
    var badges: String?
    var depot: String?

    /// Takes an option by its name; false when it is none of these.
    mutating func set(_ option: String, _ value: String) -> Bool {
      switch option {
      case "--donnees": data = value
      case "--modules": modules = value
      case "--modules-locaux": localModules = value
      case "--badges": badges = value
      case "--depot": depot = value
      default: return false
      }
      return true
    }
  }

  /// Finds everything; a miss names the places tried.
  static func find(_ choices: Choices = Choices()) throws(Stop) -> Locations {
    let home = environment("HOME").flatMap { $0.isEmpty ? nil : $0 }
    let settings = environment("XDG_CONFIG_HOME") ?? home.map { "\($0)/.config" }
    let files =
      ["/etc/parcours/parcours.conf"] + (settings.map { ["\($0)/parcours/parcours.conf"] } ?? [])
    let said = try Configuration(files, home: home)
    let folder = said["dossier"] ?? home.map { "\($0)/Parcours IAG" } ?? "Parcours IAG"
    return Locations(
      modules: try content("Modules", choices.modules ?? said["modules"], sign: "parcours.md"),
      localModules: choices.localModules ?? said["modules-locaux"],
      badges: try content("Badges", choices.badges ?? said["badges"], sign: nil),
      data: try data(choices.data ?? said["donnees"], home),
      folder: folder, folderShown: shown(folder, home), depot: choices.depot ?? said["depot"],
      issuer: said["emetteur"])
  }

  /// The value of an environment variable, nil when it is not there.
  static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// As it is named on screen: `~/Parcours IAG/`.
  static func shown(_ path: String, _ home: String?) -> String {
    guard let home, path.hasPrefix(home + "/") else { return "\(path)/" }
    return "~\(String(path.dropFirst(home.count)))/"
  }

  private static func data(_ chosen: String?, _ home: String?) throws(Stop) -> String {
    if let chosen { return chosen }
    if let base = environment("XDG_DATA_HOME"), base.hasPrefix("/") { return "\(base)/parcours" }
    if let home { return "\(home)/.local/share/parcours" }
    throw Stop(
      2, "Le dossier personnel est inconnu : HOME n’est pas défini.",
      "Indiquez un dossier avec --donnees.")
  }

  /// Option, environment, beside the executable's real path, `../share/parcours`; never here.
  private static func content(
    _ name: String, _ chosen: String?, sign: String?
  ) throws(Stop) -> String {
    var places: [String] = []
    if let chosen {
      places = [chosen]
    } else if let program = realPath("/proc/self/exe") {
      let folder = FileStore.folder(of: program)
      places = ["\(folder)/\(name)", "\(FileStore.folder(of: folder))/share/parcours/\(name)"]
    }
    for place in places where FileStore.isFolder(place) {
      if let sign, !FileStore.exists("\(place)/\(sign)") { continue }
      return place
    }
    throw Stop(
      2, "Le dossier \(name) est introuvable. Essayé : \(places.joined(separator: ", ")).",
      "Indiquez-le avec --\(name.lowercased()), ou lancez bin/parcours.")
  }

  /// The path without links nor points; nil when there is nothing there.
  static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
