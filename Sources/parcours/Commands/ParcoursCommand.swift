import ArgumentParser

/// The options of every command.
struct CommonOptions: ParsableArguments {
  @Option(name: [.customLong("donnees"), .customLong("data")], help: "Dossier de vos données.")
  var data: String?
  @Option(name: .customLong("modules"), help: "Dossier du contenu.")
  var modules: String?
  @Option(
    name: [.customLong("modules-locaux"), .customLong("local-modules")], help: "Ajouts locaux.")
  var localModules: String?
  @Option(name: .customLong("badges"), help: "Dossier des badges.")
  var badges: String?
  @Option(name: .customLong("depot"), help: "Dossier partagé où remettre.")
  var depot: String?

  var choices: Locations.Choices {
    Locations.Choices(
      data: data, modules: modules, localModules: localModules, badges: badges, depot: depot)
  }
}

/// How the course opens.
struct OpeningOptions: ParsableArguments {
  @Flag(name: [.customLong("lineaire"), .customLong("linear")], help: "Ligne à ligne.")
  var isLinear = false
  @Flag(name: [.customLong("invite"), .customLong("guest")], help: "Ne garde rien.")
  var isGuest = false
  @OptionGroup var common: CommonOptions

  /// Opens the course; the exit code becomes the program's.
  func open(_ target: Opening.Target) throws {
    let opening = Opening(
      choices: common.choices, isLinear: isLinear, isGuest: isGuest, target: target)
    let code = opening.run()
    guard code == 0 else { throw Stop(code, "") }
  }
}

/// `parcours`: the course itself, and everything a learner or a facilitator may ask.
struct ParcoursCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parcours", abstract: "Apprendre l’usage éclairé de l’IA générative.",
    subcommands: [
      FollowCommand.self, ProgressCommand.self, PrinciplesCommand.self, MemoCommand.self,
      AttestationCommand.self,
      BadgeCommand.self, ContentCommand.self, WorkshopCommand.self, MyDataCommand.self,
      DiagnosisCommand.self,
    ])

  @OptionGroup var options: OpeningOptions

  mutating func run() throws { try options.open(.map) }
}

/// `parcours suivre [MODULE]`.
struct FollowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suivre", abstract: "Ouvre un module.", aliases: ["follow"])

  @Argument(help: "Numéro ou identifiant du module.")
  var module: String?
  @OptionGroup var options: OpeningOptions

  mutating func run() throws { try options.open(.module(module)) }
}

/// `parcours attestation`.
struct AttestationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attestation", abstract: "Prépare l’attestation.", aliases: ["certificate"])

  @OptionGroup var options: OpeningOptions

  mutating func run() throws { try options.open(.attestation) }
}
