import ArgumentParser
import Course
import Display
import Interface

/// `contenu apercu FICHIER`.
struct PreviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apercu", abstract: "Montre un fichier comme un agent le verra.",
    aliases: ["preview"])

  @Argument(help: "Une leçon, une banque, des situations ou un module.")
  var file: String
  @Flag(name: [.customLong("lineaire"), .customLong("linear")], help: "Ligne à ligne.")
  var isLinear = false
  @OptionGroup var common: CommonOptions

  mutating func run() throws {
    let source = try PreviewSource(file, choices: common.choices)
    let preview = try source.read()
    let opening = Opening(
      choices: source.choices, isLinear: isLinear, isGuest: true, target: .preview(source, preview))
    let code = opening.run()
    guard code == 0 else { throw Stop(code, "") }
  }
}

/// A content file and the folder it belongs to, found from its path.
struct PreviewSource {
  /// Where the file is on this machine.
  let path: String
  /// Below its content folder.
  private let name: String
  private let isLocal: Bool
  private let modules: String
  let choices: Locations.Choices

  /// The folder is the file's own, or the one above, when it holds `parcours.md`.
  ///
  /// Any other file is taken as a local addition to the content that is installed.
  init(_ file: String, choices: Locations.Choices) throws(Stop) {
    guard let real = Locations.realPath(file), !FileStore.isFolder(real) else {
      throw Stop(2, "« \(file.printable) » n’est pas un fichier.", "Vérifiez le chemin.")
    }
    path = real
    let folder = FileStore.folder(of: real)
    let above = FileStore.folder(of: folder)
    let isInModule = FileStore.exists("\(above)/parcours.md")
    let isAtTop = !isInModule && FileStore.exists("\(folder)/parcours.md")
    let isOfCourse = isInModule || isAtTop
    let base = isAtTop ? folder : above
    var choices = choices
    if isOfCourse { choices.modules = base } else { choices.localModules = base }
    self.choices = choices
    isLocal = !isOfCourse
    name = String(Substring(real.utf8.dropFirst(base.utf8.count + 1)))
    modules = try Locations.find(choices).modules
  }

  /// The file as it is now, with what the checker says of it.
  func read() throws(Stop) -> ContentPreview {
    let files = try ContentFolder.read(modules, local: choices.localModules)
    return ContentPreview(
      of: isLocal ? "ajouts-locaux/\(name)" : name, in: files, today: Clock.today())
  }

  /// Tells each save.
  func watch() -> WatchedFile? {
    WatchedFile(path) { (try? read()).map { .previewed($0) } }
  }
}
