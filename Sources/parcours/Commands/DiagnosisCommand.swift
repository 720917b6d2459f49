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
    try Standard.say(
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
      return state(try Journal.read(directory: locations.data))
    } catch .log(let error) where error.reason == .missing {
      return "vide"
    } catch {
      return "\(error.sentence) \(error.advice)"
    }
  }

  private func state(_ reading: JournalReading) -> String {
    let newer = reading.faults.values.compactMap { fault in
      if case .newer(let version) = fault { version } else { nil }
    }
    if let version = newer.max() {
      return "d’un programme plus récent (format \(version)). Mettez le programme à jour."
    }
    guard reading.faults.isEmpty else {
      return "abîmé, \(counted(reading.faults.count, "ligne illisible", "lignes illisibles")). "
        + "Lancez parcours diagnostic --reparer."
    }
    let torn = " La dernière ligne n’est pas entière : le prochain départ la mettra de côté."
    return "lisible, \(counted(reading.lines.count, "fait", "faits"))"
      + (reading.isTorn ? ".\(torn)" : "")
  }

  private func counted(_ count: Int, _ one: String, _ several: String) -> String {
    "\(count) \(count > 1 ? several : one)"
  }

  private func repair(_ locations: Locations) throws(Stop) {
    let repair: Repair?
    do throws(JournalError) { repair = try Journal.repair(directory: locations.data) } catch {
      throw Stop(1, error.sentence, error.advice)
    }
    try Standard.say(repair?.sentence ?? "Le journal n’a pas besoin de réparation.")
  }
}
