import ArgumentParser
import Ledger
import Reports

/// `emetteur cle retirer`: a key that signs no more; what it signed holds.
struct RetireKey: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retirer", abstract: "Ne plus signer avec une clé.", aliases: ["retire"])

  @OptionGroup var issuer: IssuerOptions
  @Argument(help: ArgumentHelp("Nom de la clé, comme p256-1.", valueName: "cle"))
  var fragment: String

  func run() throws {
    let issuer = try IssuerFolder(issuer.folder)
    var ledger = try issuer.ledger()
    try ledger.enter(.keyRetired(fragment: fragment), at: Machine().now)
    tellPerson(["La clé \(fragment.plain) ne signe plus. Ce qu’elle a signé reste valable."])
    if let kind = ledger.state.key(fragment)?.kind, ledger.state.active(kind) == nil {
      tellPerson(["Aucune clé ne la remplace : emetteur cle nouvelle --sorte \(kind.rawValue)"])
    }
  }
}
