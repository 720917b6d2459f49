import ArgumentParser
import Course
import Glibc
import Reports

/// `rapport`: the depot's records joined with HR's list, as a file for HR.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rapport",
    abstract: "Dire qui a remis son attestation, et qui reste à relancer.",
    discussion: """
      Le rapport réunit les fiches du dépôt et la liste des agents. Il ne contient ni réponse \
      ni score.
      La liste est un CSV avec une colonne « matricule ». Les autres colonnes lues : nom, prénom, \
      employeur, direction, service, date d’arrivée.
      Une fiche illisible est nommée et laissée de côté. Les autres sont comptées.
      Dans le fichier produit, une apostrophe précède les textes qu’un tableur transformerait.
      """,
    aliases: ["report"])

  @Option(
    name: .customLong("depot"),
    help: ArgumentHelp("Dossier du dépôt, qui contient « suivi ».", valueName: "dossier"))
  var depot: String?

  @Option(
    name: .customLong("agents"),
    help: ArgumentHelp("Liste des agents, en CSV ; « - » pour l’entrée.", valueName: "fichier"))
  var agents: String?

  @Option(
    name: .customLong("format"),
    help: ArgumentHelp("Format du rapport.", valueName: "format"))
  var format = Format.csv

  @Option(
    name: .customLong("par"),
    help: ArgumentHelp("Colonne qui trie le rapport en premier.", valueName: "colonne"))
  var grouping: Grouping?

  @Option(
    name: .customLong("du"),
    help: ArgumentHelp("Premier jour compté, comme 2026-11-21.", valueName: "jour"))
  var from: String?

  @Option(
    name: .customLong("au"),
    help: ArgumentHelp("Dernier jour compté.", valueName: "jour"))
  var through: String?

  @Option(
    name: .customLong("sortie"),
    help: ArgumentHelp("Fichier à écrire ; « - » pour la sortie.", valueName: "fichier"))
  var output: String?

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case csv
  }

  func run() throws {
    let period = try period()
    guard let depot else {
      throw Complaint("Il manque le dossier du dépôt. Ajoutez --depot DOSSIER.")
    }
    let list = try agents.map(ReportCommand.list)
    let intake = try Depot(depot).takeIn()
    let report = Report(intake, agents: list, period: period, sortedBy: grouping)
    try write(CSV.write(report))
    tellPerson(report.remarks.map(\.description) + report.tally.lines)
  }
}

extension Grouping: ExpressibleByArgument {}

extension ReportCommand {
  private func period() throws(Complaint) -> Period {
    let period = Period(
      from: try from.map { text throws(Complaint) in try Day(asked: text) },
      through: try through.map { text throws(Complaint) in try Day(asked: text) })
    if let from = period.from, let through = period.through, through < from {
      throw Complaint("Le jour de --au précède celui de --du. Échangez-les.")
    }
    return period
  }

  private static func list(_ path: String) throws(Complaint) -> AgentList {
    let name = path == "-" ? "entrée standard" : path
    let bytes = try InputFile.read(path)
    do {
      return try AgentList(reading: bytes, file: name)
    } catch {
      throw Complaint(error.sentence(file: name))
    }
  }

  private func write(_ bytes: [UInt8]) throws(Complaint) {
    guard let output, output != "-" else { return try writeOutput(bytes) }
    try OutputFile(output).write(bytes)
  }
}
