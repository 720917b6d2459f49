import Course

/// The installation's choices: `clé : valeur` lines, later files and the environment winning.
struct Configuration {
  /// The shared folder where records are handed in.
  var depot: String?
  /// The agent's folder; `~/Parcours IAG` when nothing says otherwise.
  var folder: String?
  /// The issuer of the collectivité, by the name people know.
  var issuer: String?
  var data: String?
  var modules: String?
  var localModules: String?
  var badges: String?

  private static let keys = [
    "depot", "dossier", "emetteur", "donnees", "modules", "modules-locaux", "badges",
  ]

  private static let variables = [
    "PARCOURS_DEPOT", "PARCOURS_DOSSIER", "PARCOURS_EMETTEUR", "PARCOURS_DONNEES",
    "PARCOURS_MODULES", "PARCOURS_MODULES_LOCAUX", "PARCOURS_BADGES",
  ]

  /// Sets the value of the key at `index` in `keys`.
  private mutating func set(_ index: Int, _ value: String) {
    switch index {
    case 0: depot = value
    case 1: folder = value
    case 2: issuer = value
    case 3: data = value
    case 4: modules = value
    case 5: localModules = value
    default: badges = value
    }
  }

  /// Reads the files that exist, in order, then `PARCOURS_…` of the environment.
  static func reading(_ files: [String], environment: (String) -> String?) throws(Stop)
    -> Configuration
  {
    var configuration = Configuration()
    for file in files where FileStore.exists(file) {
      do throws(FileFault) {
        try configuration.read(String(decoding: FileStore.read(file), as: UTF8.self), file: file)
      } catch {
        throw Stop(2, error.sentence, error.advice)
      }
    }
    for (index, name) in variables.enumerated() {
      if let value = environment(name), !value.isEmpty { configuration.set(index, value) }
    }
    return configuration
  }

  private mutating func read(_ text: String, file: String) throws(FileFault) {
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let trimmed = line.trimmed
      guard !trimmed.isEmpty, !trimmed.hasPrefix("#") else { continue }
      let parts = trimmed.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, let index = Self.keys.firstIndex(of: parts[0].trimmed) else {
        Standard.complain(
          "\(file):\(number + 1): cette ligne n’est pas comprise.",
          "Écrivez clé : valeur, avec une de ces clés : \(Self.keys.joined(separator: ", ")).")
        continue
      }
      set(index, parts[1].trimmed)
    }
  }
}
