import ArgumentParser
import Course

/// `parcours contenu …`.
struct ContentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contenu", abstract: "Vérifier le contenu du cours.", subcommands: [Check.self],
    aliases: ["content"])

  /// `contenu verifier [DIR] [--au DATE]`.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "verifier", abstract: "Relit tout le contenu.", aliases: ["check"])

    @Argument(help: "Dossier du contenu.")
    var folder: String?
    @Option(
      name: [.customLong("au"), .customLong("at")], help: "Liste ce qui expire dans les 90 jours.")
    var date: String?
    @OptionGroup var common: CommonOptions

    mutating func run() throws {
      let day = try day()
      let path = try folder ?? Locations.find(common.choices).modules
      let files = try ContentFolder.read(path, local: common.localModules)
      let findings = ContentCheck.findings(in: files, at: day)
      for finding in findings { Standard.say(finding.description) }
      if date != nil { listExpiring(files, day) }
      let errors = findings.count { $0.severity == .error }
      Standard.say("Erreurs : \(errors). Avertissements : \(findings.count - errors).")
      guard errors == 0 else { throw Stop(1, "") }
    }

    private func day() throws(Stop) -> Day {
      guard let date else { return Clock.today() }
      guard let day = Day(iso: date) else {
        throw Stop(2, "« \(date) » n’est pas une date.", "Écrivez-la ainsi : 2026-11-21.")
      }
      return day
    }

    private func listExpiring(_ files: ContentFiles, _ day: Day) {
      let expiring = ContentCheck.expiring(in: files, at: day, within: 90)
      Standard.say("À revoir avant le \(Day(number: day.number + 90).french) : \(expiring.count).")
      for question in expiring {
        Standard.say(
          "\(question.place): \(question.id), à revoir le \(question.review?.french ?? "?").")
      }
    }
  }
}
