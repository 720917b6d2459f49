import ArgumentParser

/// `emetteur cle`: the life of the issuer's keys.
struct KeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cle", abstract: "Changer, retirer ou déclarer compromise une clé.",
    subcommands: [NewKey.self, RetireKey.self, CompromisedKey.self], aliases: ["key"])
}
