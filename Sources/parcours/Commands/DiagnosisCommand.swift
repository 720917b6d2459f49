import AppendLog
import ArgumentParser
import Course
import Journal
import Terminal

/// `parcours diagnostic [--reparer]`: what the help desk needs; never an answer, a name or a setting.
struct DiagnosisCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diagnostic", abstract: "Décrit l’installation, répare le journal.",
    aliases: ["doctor"])

  @Flag(name: [.customLong("reparer"), .customLong("repair")], help: "Répare le journal.")
  var repairs = false
  @OptionGroup var common: CommonOptions

  mutating func run() throws {
    let installed = try Installed.find(common.choices)
    if repairs { try repair(installed.locations) }
    let terminal = Surroundings(Locations.environment)
    Standard.say(
      """
      parcours \(Manual.version)
      Contenu : \(installed.course.title), version \(installed.course.version), \(installed.course.modules.count) modules
      Dossier du contenu : \(installed.locations.modules)
      Dossier des données : \(installed.locations.data)
      Dossier de l’agent : \(installed.locations.folderShown)
      Dépôt : \(installed.locations.depot ?? "aucun")
      Émetteur : \(installed.locations.issuer ?? "local")
      Terminal : \(terminal.terminal ?? "inconnu"), plein écran \(Terminals.isInteractive(terminal) ? "possible" : "impossible")
      Jeu de caractères : \(Locations.environment("LC_ALL") ?? Locations.environment("LANG") ?? "non dit")
      Journal : \(journal(installed.locations))
      """)
  }

  private func journal(_ locations: Locations) -> String {
    do throws(JournalError) {
      let reading = try Journal.read(directory: locations.data)
      guard reading.faults.isEmpty else {
        return "abîmé, \(reading.faults.count) lignes. Lancez parcours diagnostic --reparer."
      }
      return "lisible, \(reading.lines.count) faits"
    } catch .log(let error) where error.reason == .missing {
      return "vide"
    } catch {
      return "\(error.sentence) \(error.advice)"
    }
  }

  private func repair(_ locations: Locations) throws(Stop) {
    do throws(JournalError) {
      Standard.say(
        try Journal.repair(directory: locations.data)?.sentence
          ?? "Le journal n’a pas besoin de réparation.")
    } catch {
      throw Stop(1, error.sentence, error.advice)
    }
  }
}
