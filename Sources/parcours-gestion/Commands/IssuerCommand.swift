import ArgumentParser

/// `emetteur`: all that an issuer of badges does.
struct IssuerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "emetteur", abstract: "Délivrer des badges au nom d’une collectivité.",
    subcommands: [
      CreateIssuer.self, ShowIssuer.self, DeliverBadges.self, PublishSite.self,
      RevokeBadges.self, SuspendBadges.self, ReinstateBadges.self, RenewBadges.self,
      KeyCommand.self, PurgeLedger.self,
    ],
    aliases: ["issuer"])
}

/// Which issuer.
struct IssuerOptions: ParsableArguments {
  @Option(
    name: .customLong("emetteur"),
    help: ArgumentHelp("Dossier de l’émetteur.", valueName: "dossier"))
  var folder: String?
}

/// Where the passphrase comes from.
struct PassphraseOptions: ParsableArguments {
  @Option(
    name: .customLong("phrase-secrete-fd"),
    help: ArgumentHelp("Lire la phrase secrète sur ce descripteur.", valueName: "n"))
  var descriptor: Int32?

  var source: PassphraseSource { descriptor.map { .descriptor($0) } ?? .terminal }
}

/// Where badges are written.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .customLong("sortie"),
    help: ArgumentHelp("Dossier où écrire les badges, hors dépôt.", valueName: "dossier"))
  var folder: String?
}

/// Where the course and its badges are.
struct ContentOptions: ParsableArguments {
  @Option(
    name: .customLong("modules"),
    help: ArgumentHelp("Dossier du contenu.", valueName: "dossier"))
  var modules: String?

  @Option(
    name: .customLong("modules-locaux"),
    help: ArgumentHelp("Dossier des ajouts de la collectivité.", valueName: "dossier"))
  var localModules: String?

  @Option(
    name: .customLong("badges"),
    help: ArgumentHelp("Dossier des badges.", valueName: "dossier"))
  var badges: String?
}
