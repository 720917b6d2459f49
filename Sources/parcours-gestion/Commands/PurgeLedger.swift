import ArgumentParser
import Course
import Ledger

/// `emetteur purger`: forgets what is known of badges that ended, but their places in the lists.
struct PurgeLedger: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "purger", abstract: "Oublier les badges finis avant un jour.",
    aliases: ["purge"])

  @OptionGroup var issuer: IssuerOptions
  @Option(
    name: .customLong("avant"),
    help: ArgumentHelp("Jour, comme 2028-11-21.", valueName: "jour"))
  var before: String

  func run() throws {
    let issuer = try IssuerFolder(issuer.folder)
    let date = Instant(try Day(asked: before))
    var ledger = try issuer.ledger()
    do throws(LedgerError) {
      let count = try ledger.purge(endedBefore: date, at: Machine().now)
      tellPerson(["Badges oubliés : \(count). Leurs places dans les listes restent prises."])
    } catch {
      throw Complaint(error)
    }
  }
}
