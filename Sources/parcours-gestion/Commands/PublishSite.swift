import ArgumentParser
import Glibc
import JSON
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
    try SitePlace(folder).check(for: issuer)
    // Held until the last file is in its place: a badge withdrawn meanwhile would come back to life.
    let ledger = try issuer.ledger()
    let now = Machine().now
    if let last = ledger.state.lastTime, now < last {
      throw Complaint(LedgerError.clockBehind(last: last).sentence, .refused)
    }
    var asked = AskedPassphrase(passphrase.source)
    let content = try Publication(issuer, ledger.state, now: now, days: days, &asked)
      .content()
    let files: [(path: String, bytes: [UInt8])]
    do throws(SiteFault) { files = try content.files() } catch {
      throw Complaint(error.sentence, .refused)
    }
    do throws(SiteFolderFault) {
      let end = Instant(seconds: now.startOfDay.seconds + days * 86_400)
      let done = try SiteFolder(folder).publish(files, operation: ledger.state.lastNumber)
      tellPerson([
        "Fichiers écrits : \(done.written.count) ; inchangés : \(done.unchanged) ; "
          + "retirés : \(done.removed.count).",
        "Copiez « \(folder.plain) » à l’adresse \(issuer.settings.address?.text ?? "").",
        "Les listes de retraits valent jusqu’au \(end.french). Publiez avant.",
      ])
    } catch {
      throw Complaint(error.sentence)
    }
  }
}

/// The folder where a site is to be published, as it is found.
struct SitePlace {
  private let path: String

  init(_ path: String) { self.path = path }

  /// Refuses what must never be copied to a site, what is no site, and the site of another issuer.
  func check(for issuer: IssuerFolder) throws(Complaint) {
    let did = issuer.settings.did
    let names = WholeFile.isFolder(path) ? try WholeFile.names(in: path) : []
    let secrets = ["cles", IssuerSettings.fileName, Ledger.fileName]
    let here = WholeFile.resolved(path).map { $0 == "/" ? $0 : "\($0)/" }
    let isAbove = here.flatMap { WholeFile.resolved(issuer.folder.path)?.hasPrefix($0) } ?? false
    let isSecret = names.contains { secrets.contains($0) || $0.hasSuffix(".pem") }
    guard !isSecret, !isAbove, !issuer.folder.holds(path) else {
      throw Complaint(
        "« \(path.plain) » contient des clés ou un registre. Publiez dans un dossier à part.",
        .refused)
    }
    guard names.isEmpty || access("\(path)/\(SitePath.manifest)", F_OK) == 0 else {
      throw Complaint(
        "« \(path.plain) » contient autre chose qu’un site. Choisissez un dossier vide.",
        .refused)
    }
    for name in ["did.json", ".well-known/did.json"] {
      guard access("\(path)/\(name)", F_OK) == 0,
        let other = try? JSON(parsing: InputFile.read("\(path)/\(name)"))["id"]?.string,
        other != did
      else { continue }
      throw Complaint(
        "« \(path.plain) » est le site d’un autre émetteur : \(other.plain). Choisissez-en un autre.",
        .refused)
    }
  }
}
