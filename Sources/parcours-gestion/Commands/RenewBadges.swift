import ArgumentParser
import Ledger
import Reports

/// `emetteur renouveler`: new badges that take over from others, which stay as they are.
struct RenewBadges: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "renouveler", abstract: "Renouveler des badges pour 24 mois.",
    aliases: ["renew"])

  @OptionGroup var issuer: IssuerOptions
  @OptionGroup var passphrase: PassphraseOptions
  @OptionGroup var badges: BadgeOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let issuer = try IssuerFolder(issuer.folder)
    let names = try badges.names(reason: nil)
    var asked = AskedPassphrase(passphrase.source)
    var renewal = BadgeRenewal(
      output: try BadgeOutput(output.folder, issuer),
      issuing: try BadgeIssuing(issuer, Machine(), &asked))
    var counts = (done: 0, refused: names.refused)
    for row in names.rows {
      do throws(Complaint) {
        let name = try renewal.renew(row.badge)
        tellPerson(["\(row.badge.text) → \(name)"])
        counts.done += 1
      } catch {
        guard error.kind != .unusable else { throw error }
        tellPerson([error.sentence])
        counts.refused += 1
      }
    }
    let word = counts.done > 1 ? "badges renouvelés" : "badge renouvelé"
    tellPerson(["\(counts.done) \(word) dans « \(renewal.output.path.plain) »."])
    if counts.refused > 0 { throw ExitCode(ExitStatus.refused) }
  }
}
