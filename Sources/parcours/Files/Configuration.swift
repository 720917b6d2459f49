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

  private static let keys: [(String, any WritableKeyPath<Configuration, String?> & Sendable)] = [
    ("depot", \.depot), ("dossier", \.folder), ("emetteur", \.issuer), ("donnees", \.data),
    ("modules", \.modules), ("modules-locaux", \.localModules), ("badges", \.badges),
  ]

  /// Reads the files that exist, in order, then `PARCOURS_…` of the environment.
  static func reading(_ files: [String], environment: (String) -> String?) throws(Stop) -> Configuration {
    var configuration = Configuration()
    for file in files where FileStore.exists(file) {
      do throws(FileFault) {
        try configuration.read(String(decoding: FileStore.read(file), as: UTF8.self), file: file)
      } catch {
        throw Stop(2, error.sentence, error.advice)
      }
    }
    for (key, path) in keys {
      let name = "PARCOURS_" + key.uppercased().replacing("-", with: "_")
      if let value = environment(name), !value.isEmpty { configuration[keyPath: path] = value }
    }
    return configuration
  }

  private mutating func read(_ text: String, file: String) throws(FileFault) {
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let trimmed = line.trimmed
      guard !trimmed.isEmpty, !trimmed.hasPrefix("#") else { continue }
      let parts = trimmed.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, let path = Self.keys.first(where: { $0.0 == parts[0].trimmed })?.1 else {
        Standard.complain(
          "\(file):\(number + 1): cette ligne n’est pas comprise.",
          "Écrivez clé : valeur, avec une de ces clés : \(Self.keys.map(\.0).joined(separator: ", ")).")
        continue
      }
      self[keyPath: path] = parts[1].trimmed
    }
  }
}

extension StringProtocol {
  /// Without the white space around it.
  var trimmed: String {
    let start = drop(while: \.isWhitespace)
    return start.lastIndex { !$0.isWhitespace }.map { String(start[...$0]) } ?? ""
  }
}
