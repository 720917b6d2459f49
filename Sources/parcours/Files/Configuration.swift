import Course

/// The installation's choices: `clé : valeur` lines, later files and the environment winning.
struct Configuration {
  /// What may be said: a place each, where `~/` is the home of the person.
  private static let keys = [
    "depot", "dossier", "emetteur", "donnees", "modules", "modules-locaux", "badges",
  ]

  /// In the order of the keys; empty where nothing is said.
  private var values = keys.map { _ in "" }
  private let home: String?

  /// Reads the files that exist, in order, then `PARCOURS_…` of the environment.
  init(_ files: [String], home: String?) throws(Stop) {
    self.home = home
    for file in files where FileStore.exists(file) {
      do throws(FileFault) {
        read(String(decoding: try FileStore.read(file), as: UTF8.self), file: file)
      } catch {
        throw Stop(2, error.sentence, error.advice)
      }
    }
    for (index, key) in Self.keys.enumerated() {
      if let value = Locations.environment(Self.variable(key)), !value.isEmpty {
        values[index] = value
      }
    }
  }

  /// The place a key names; nil when nothing is said of it.
  subscript(key: String) -> String? {
    guard let index = Self.keys.firstIndex(of: key), !values[index].isEmpty else { return nil }
    let path = values[index]
    guard path.hasPrefix("~/"), let home else { return path }
    return home + path.dropFirst(1)
  }

  /// `PARCOURS_MODULES_LOCAUX` for `modules-locaux`.
  private static func variable(_ key: String) -> String {
    "PARCOURS_" + String(key.uppercased().map { $0 == "-" ? "_" : $0 })
  }

  private mutating func read(_ text: String, file: String) {
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
      values[index] = parts[1].trimmed
    }
  }
}
