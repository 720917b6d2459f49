import AppendLog
import ArgumentParser
import Course
import JSON
import Journal

/// The learner's progress as it is on disk, read while another session may be running.
struct StoredProgress {
  static func read(_ locations: Locations) throws(Stop) -> Progress {
    do throws(JournalError) {
      return try Journal.read(directory: locations.data).progress
    } catch .log(let error) where error.reason == .missing {
      return Progress()
    } catch {
      throw Stop(1, error.sentence, error.advice)
    }
  }
}

/// `parcours progression [--json]`.
struct ProgressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "progression", abstract: "Dit où vous en êtes.", aliases: ["progress"])

  @Flag(name: .customLong("json"), help: "Pour un programme.")
  var isJSON = false
  @OptionGroup var common: CommonOptions

  mutating func run() throws {
    let installed = try Installed.find(common.choices)
    let progress = try StoredProgress.read(installed.locations)
    let progression = Progression(course: installed.course, progress: progress)
    try Standard.say(isJSON ? json(progression).pretty : text(progression))
  }

  private func text(_ progression: Progression) -> String {
    let modules = progression.course.modules.map {
      "\($0.number). \($0.title) : \(progression.status(of: $0).rawValue)."
    }
    let end = progression.progress.completion.map { "Parcours terminé le \($0.day.french)." }
    return (modules + [end ?? "Parcours non terminé."]).joined(separator: "\n")
  }

  private func json(_ progression: Progression) -> JSON {
    let modules = progression.course.modules.map { module in
      JSON.object(
        JSONObject([
          ("identifiant", .string(module.id)), ("titre", .string(module.title)),
          ("etat", .string(progression.status(of: module).rawValue)),
        ]))
    }
    let day = progression.progress.completion?.day.description
    return .object(
      JSONObject([
        ("parcours", .string(progression.course.id)),
        ("version", .string(progression.course.version)), ("modules", .array(modules)),
        ("termine", day.map(JSON.string) ?? .null),
      ]))
  }
}

/// `parcours principes`.
struct PrinciplesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "principes", abstract: "Les neuf principes et SANDI.", aliases: ["principles"])

  @OptionGroup var common: CommonOptions

  mutating func run() throws {
    let installed = try Installed.find(common.choices)
    for term in try installed.course.principles() {
      try Standard.say("\(term.key) — \(term.title ?? term.key)")
      try Standard.say(term.text.plainText + "\n")
    }
    try Standard.say("Intitulés : Ville de Rennes / Rennes Métropole, CC BY-SA 4.0.")
  }
}
