import ArgumentParser
import Ledger
import Reports

/// `emetteur publier`: the issuer's site, as files to put at its address.
struct PublishSite: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publier", abstract: "Écrire le site de l’émetteur dans un dossier.",
    discussion: """
      Publiez de nouveau après chaque retrait, et avant la fin de validité des listes.
      """, aliases: ["publish"])

  @OptionGroup var issuer: IssuerOptions
  @OptionGroup var passphrase: PassphraseOptions
  @Argument(help: ArgumentHelp("Dossier du site.", valueName: "dossier"))
  var folder: String
  @Option(
    name: .customLong("validite-listes"),
    help: ArgumentHelp("Validité des listes, en jours.", valueName: "jours"))
  var days = 30

  func run() throws {
    guard (2...366).contains(days) else {
      throw Complaint("La validité des listes va de 2 à 366 jours. Corrigez --validite-listes.")
    }
    let issuer = try IssuerFolder(issuer.folder)
    // Held until the last file is in its place: a badge withdrawn meanwhile would come back to life.
    let ledger = try issuer.ledger()
    var asked = AskedPassphrase(passphrase.source)
    let content = try Publication(issuer, ledger.state, now: Machine().now, days: days, &asked)
      .content()
    let files: [(path: String, bytes: [UInt8])]
    do throws(SiteFault) { files = try content.files(sha256: Chance.sha256) } catch {
      throw Complaint(error.sentence, status: ExitStatus.refused)
    }
    do throws(SiteFolderFault) {
      let done = try SiteFolder(folder).publish(files)
      tellPerson([
        "Fichiers écrits : \(done.written.count) ; inchangés : \(done.unchanged) ; "
          + "retirés : \(done.removed.count).",
        "Copiez « \(folder.plain) » à l’adresse \(issuer.settings.address ?? "").",
      ])
    } catch {
      throw Complaint(error.sentence)
    }
  }
}
