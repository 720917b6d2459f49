/// The files of a content folder, read by the caller: path below the folder → bytes.
///
/// Local additions come as a second set; they add or replace by identifier.
package struct ContentFiles: Sendable {
  package var files: [String: [UInt8]]
  package var localFiles: [String: [UInt8]]

  package init(_ files: [String: [UInt8]], local: [String: [UInt8]] = [:]) {
    self.files = files
    self.localFiles = local
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
