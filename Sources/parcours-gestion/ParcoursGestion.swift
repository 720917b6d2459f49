import ArgumentParser
import Glibc

/// The program of those who issue badges and of HR; one file per command in `Commands`.
@main
struct ParcoursGestion: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parcours-gestion",
    abstract: "Suivre les attestations du parcours et gérer les badges.",
    discussion: "Ce programme est destiné aux ressources humaines et à l’émetteur des badges.",
    version: "parcours-gestion 1.0.0",
    subcommands: [IssuerCommand.self, ReportCommand.self, BadgeCommand.self],
    helpNames: [.short, .long, .customLong("aide")])

  static func main() {
    prepareStandardStreams()
    Glibc.exit(run(Array(CommandLine.arguments.dropFirst())))
  }

  /// Runs a command line to its end and gives its exit status.
  private static func run(_ arguments: [String]) -> Int32 {
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
      return ExitStatus.done
    } catch let code as ExitCode {
      // All was said already.
      return code.rawValue
    } catch let complaint as Complaint {
      return complaint.tell()
    } catch {
      return answer(error)
    }
  }

  /// Shows what the parser answers instead of a command: help and version, or a French complaint.
  private static func answer(_ error: any Error) -> Int32 {
    guard exitCode(for: error) == .success else {
      return ParserFrench.complaint(message(for: error)).tell()
    }
    do {
      // A fixed width: what is wrapped elsewhere could not be found and put into French.
      let text = ParserFrench.help(fullMessage(for: error, columns: 80))
      try writeOutput(Array((text.hasSuffix("\n") ? text : text + "\n").utf8))
      return ExitStatus.done
    } catch {
      return error.tell()
    }
  }
}
