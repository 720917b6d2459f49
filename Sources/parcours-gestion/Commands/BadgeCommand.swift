import ArgumentParser
import Course
import Glibc
import JSON
import Ledger
import OpenBadges
import Reports

/// `parcours-gestion badge verifier FICHIER`: the same answer as the learner's program gives.
struct BadgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "badge", abstract: "Vérifier un badge.", subcommands: [Verify.self])

  struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "verifier", abstract: "Vérifie un badge, sans réseau.", aliases: ["verify"])

    @Argument(help: "Un badge .svg, .png, .json, .jwt ou .jws, ou - pour l’entrée standard.")
    var fichier: String
    @Flag(name: .customLong("json"), help: "Pour un programme.")
    var isJSON = false
    @Option(name: .customLong("confiance"), help: "Dossier d’émetteurs reconnus.")
    var trust: String?
    @Option(name: .customLong("destinataire"), help: "Courriel à comparer.")
    var recipient: String?

    mutating func run() throws {
      if let recipient, !recipient.contains("@") {
        throw Complaint("« \(recipient.plain) » n’est pas un courriel. Corrigez --destinataire.")
      }
      let store = try trust.map { try TrustFolder($0).store() } ?? .empty
      let report = Verifier(trust: store, now: Machine().now.seconds, recipient: recipient)
        .verify(try InputFile.read(fichier))
      let text =
        isJSON
        ? report.json.pretty
        : report.lines { Timestamp(seconds: $0).day.french }.joined(separator: "\n")
      try writeOutput(Array((text + "\n").utf8))
      guard report.exitCode == 0 else { throw ExitCode(report.exitCode) }
    }
  }
}
