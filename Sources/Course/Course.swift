/// The files of a content folder, each read by the caller when it is asked for.
///
/// Local additions come as a second folder; they add or replace by identifier.
package struct ContentFiles: Sendable {
  /// Paths below a folder, and how to read one; nil for a file that cannot be read.
  package struct Folder: Sendable {
    private var list: @Sendable () -> Set<String>
    /// Whether a file has that path, read or not.
    package var has: @Sendable (String) -> Bool
    package var read: @Sendable (String) -> [UInt8]?

    /// Lists its paths only when all are asked for: a learner's start needs none of them.
    package init(
      listing: @escaping @Sendable () -> Set<String>, has: @escaping @Sendable (String) -> Bool,
      read: @escaping @Sendable (String) -> [UInt8]?
    ) {
      list = listing
      self.has = has
      self.read = read
    }

    /// The paths known beforehand; nothing else is read.
    package init(names: Set<String> = [], read: @escaping @Sendable (String) -> [UInt8]?) {
      self.init(listing: { names }, has: { names.contains($0) }) {
        names.contains($0) ? read($0) : nil
      }
    }

    /// Files already in memory.
    package init(_ files: [String: [UInt8]]) {
      self.init(listing: { Set(files.keys) }, has: { files[$0] != nil }) { files[$0] }
    }

    /// All paths, for the author's check and the digest.
    package var names: Set<String> { list() }
  }

  /// What every collectivité has.
  package var common: Folder
  /// What this one adds.
  package var local: Folder

  package init(common: Folder, local: Folder = Folder([:])) {
    self.common = common
    self.local = local
  }

  package init(_ files: [String: [UInt8]], local: [String: [UInt8]] = [:]) {
    self.init(common: Folder(files), local: Folder(local))
  }
}

/// The course: its outline parsed, the rest parsed when it is asked for.
///
/// A lesson or a bank is parsed each time; whoever shows it keeps the value.
package struct Course: Sendable {
  package var id: String
  package var title: String
  package var version: String
  package var badge: String
  package var licence: String
  package var welcome: [Block]
  package var modules: [Module]
  /// The local variables: `collectivite` → « Ville de Démonstration ».
  package var variables: [String: String]
  let files: ContentFiles

  package init(
    id: String, title: String, version: String, badge: String, licence: String, welcome: [Block],
    modules: [Module], variables: [String: String], files: ContentFiles
  ) {
    self.id = id
    self.title = title
    self.version = version
    self.badge = badge
    self.licence = licence
    self.welcome = welcome
    self.modules = modules
    self.variables = variables
    self.files = files
  }
}
