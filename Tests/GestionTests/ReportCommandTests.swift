import Glibc
import Testing

@Suite("rapport")
struct ReportCommandTests {
  private let folder = Folder()
  private static let header = "\u{FEFF}\"Matricule\";\"Nom\";"
  /// Written by Python's json and hashlib.
  private static let good =
    #"{"identifiant": "00123", "parcours": "ia-generative", "#
    + #""version": "1.2", "date": "2026-11-21", "modalite": "en autonomie", "#
    + #""empreinte": "E-a3e594947a848d9f"}"#
  private static let row =
    #""'00123";"";"";"";"";"";"ia-generative";"'1.2";"Terminé";"#
    + #""21/11/2026";"en autonomie";"E-a3e594947a848d9f""#

  init() {
    folder.makeFolder("depot")
    folder.makeFolder("depot/suivi")
    folder.write("depot/suivi/0.json", Array(ReportCommandTests.good.utf8))
  }

  @Test("the report goes to standard output, its counts to standard error")
  func standardOutput() {
    for outcome in [rapport(), rapport("--sortie", "-", "--format", "csv")] {
      #expect(outcome.status == 0)
      #expect(outcome.text.hasPrefix(ReportCommandTests.header))
      #expect(outcome.text.split(separator: "\n").last.map(String.init) == ReportCommandTests.row)
      #expect(outcome.errorLines.first == "Fiches : 1")
    }
  }

  @Test("the list may come from standard input")
  func listFromInput() {
    let outcome = gestion(
      "rapport", "--depot", folder.path("depot"), "--agents", "-",
      input: "matricule\tNOM\n123\tZoé\n")
    #expect(outcome.status == 0)
    #expect(outcome.text.contains(#""123";"Zoé""#))
    #expect(outcome.errorLines.contains("Zéros retrouvés : 1"))
  }

  @Test("a list that is none is refused with its name and line")
  func badList() {
    folder.write("agents.csv", Array("nom\nx\n".utf8))
    let outcome = rapport("--agents", folder.path("agents.csv"))
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(
      outcome.error.hasPrefix("\(folder.path("agents.csv")):1 : aucune colonne ne s’appelle"))
  }

  @Test("what is no plain file is named and left out; a pipe does not block")
  func oddEntries() {
    symlink(folder.path("depot/suivi/0.json"), folder.path("depot/suivi/lien"))
    mkfifo(folder.path("depot/suivi/tube"), 0o600)
    folder.makeFolder("depot/suivi/dossier")
    folder.write("depot/suivi/vide", [])
    folder.write("depot/suivi/\u{1B}[2J\u{202E}", Array("{}".utf8))
    let padding = [UInt8](repeating: 0x20, count: 65_537 - ReportCommandTests.good.utf8.count)
    folder.write("depot/suivi/gros", Array(ReportCommandTests.good.utf8) + padding)
    folder.write("depot/suivi/juste", Array(ReportCommandTests.good.utf8) + padding.dropLast())
    let outcome = rapport()
    #expect(outcome.status == 0)
    #expect(
      outcome.errorLines.prefix(8) == [
        "suivi/[2J : fiche écartée. Il manque la clé « identifiant ».",
        "suivi/dossier : fiche écartée. Ce n’est pas un fichier ordinaire.",
        "suivi/gros : fiche écartée. Le fichier dépasse 64 Kio : ce n’est pas une fiche.",
        "suivi/lien : fiche écartée. Ce n’est pas un fichier ordinaire.",
        "suivi/tube : fiche écartée. Ce n’est pas un fichier ordinaire.",
        "suivi/vide : fiche écartée. Octet 1 : le texte JSON s’arrête trop tôt.",
        "Fiches : 8", "Fiches écartées : 6",
      ])
    #expect(outcome.errorLines.contains("Fiches remplacées par une plus récente : 1"))
  }

  @Test("a written report replaces the former one, belongs to its owner and leaves nothing beside")
  func outputFile() throws {
    folder.makeFolder("sortie")
    folder.write("sortie/rapport.csv", Array("ancien".utf8))
    let outcome = rapport("--sortie", folder.path("sortie/rapport.csv"))
    #expect(outcome.status == 0 && outcome.output.isEmpty)
    let text = String(decoding: try #require(folder.read("sortie/rapport.csv")), as: UTF8.self)
    #expect(text.hasPrefix(ReportCommandTests.header))
    #expect(text.hasSuffix(ReportCommandTests.row + "\n"))
    #expect(folder.status("sortie/rapport.csv").st_mode & 0o777 == 0o600)
    #expect(folder.names("sortie") == ["rapport.csv"])
  }

  @Test("through a link, the file it names is replaced and the link stays")
  func outputLink() throws {
    folder.write("vrai.csv", [])
    symlink("vrai.csv", folder.path("lien.csv"))
    #expect(rapport("--sortie", folder.path("lien.csv")).status == 0)
    #expect(folder.status("lien.csv").st_mode & S_IFMT == S_IFLNK)
    #expect(try #require(folder.read("vrai.csv")).count > 100)
  }

  @Test("a device is written to, never replaced")
  func device() {
    folder.write("in", [])
    symlink("/dev/full", folder.path("plein"))
    let outcome = rapport("--sortie", folder.path("plein"))
    #expect(outcome.status == 2)
    #expect(outcome.error.hasPrefix("Le fichier « /dev/full » ne peut pas être écrit."))
    var status = stat()
    stat("/dev/full", &status)
    #expect(status.st_mode & S_IFMT == S_IFCHR)
  }

  @Test("an output that cannot be is told, and nothing is left", arguments: badOutputs)
  func badOutput(name: String) {
    folder.makeFolder("dossier")
    let before = folder.names("")
    let outcome = rapport("--sortie", folder.path(name))
    #expect(outcome.status == 2 && outcome.errorLines.count == 1)
    #expect(outcome.error.contains("ne peut pas être écrit"))
    #expect(folder.names("") == before && folder.names("dossier").isEmpty)
  }

  @Test("a closed or full standard output is told in French")
  func refusedOutput() {
    let depot = folder.path("depot")
    for destination in [Destination.closed, .file("/dev/full")] {
      let outcome = gestion("rapport", "--depot", depot, output: destination)
      #expect(outcome.status == 2)
      #expect(outcome.error.hasPrefix("La sortie standard ne peut pas être écrite."))
    }
    // Nothing of the depot was written through the number of the closed stream.
    #expect(folder.read("depot/suivi/0.json") == Array(ReportCommandTests.good.utf8))
  }

  @Test("a reader that goes away ends the program without a word")
  func brokenPipe() {
    let outcome = gestion("rapport", "--depot", folder.path("depot"), output: .brokenPipe)
    #expect(outcome.status == 128 + SIGPIPE && outcome.error.isEmpty)
  }

  @Test("a depot without suivi is refused")
  func noSuivi() {
    folder.makeFolder("vide")
    let outcome = gestion("rapport", "--depot", folder.path("vide"))
    #expect(outcome.status == 2)
    #expect(outcome.error.hasSuffix("Ce chemin n’existe pas. Vérifiez-le.\n"))
  }

  private func rapport(_ options: String...) -> Outcome {
    run([program, "rapport", "--depot", folder.path("depot")] + options)
  }
}

private let badOutputs = ["dossier", "absent/rapport.csv", "depot/suivi/0.json/rapport.csv"]
