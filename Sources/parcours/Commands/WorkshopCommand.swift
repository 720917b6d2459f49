import ArgumentParser
import Course
import Display
import Interface
import Workshop

/// What a workshop and its sheet are chosen by, on the command line.
struct AgendaOptions: ParsableArguments {
  @Option(name: [.customLong("duree"), .customLong("length")], help: "30, 60 ou 90 minutes.")
  var minutes: Int?
  @Option(name: [.customLong("metier"), .customLong("trade")], help: "Clé d’un métier.")
  var trade: String?
  @Option(name: [.customLong("graine"), .customLong("seed")], help: "Graine du tirage.")
  var seed: Int?

  /// Whose situations come first.
  var tradeChoice: TradeChoice { trade.map { $0 == "tous" ? .all : .one($0) } ?? .unsaid }

  /// Whether anything but the whole module is asked.
  var isChosen: Bool { minutes != nil || trade != nil || seed != nil }

  /// Refuses a length, a trade or a seed that does not exist.
  func check(in course: Course) throws(Stop) {
    if let minutes, !Agenda.lengths.contains(minutes) {
      throw Stop(2, "La durée « \(minutes) » n’existe pas.", "Choisissez 30, 60 ou 90.")
    }
    if let seed, !WorkshopSetup.seeds.contains(seed) {
      throw Stop(2, "La graine « \(seed) » n’existe pas.", "Choisissez de 1 à 9999.")
    }
    guard let trade else { return }
    let keys = ["tous"] + course.ownTrades.map(\.key)
    guard !keys.contains(trade) else { return }
    throw Stop(
      2, "Le métier « \(trade.printable.prefix(40)) » n’existe pas.",
      "Choisissez parmi : \(keys.joined(separator: ", ")).")
  }

  /// The whole module, or what of it fits the choice; 30 minutes and seed 1 unless they are said.
  func agenda(of module: Module, in course: Course) throws(ContentError) -> Agenda {
    guard isChosen else { return try Agenda(of: module, in: course) }
    return try Agenda(
      of: module, in: course, minutes: minutes ?? Agenda.lengths[0], trade: tradeChoice.key,
      seed: UInt64(max(1, seed ?? 1)))
  }
}

/// `parcours atelier [MODULE]`.
struct WorkshopCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "atelier", abstract: "Anime un atelier, sans réseau.", aliases: ["workshop"])

  @Argument(help: "Numéro ou identifiant du module.")
  var module: String?
  @Option(
    name: [.customLong("effectif"), .customLong("attendance")], help: "Personnes présentes.")
  var attendance: Int?
  @Flag(name: [.customLong("lineaire"), .customLong("linear")], help: "Ligne à ligne.")
  var isLinear = false
  @OptionGroup var chosen: AgendaOptions
  @OptionGroup var common: CommonOptions

  mutating func run() throws {
    let opening = Opening(
      choices: common.choices, isLinear: isLinear, isGuest: true,
      target: .workshop(WorkshopChoice(module: module, attendance: attendance, chosen: chosen)))
    let code = opening.run()
    guard code == 0 else { throw Stop(code, "") }
  }
}

/// What was typed after `atelier`, not yet looked up in the content.
struct WorkshopChoice {
  var module: String?
  var attendance: Int?
  var chosen: AgendaOptions

  /// What of it the content knows; anything else is refused with a sentence.
  func request(in course: Course) throws(Stop) -> WorkshopRequest {
    try chosen.check(in: course)
    if let attendance, !WorkshopSetup.attendances.contains(attendance) {
      throw Stop(2, "L’effectif « \(attendance) » ne convient pas.", "Choisissez de 1 à 999.")
    }
    return WorkshopRequest(
      module: try module.map { name throws(Stop) in try course.module(typed: name) },
      trade: chosen.tradeChoice, minutes: chosen.minutes, attendance: attendance, seed: chosen.seed)
  }
}
