import ArgumentParser
import Course
import Display
import Interface

/// `parcours contenu …`.
struct ContentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contenu", abstract: "Tenir le contenu du cours.",
    subcommands: [Check.self, Sheet.self, PreviewCommand.self], aliases: ["content"])

  /// `contenu verifier [DIR] [--au DATE] [--ecrire]`.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "verifier", abstract: "Relit tout le contenu.", aliases: ["check"])

    @Argument(help: "Dossier du contenu.")
    var folder: String?
    @Option(
      name: [.customLong("au"), .customLong("at")], help: "Liste ce qui expire dans les 90 jours.")
    var date: String?
    @Flag(name: [.customLong("ecrire"), .customLong("write")], help: "Écrit QUALITE.md.")
    var writes = false
    @OptionGroup var common: CommonOptions

    mutating func run() throws {
      let day = try day()
      let path = try folder ?? Locations.find(common.choices).modules
      let files = try ContentFolder.read(path, local: common.localModules)
      let findings = ContentCheck.findings(in: files, at: day)
      for finding in findings { try Standard.say(finding.description) }
      if date != nil { try listExpiring(files, day) }
      let errors = findings.count { $0.severity == .error }
      try Standard.say("Erreurs : \(errors). Avertissements : \(findings.count - errors).")
      guard errors == 0 else { throw Stop(1, "") }
      try QualityCardFile(folder: path, files: files).settle(writing: writes)
    }

    private func day() throws(Stop) -> Day {
      guard let date else { return Clock.today() }
      guard let day = Day(iso: date) else {
        throw Stop(2, "« \(date) » n’est pas une date.", "Écrivez-la ainsi : 2026-11-21.")
      }
      return day
    }

    private func listExpiring(_ files: ContentFiles, _ day: Day) throws(Stop) {
      let expiring = ContentCheck.expiring(in: files, at: day, within: 90)
      try Standard.say(
        "À revoir avant le \(Day(number: day.number + 90).french) : \(expiring.count).")
      for question in expiring {
        try Standard.say(
          "\(question.place): \(question.id), à revoir le \(question.review?.french ?? "?").")
      }
    }
  }

  /// `contenu fiche MODULE [--duree MINUTES] [--metier CLE] [--graine N]`.
  struct Sheet: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "fiche", abstract: "Fiche d’animation d’un module.", aliases: ["sheet"])

    @Argument(help: "Numéro ou identifiant du module.")
    var module: String
    @OptionGroup var chosen: AgendaOptions
    @OptionGroup var common: CommonOptions

    mutating func run() throws {
      let course = try Installed.find(common.choices).course
      let module = try course.module(typed: module)
      try chosen.check(in: course)
      let sheet: FacilitatorSheet
      do throws(ContentError) {
        sheet = try FacilitatorSheet(try chosen.agenda(of: module, in: course), in: course)
      } catch {
        throw Stop(2, "\(error.place): \(error.problem)", error.advice)
      }
      try Standard.say(Linear.lines(reading: sheet.document, width: 66).joined(separator: "\n"))
    }
  }
}

extension Course {
  /// The module a command names; there must be one.
  func module(typed name: String) throws(Stop) -> Module {
    guard let found = module(named: name) else {
      throw Stop(
        2, "Le module « \(name.printable.prefix(40)) » n’existe pas.",
        "Choisissez de \(modules.first?.id ?? "M0") à \(modules.last?.id ?? "M9").")
    }
    return found
  }
}
