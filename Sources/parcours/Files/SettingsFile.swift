import Course
import Display
import Interface

/// The display settings, `clé : valeur` in the learner's folder; never exported, never printed.
struct SettingsFile {
  static let name = "reglages"

  var path: String

  /// What the file says; anything missing or not understood keeps its default.
  func read() -> Settings {
    var settings = Settings()
    guard let bytes = try? FileStore.read(path, limit: 4096) else { return settings }
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let value = parts[1].trimmed
      switch parts[0].trimmed {
      case "affichage": settings.mode = Settings.Mode(rawValue: value)
      case "couleurs": settings.theme = Theme(rawValue: value) ?? settings.theme
      case "lettres": settings.loneLetters = value == "oui"
      default: break
      }
    }
    return settings
  }

  func write(_ settings: Settings) throws(FileFault) {
    try FileStore.makeFolder(FileStore.folder(of: path))
    var lines = [
      "couleurs : \(settings.theme.rawValue)", "lettres : \(settings.loneLetters ? "oui" : "non")",
    ]
    if let mode = settings.mode { lines.insert("affichage : \(mode.rawValue)", at: 0) }
    try FileStore.write(Array((lines.joined(separator: "\n") + "\n").utf8), to: path)
  }
}
