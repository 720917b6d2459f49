import ArgumentParser
import Ledger

/// `emetteur cle nouvelle`: the former key signs no more and stays published.
struct NewKey: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nouvelle", abstract: "Faire une nouvelle clé ; l’ancienne reste publiée.",
    aliases: ["new"])

  @OptionGroup var issuer: IssuerOptions
  @OptionGroup var passphrase: PassphraseOptions
  @Option(name: .customLong("sorte"), help: "Sorte de clé.")
  var kind = KeyKind.ed25519

  func run() throws {
    let issuer = try IssuerFolder(issuer.folder)
    var ledger = try issuer.ledger()
    var asked = AskedPassphrase(passphrase.source)
    let former = ledger.state.keys.filter { $0.kind == kind && $0.state == .active }
    let change = KeyChange(issuer: issuer, now: Machine().now)
    let fragment = try change.add(kind, &ledger, &asked)
    for key in former { try ledger.enter(.keyRetired(fragment: key.fragment), at: change.now) }
    let next =
      issuer.settings.address == nil
      ? "Remettez la nouvelle carte : emetteur montrer --carte FICHIER."
      : "Publiez de nouveau le site avant de délivrer."
    tellPerson(["Nouvelle clé : \(fragment). \(next)"])
  }
}

extension KeyKind: ExpressibleByArgument {}
